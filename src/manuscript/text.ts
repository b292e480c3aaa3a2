import type { Point } from 'unist';
import { VFile } from 'vfile';
import type { At, Say } from '../model/notice.js';
import type { Folder, Found } from '../model/workshop.js';
import { fileIsText, fileIsUtf8, fileReadable, insideFolder } from './notices.js';

/** More Markdown than this in one file is a mistake, in bytes. */
const LIMIT = 32 * 1024 * 1024;

/**
 * Reads a text file of the manuscript as a VFile.
 * @param asked where the file is named, for what is wrong with its name and not with itself; what to do if there is none
 * @returns `undefined` if there is none; also after having said what is wrong with it
 */
export async function readText(
  folder: Folder,
  path: string,
  say: Say,
  asked: { readonly at?: At | undefined; missing?(): void } = {},
): Promise<VFile | undefined> {
  const found = await folder.read(path, LIMIT);
  if (found.kind === 'missing') {
    asked.missing?.();
    return undefined;
  }
  const file = new VFile({ path, data: { shownPath: shown(folder, path) } });
  const text = textIn(found, file, say, asked.at);
  if (text === undefined) return undefined;
  file.value = text;
  return file;
}

/**
 * The text of a file that was found, or nothing after having said what is wrong with it.
 * @param at where the file is named, for what is wrong with its name and not with itself
 */
export function textIn(found: Found, file: VFile, say: Say, at?: At): string | undefined {
  const { path } = file;
  if (found.kind === 'outside') say(insideFolder, { path }, at ?? { file });
  else if (found.kind !== 'file') say(fileReadable, { path, ...REASONS[found.kind] }, { file });
  else if (isUtf16(found.bytes)) say(fileIsUtf8, { found: 'UTF-16' }, { file });
  else {
    const text = decode(found.bytes);
    const zero = found.bytes.indexOf(0);
    if (text !== undefined && zero < 0) return text;
    if (text !== undefined && isStray(found.bytes))
      say(fileIsText, { path, stray: true }, { file, node: pointAt(found.bytes, zero) });
    else if (zero >= 0) say(fileIsText, { path }, { file });
    else {
      const offset = firstBadByte(found.bytes);
      say(fileIsUtf8, { found: found.bytes[offset] ?? 0 }, { file, node: pointAt(found.bytes, offset) });
    }
  }
  return undefined;
}

/** How a file of the manuscript is named to its author: from where he stands. */
export function shown(folder: Folder, path: string): string {
  return folder.path === '.' ? path : `${folder.path.replace(/\/+$/, '')}/${path}`;
}

const REASONS = {
  missing: { reason: 'it is not there', remedy: 'Correct the name.' },
  'not-a-file': { reason: 'it is a folder or a device', remedy: 'Put a text file in its place.' },
  unreadable: {
    reason: 'the system does not allow it',
    remedy: 'Give yourself the right to read it (chmod u+r), or leave it out.',
  },
  'too-big': {
    reason: 'it is larger than 32 MB',
    remedy: 'Split it into chapters; if it is data, leave it out of the book.',
  },
} as const;

/** UTF-8 without its byte order mark, line ends as they are; `undefined` if it is not UTF-8. */
function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * UTF-16 begins with a byte order mark of two bytes, in one order or the other; without one, every other byte of what is
 * written in most languages is zero.
 */
function isUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  const zeros = [0, 0];
  const start = bytes.subarray(0, 256);
  for (const [i, byte] of start.entries()) if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const [most, least] = [Math.max(...zeros), Math.min(...zeros)];
  return least === 0 && most > 1 && most > start.length * 0.4;
}

/** Whether a zero byte is a slip in a text, rather than one of many in a file that is none. */
function isStray(bytes: Uint8Array): boolean {
  let zeros = 0;
  for (const byte of bytes) if (byte === 0) zeros++;
  return zeros * 20 < bytes.length;
}

/** The line and column of an offset before which everything is UTF-8. */
function pointAt(bytes: Uint8Array, offset: number): Point {
  const lines = new TextDecoder().decode(bytes.subarray(0, offset)).split(/\r\n|\r|\n/);
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}

/** Where the first sequence of bytes begins that is no character of UTF-8. */
function firstBadByte(bytes: Uint8Array): number {
  let [good, bad] = [0, bytes.length];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (startOf(middle) === undefined) bad = middle;
    else good = middle;
  }
  const whole = startOf(good) ?? '';
  return new TextEncoder().encode(whole).length;

  /** The characters that are whole in so many bytes; a cut inside the last one is not its fault. */
  function startOf(length: number): string | undefined {
    try {
      const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
      return decoder.decode(bytes.subarray(0, length), { stream: true });
    } catch {
      return undefined;
    }
  }
}
