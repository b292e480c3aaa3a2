import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import type { Severity } from '../model/notice.js';
import { pretty } from '../report/pretty.js';

/** Where a command writes: results to `out`, everything else to `err`. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  readonly color: boolean;
  /** `err` is a terminal whose line can be rewritten. */
  readonly live: boolean;
}

/** How much a command says: nothing below this; `debug` adds where a plugin threw what it threw. */
export type LogLevel = 'silent' | Severity | 'debug';
const WEIGHT: Readonly<Record<LogLevel, number>> = { silent: 3, error: 2, warning: 1, info: 0, debug: 0 };

/** Shows messages from a level up, and counts them. */
export function showMessages(
  messages: readonly VFileMessage[],
  files: ReadonlyMap<string, VFile>,
  level: LogLevel,
  terminal: Terminal,
): void {
  const shown = messages.filter((message) => WEIGHT[message.severity ?? 'warning'] >= WEIGHT[level]);
  if (shown.length) terminal.err(`\n${pretty(shown, files, terminal.color)}\n\n`);
  if (level === 'debug')
    for (const { cause } of shown) if (cause instanceof Error) terminal.err(`${cause.stack}\n\n`);
  const count = (severity: Severity): number =>
    messages.filter((message) => (message.severity ?? 'warning') === severity).length;
  const all = (['error', 'warning', 'info'] as const).filter((one) => WEIGHT[one] >= WEIGHT[level]);
  if (all.some(count)) terminal.err(`${all.map((one) => counted(count(one), one)).join(', ')}\n`);
}

/** Says how many messages there are that are too light to be shown, or nothing if there are none. */
export function lighter(messages: readonly VFileMessage[], level: LogLevel): string {
  const infos = level === 'warning' ? messages.filter(({ severity }) => severity === 'info').length : 0;
  return infos ? `${counted(infos, 'info')} for your judgement: --log-level info\n` : '';
}

export function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** A progress line: rewritten in place on a terminal, one line for each stage elsewhere. */
export function progressLine(
  terminal: Terminal,
  quiet: boolean,
): { tell(text: string): void; clear(): void } {
  let last = '';
  return {
    tell(text) {
      if (quiet || text === last) return;
      last = text;
      terminal.err(terminal.live ? `\r\u001b[2K${text}` : `${text}\n`);
    },
    clear() {
      if (terminal.live && last) terminal.err('\r\u001b[2K');
    },
  };
}
