import type { Element, Root, RootContent } from 'hast';
import type { VFile } from 'vfile';
import type { Say } from '../model/notice.js';
import type { Stretch } from '../model/written.js';
import { textArrives } from './notices.js';

/** Where the text of trees comes from in their file. */
export interface Arrivals {
  /** From where to where pieces of it reach: the reading of HTML makes one of several. */
  readonly at: Stretch[];
  /** What has come from somewhere in a stretch, in letters, by the stretch. */
  readonly within: Map<string, Stretch & { letters: string }>;
}

/** Whatever shows a piece of text as a whole. */
const WHOLES = new Set(['code', 'pre', 'math']);

/**
 * Notes where the text of a tree comes from. The reading of HTML runs texts together and forgets their places; then they
 * are somewhere in what they stand in.
 */
export function noteArrivals(tree: Root, { at, within }: Arrivals): void {
  const look = (node: RootContent, around: Element['position']): void => {
    const start = node.position?.start.offset;
    if (node.type === 'text') {
      if (start !== undefined) at.push({ from: start, to: node.position?.end.offset ?? start });
      else if (around?.start.offset !== undefined && around.end.offset !== undefined) {
        const [from, to] = [around.start.offset, around.end.offset];
        const before = within.get(`${from}-${to}`)?.letters ?? '';
        within.set(`${from}-${to}`, { from, to, letters: before + lettersIn(node.value) });
      }
    } else if (node.type === 'element') {
      if (start !== undefined && WHOLES.has(node.tagName)) at.push({ from: start, to: start });
      for (const child of node.children) look(child, node.position ?? around);
    }
  };
  for (const child of tree.children) look(child, undefined);
}

/**
 * Says which pieces of text that an author wrote have arrived in no tree, whatever lost them. From here on, finished editions
 * are held against the trees letter by letter.
 * @param leftOut what is meant for other readers
 */
export function holdWritten(
  file: VFile,
  { at, within }: Arrivals,
  leftOut: readonly Stretch[],
  say: Say,
): void {
  const arrived = at.sort((a, b) => a.from - b.from);
  const stretches: (Stretch & { letters?: string })[] = [...within.values(), ...leftOut].sort(
    (a, b) => a.from - b.from,
  );
  let around: typeof stretches = [];
  let [next, opened, last, reach] = [0, 0, -1, -1];
  for (const { from, to, words, at: node } of file.data.written ?? []) {
    for (; next < arrived.length && (arrived[next]?.from ?? to) < to; next++) {
      last = arrived[next]?.from ?? last;
      reach = Math.max(reach, arrived[next]?.to ?? 0);
    }
    for (; opened < stretches.length; opened++) {
      const stretch = stretches[opened];
      if (!stretch || stretch.from > from) break;
      around.push(stretch);
    }
    // Stretches lie in one another or apart: one that has ended holds nothing of what follows.
    around = around.filter((stretch) => stretch.to >= to);
    if (last >= from || reach > from) continue;
    const letters = longestWord(words);
    if (!around.some((stretch) => stretch.letters?.includes(letters) ?? true))
      say(textArrives, { words }, { file, node });
  }
}

/** Typography makes something else of short ones: “(c)”, “6x9”, “1st”. */
function longestWord(text: string): string {
  return (text.match(/\p{L}+/gu) ?? []).reduce((a, b) => (b.length > a.length ? b : a), '').toLowerCase();
}

/** The letters of a text: typography changes signs, spaces and figures, and hyphens come in between. */
function lettersIn(text: string): string {
  return text.replace(/[^\p{L}]/gu, '').toLowerCase();
}
