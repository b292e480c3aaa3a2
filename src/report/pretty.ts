import pc from 'picocolors';
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import type { Also } from '../model/notice.js';

/** Longest stretch of a source line that a frame shows, in characters. */
const FRAME = 100;
/** From so many on, messages in the same words are one, which names their places. */
const SAME = 3;
/** More places than this are only counted. */
const MOST_PLACES = 20;

/**
 * Messages for a person: `file:line:column  id  message`, the line with the place marked, and the remedy.
 * @param files the files spoken of, so that frames can be cut from what the author wrote
 * @param color with the escape codes of a terminal; without them by default
 */
export function pretty(
  messages: readonly VFileMessage[],
  files: ReadonlyMap<string, VFile>,
  color = false,
): string {
  const c = pc.createColors(color);
  const paint = { error: c.red, warning: c.yellow, info: c.cyan };
  return alike(messages)
    .map(([message, ...others]) => {
      const severity = message.severity ?? 'warning';
      const head = `${c.bold(printable(placeOf(message)))}  ${paint[severity](severity)}  ${c.dim(message.ruleId ?? '')}`;
      const frame = cut(message, files.get(message.file ?? ''));
      return [
        head,
        `  ${indented(message.reason)}`,
        ...frame.map((line) => c.dim(`  ${line}`)),
        ...alsoLines(message.also, files).map((line) => c.dim(`  ${line}`)),
        `  ${c.green('→')} ${indented(message.remedy ?? '')}`,
        ...(others.length ? [`  The same at ${placesOf(others)}`] : []),
      ].join('\n');
    })
    .join('\n\n');
}

type Alike = readonly [VFileMessage, ...VFileMessage[]];

/** Messages, each with those behind it that say the same of other places: who has read one has read them all. */
function alike(messages: readonly VFileMessage[]): Alike[] {
  const byWords = new Map<string, [VFileMessage, ...VFileMessage[]]>();
  for (const message of messages) {
    const { severity, ruleId, reason, remedy, also } = message;
    const words = JSON.stringify([severity, ruleId, reason, remedy, also]);
    const found = byWords.get(words);
    if (found) found.push(message);
    else byWords.set(words, [message]);
  }
  const many = [...byWords.values()].filter(({ length }) => length >= SAME);
  const told = new Set(many.flatMap(([, ...others]) => others));
  const withOthers = new Map(many.map((group) => [group[0], group]));
  return messages.flatMap((message) => (told.has(message) ? [] : [withOthers.get(message) ?? [message]]));
}

function placeOf({ file = '', line, column }: VFileMessage): string {
  return line ? `${file}:${line}:${column}` : file;
}

function placesOf(messages: readonly VFileMessage[]): string {
  const places = messages.slice(0, MOST_PLACES).map((message) => printable(placeOf(message)));
  const more = messages.length - places.length;
  return `${places.join(', ')}${more ? ` and ${more} more` : ''}`;
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
