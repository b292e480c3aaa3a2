import type { MessageRecord } from '../report/json.js';
import { typed } from './typed.js';

/** A call that is not understood, as `--json` tells it: the same words that stand on the terminal. */
export function usageRecord(said: string): MessageRecord {
  const [first = '', ...rest] = said
    .replace(/^error: /, '')
    .trim()
    .split('\n');
  const meant = rest.join(' ').replace(/^\(|\)$/g, '');
  return {
    id: 'call-understood',
    severity: 'error',
    file: 'command line',
    message: first,
    remedy: meant || 'Run octavo --help for the verbs and flags.',
  };
}

/** A verb of the command line, and its flags. */
interface Verb {
  name(): string;
  readonly options: readonly { readonly long?: string | undefined; readonly short?: string | undefined }[];
}

/**
 * What is said of a call with what was meant by it, where the parser of the command line has no guess: a folder without a verb
 * (`octavo my-book`), or a flag before the verb or behind another (`octavo --json build`).
 */
export function withMeant(said: string, verbs: readonly Verb[]): string {
  const [, kind, name = ''] = /^error: unknown (command|option) '([^']+)'$/.exec(said.trim()) ?? [];
  if (kind === 'command') {
    const known = verbs.map((verb) => verb.name()).join(', ');
    return `${said.trim()}\n(Verbs are ${known}. If it is a folder: octavo build ${typed(name)})\n`;
  }
  const verb = verbs.find(({ options }) =>
    options.some(({ long, short }) => long === name || short === name),
  );
  return kind && verb
    ? `${said.trim()}\n(It goes behind its verb, as in octavo ${verb.name()} ${name})\n`
    : said;
}
