import type { Point } from 'unist';
import { VFile } from 'vfile';
import type { At, Say } from '../model/notice.js';
import type { Folder } from '../model/workshop.js';
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
  if (found.kind === 'outside') say(insideFolder, { path }, asked.at ?? { file });
  else if (found.kind !== 'file') say(fileReadable, { path, reason: REASONS[found.kind] }, { file });
  else if (isUtf16(found.bytes)) say(fileIsUtf8, { found: 'UTF-16' }, { file });
  else if (found.bytes.includes(0)) say(fileIsText, { path }, { file });
  else {
    const text = decode(found.bytes);
    if (text !== undefined) {
      file.value = text;
      return file;
    }
    const offset = firstBadByte(found.bytes);
    say(fileIsUtf8, { found: found.bytes[offset] ?? 0 }, { file, node: pointAt(found.bytes, offset) });
  }
  return undefined;
}

/** How a file of the manuscript is named to its author: from where he stands. */
export function shown(folder: Folder, path: string): string {
  return folder.path === '.' ? path : `${folder.path.replace(/\/+$/, '')}/${path}`;
}

const REASONS = {
  'not-a-file': 'it is a folder or a device',
  unreadable: 'the system does not allow it',
  'too-big': 'it is larger than 32 MB',
} as const;

/** UTF-8 without its byte order mark, line ends as they are; `undefined` if it is not UTF-8. */
function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** UTF-16 begins with a byte order mark of two bytes, in one order or the other. */
function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
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
