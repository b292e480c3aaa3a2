import type { VFileMessage } from 'vfile-message';
import * as configNotices from '../config/notices.js';
import { folderExists, folderHasChapters } from '../manuscript/notices.js';
import { outputWritable } from '../workshop/notices.js';

/** Exit codes: made, the book has errors, wrong usage or configuration, our bug (EX_SOFTWARE of sysexits.h), interrupted. */
export const EXIT = { made: 0, errors: 1, usage: 2, bug: 70, interrupted: 130 } as const;

const USAGE = new Set<string>(
  [...Object.values(configNotices), folderExists, folderHasChapters, outputWritable].map(
    (notice) => notice.id,
  ),
);

/** The exit code that messages call for: what is wrong with the call weighs more than what is wrong with the book. */
export function exitCodeOf(messages: readonly VFileMessage[]): number {
  const errors = messages.filter((message) => message.severity === 'error');
  if (!errors.length) return EXIT.made;
  return errors.some((message) => USAGE.has(message.ruleId ?? '')) ? EXIT.usage : EXIT.errors;
}
