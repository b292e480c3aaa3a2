import pc from 'picocolors';
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import type { Also } from '../model/notice.js';

/** Longest stretch of a source line that a frame shows, in characters. */
const FRAME = 100;

/** Of how many messages that say the same the first ones are shown whole, and of how many more the places. */
const WHOLE = 3;
const PLACES = 20;
/** Fewer than so many are no crowd. */
const CROWD = 7;

/**
 * Messages for a person: `file:line:column  id  message`, the line with the place marked, and the remedy. Where many say the same, in
 * every chapter perhaps, the first are shown so, and of the others where they are.
 * @param files the files spoken of, so that frames can be cut from what the author wrote
 */
export function pretty(
  messages: readonly VFileMessage[],
  files: ReadonlyMap<string, VFile>,
  color: boolean,
): string {
  const c = pc.createColors(color);
  const paint = { error: c.red, warning: c.yellow, info: c.cyan };
  const shown = (message: VFileMessage): string[] => {
    const severity = message.severity ?? 'warning';
    const head = `${c.bold(placeOf(message))}  ${paint[severity](severity)}  ${c.dim(message.ruleId ?? '')}`;
    const frame = cut(message, files.get(message.file ?? ''));
    return [
      head,
      `  ${indented(message.reason)}`,
      ...frame.map((line) => c.dim(`  ${line}`)),
      ...alsoLines(message.also, files).map((line) => c.dim(`  ${line}`)),
      `  ${c.green('→')} ${indented(message.remedy ?? '')}`,
    ];
  };
  return crowds(messages)
    .map(([message, others]) => [...shown(message), ...others.map((line) => c.dim(`  ${line}`))].join('\n'))
    .join('\n\n');
}

/** Each message that is shown whole, and behind the last of a crowd the places of the others. */
function crowds(messages: readonly VFileMessage[]): [VFileMessage, string[]][] {
  const alike = new Map<string, VFileMessage[]>();
  for (const message of messages) {
    const { ruleId, severity, reason, remedy, also } = message;
    const key = JSON.stringify([ruleId, severity, reason, remedy, also]);
    const crowd = alike.get(key);
    if (crowd) crowd.push(message);
    else alike.set(key, [message]);
  }
  const others = new Map<VFileMessage, readonly VFileMessage[]>();
  const left = new Set<VFileMessage>();
  for (const crowd of alike.values()) {
    const last = crowd[WHOLE - 1];
    if (crowd.length < CROWD || !last) continue;
    const rest = crowd.slice(WHOLE);
    others.set(last, rest);
    for (const one of rest) left.add(one);
  }
  return messages
    .filter((one) => !left.has(one))
    .map((one) => {
      const rest = others.get(one) ?? [];
      const more = rest.length - PLACES;
      const end = more > 0 ? [`and ${more} more: --format json names them`] : [];
      return [one, rest.length ? ['the same at', ...rest.slice(0, PLACES).map(placeOf), ...end] : []];
    });
}

function placeOf(message: VFileMessage): string {
  return printable(message.line ? `${message.file}:${message.line}:${message.column}` : (message.file ?? ''));
}

/** The other place that a message has to do with, in a frame of its own. */
function alsoLines(also: Also | undefined, files: ReadonlyMap<string, VFile>): string[] {
  if (!also) return [];
  const place = also.line ? `${also.file}:${also.line}:${also.column ?? 1}` : also.file;
  return [`${printable(place)}  ${printable(also.says)}`, ...cut(also, files.get(also.file))];
}

/** The author's own line with the place underlined; nothing if the place is not his. */
function cut(
  message: Partial<Pick<VFileMessage, 'line' | 'column' | 'place'>>,
  file: VFile | undefined,
): string[] {
  if (!message.line || !file || typeof file.value !== 'string') return [];
  const line = lineAt(file.value, message.line);
  if (!line?.trim()) return [];
  const column = Math.max(1, message.column ?? 1);
  const from = Math.max(0, Math.min(column - 1 - FRAME / 2, line.length - FRAME));
  const shown = printable(line.slice(from, from + FRAME));
  const place = message.place && 'end' in message.place ? message.place : undefined;
  const end = place && place.end.line === message.line ? place.end.column : column + 1;
  const width = Math.max(1, Math.min(end - column, shown.length - (column - 1 - from)));
  const number = String(message.line);
  return [
    `${number} │ ${shown}`,
    `${' '.repeat(number.length)} │ ${' '.repeat(Math.max(0, column - 1 - from))}${'^'.repeat(width)}`,
  ];
}

function lineAt(text: string, number: number): string | undefined {
  const ends = /\r\n|\r|\n|$/g;
  let start = 0;
  for (let line = 1; ; line++) {
    const end = ends.exec(text);
    if (!end) return undefined;
    if (line === number) return text.slice(start, end.index);
    start = ends.lastIndex;
    if (!end[0]) return undefined;
  }
}

/** Text that may quote a manuscript: its further lines stand farther in, so that none of them passes for a message. */
function indented(text: string): string {
  return text.split('\n').map(printable).join('\n    ');
}

/** A manuscript must not be able to drive the terminal: control characters are shown as their pictures. */
export function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it is for
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, (c) =>
    c === '\t' ? ' ' : c < ' ' ? String.fromCharCode(0x2400 + c.charCodeAt(0)) : '\ufffd',
  );
}
