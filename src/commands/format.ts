import type { VFileMessage } from 'vfile-message';
import { catalogueOf } from '../config/catalogue.js';
import { core } from '../core.js';
import { toGithub } from '../report/github.js';
import { toRecord } from '../report/json.js';
import { toSarif } from '../report/sarif.js';

/** How messages are written: for a person, or for a program on standard output. */
export type Format = 'pretty' | 'json' | 'sarif' | 'github';

/**
 * What a command writes for a program.
 * @param facts what else it has to tell, for JSON
 */
export function written(
  format: Exclude<Format, 'pretty'>,
  messages: readonly VFileMessage[],
  facts: object,
  version: string,
): string {
  if (format === 'github') return toGithub(messages);
  const value =
    format === 'sarif'
      ? toSarif(messages, catalogueOf([core]), version)
      : { ...facts, messages: messages.map(toRecord) };
  return `${JSON.stringify(value, null, 2)}\n`;
}
