import { posix } from 'node:path';
import { VFile } from 'vfile';
import { guess, guessFile } from '../config/guess.js';
import { linesOfFrontMatter } from '../manuscript/front-matter-fences.js';
import { readText } from '../manuscript/text.js';
import type { At, Say } from '../model/notice.js';
import type { Origin } from '../model/origin.js';
import type { Folder } from '../model/workshop.js';
import {
  BEFORE,
  includesSomething,
  type Request,
  requestInFence,
  requestInLine,
  requestOfMdBook,
} from './include-requests.js';
import {
  includeEnds,
  includeExists,
  includeLines,
  includeNamed,
  includeReads,
  includeRegion,
} from './notices-includes.js';
import { type Line, linesBetween, linesOf, outdent, regionsIn } from './regions.js';

/** Files through which one can be included. */
const DEEPEST = 10;
/** Inclusions of one chapter, and the characters they bring. */
const MOST = 10_000;
const LONGEST = 32 * 1024 * 1024;

const FENCE = new RegExp(`${BEFORE}(\`{3,}|~{3,})(.*)$`);
/** A chapter while it is put together. */
interface Work {
  readonly folder: Folder;
  readonly say: Say;
  readonly read: Map<string, Promise<VFile | undefined>>;
  /** The names of all files, once one has been looked for that is not there. */
  names?: Promise<readonly string[]>;
  count: number;
  characters: number;
}

interface Put extends Line {
  readonly file: VFile;
  readonly shift: number;
  /** What code is to be filled with here. */
  readonly excerpt?: string | undefined;
}

/**
 * Puts a chapter together with what it includes: `::include{file="_x.md" region=name}` on a line of its own, and what
 * mdBook, Quarto and HonKit write instead. Every line knows where it comes from, so that messages name the right file. For
 * code (```` ```js {file="a.js"} ````) the text is read and laid ready.
 * @returns the chapter itself if it includes nothing, and every other file that went into it
 */
export async function withIncludes(
  chapter: VFile,
  folder: Folder,
  say: Say,
): Promise<{ file: VFile; included: readonly VFile[] }> {
  if (!includesSomething(String(chapter.value))) return { file: chapter, included: [] };
  const work: Work = { folder, say, read: new Map(), count: 0, characters: 0 };
  const lines = linesOf(String(chapter.value));
  const put = await expand(lines, chapter, [chapter.path], 0, work);
  const included = (await Promise.all(work.read.values())).filter((file) => file !== undefined);
  if (!included.length && put.length === lines.length) return { file: chapter, included };
  const file = new VFile({ path: chapter.path, value: `${put.map(({ text }) => text).join('\n')}\n` });
  Object.assign(file.data, chapter.data, { origins: originsOf(put), excerpts: excerptsOf(put) });
  return { file, included };
}

function originsOf(lines: readonly Put[]): Origin[] {
  const origins: Origin[] = [];
  lines.forEach(({ file, number, shift }, i) => {
    const last = origins.at(-1);
    if (!last || last.file !== file || last.shift !== shift || number - last.from !== i + 1 - last.line)
      origins.push({ line: i + 1, file, from: number, shift });
  });
  return origins;
}

function excerptsOf(lines: readonly Put[]): Map<number, string> {
  return new Map(lines.flatMap(({ excerpt }, i) => (excerpt === undefined ? [] : [[i + 1, excerpt]])));
}

/** The lines of a file with what they include in their place. */
async function expand(
  lines: readonly Line[],
  file: VFile,
  through: readonly string[],
  shift: number,
  work: Work,
): Promise<Put[]> {
  const put: Put[] = [];
  let fence: string | undefined;
  for (const [i, line] of lines.entries()) {
    const at: At = { file, node: { line: line.number, column: 1 } };
    const keep = (excerpt?: string): void => void put.push({ ...line, file, shift, excerpt });
    const [, , ticks, info = ''] = FENCE.exec(line.text) ?? [];
    if (fence) {
      const closes = ticks?.startsWith(fence) && !info.trim();
      if (closes) fence = undefined;
      keep(await excerptFor(requestOfMdBook(line.text)?.request, file.path, at, work));
      continue;
    }
    if (ticks && !(ticks.startsWith('`') && info.includes('`'))) {
      fence = ticks;
      keep(await excerptFor(requestInFence(info), file.path, at, work));
      continue;
    }
    const found = requestInLine(line.text);
    if (!found) {
      keep();
      continue;
    }
    const { before, request, block } = found;
    const inside = await taken(request, file.path, through, at, work);
    if (!inside) continue;
    const further = before.replace(/[^>\s]/g, ' ');
    const blank = (): void => void put.push({ text: further.trimEnd(), number: line.number, file, shift });
    if (block && put.at(-1)?.text.trim() && before === further) blank();
    const whole = await expand(
      inside.lines,
      inside.file,
      [...through, inside.file.path],
      shift + before.length,
      work,
    );
    whole.forEach((one, k) => {
      put.push({ ...one, text: `${k ? further : before}${one.text}`.trimEnd() });
    });
    if (block && lines[i + 1]?.text.trim()) blank();
  }
  return put;
}

/** Reads what code is to be filled with. */
async function excerptFor(
  request: Request | undefined,
  from: string,
  at: At,
  work: Work,
): Promise<string | undefined> {
  const found = request && (await taken(request, from, [], at, work));
  return found && outdent(found.lines.map(({ text }) => text)).join('\n');
}

/** Finds the lines that are asked for, or says why there are none. */
async function taken(
  request: Request | undefined,
  from: string,
  through: readonly string[],
  at: At,
  work: Work,
): Promise<{ file: VFile; lines: readonly Line[] } | undefined> {
  const { say } = work;
  if (isTooMuch(work)) return undefined;
  if (!request?.file) {
    say(includeNamed, {}, at);
    return undefined;
  }
  const path = posix.normalize(
    request.file.startsWith('/') ? request.file : posix.join(posix.dirname(from), request.file),
  );
  const reason = through.includes(path) ? 'circle' : through.length > DEEPEST ? 'depth' : undefined;
  if (reason) {
    say(includeEnds, { path, reason }, at);
    return undefined;
  }
  if (!work.read.has(path)) work.read.set(path, read(path, posix.dirname(from), at, work));
  const file = await work.read.get(path);
  if (!file) return undefined;
  const lines = linesAskedFor(request, file, at, say);
  work.count++;
  work.characters += lines?.reduce((sum, { text }) => sum + text.length, 0) ?? 0;
  if (!isTooMuch(work)) return lines && { file, lines };
  say(includeEnds, { path, reason: 'size' }, at);
  return undefined;
}

function isTooMuch({ count, characters }: Work): boolean {
  return count > MOST || characters > LONGEST;
}

async function read(path: string, from: string, at: At, work: Work): Promise<VFile | undefined> {
  const { folder, say } = work;
  // What is wrong with the file is wrong where it is asked for.
  const heard: Say = (notice, facts, where) => {
    if (where.file === at.file) say(notice, facts, where);
    else
      say(
        includeReads,
        { path, remedy: notice.remedy(facts) },
        { ...at, also: { ...where, says: notice.says(facts) } },
      );
  };
  let isMissing = false;
  const file = await readText(folder, path, heard, {
    at,
    missing() {
      isMissing = true;
    },
  });
  if (isMissing) {
    work.names ??= folder.list();
    const meant = guessFile(path, await work.names);
    say(includeExists, { path, guess: meant && posix.relative(from, meant) }, at);
  }
  return file;
}

/** The region or the lines; a whole file without its front matter. */
function linesAskedFor(
  { region, lines }: Request,
  file: VFile,
  at: At,
  say: Say,
): readonly Line[] | undefined {
  const all = linesOf(String(file.value));
  const { whole, regions } = regionsIn(all);
  const path = file.data.shownPath ?? file.path;
  if (region !== undefined) {
    const found = regions.get(region);
    const known = [...regions.keys()];
    if (!found) say(includeRegion, { path, region, guess: guess(region, known), known }, at);
    return found;
  }
  if (lines !== undefined) {
    const found = linesBetween(all, lines);
    if (!found) say(includeLines, { path, lines, count: all.length }, at);
    return found;
  }
  return whole.slice(linesOfFrontMatter(whole.map(({ text }) => text).join('\n')));
}
