import type { Chapter } from '../model/book.js';
import type { At, Mend } from '../model/notice.js';
import { pointAfter } from './places.js';
import { proseIn } from './prose.js';

/** Something that was found in the prose of a book, as its author typed it. */
export interface Occurrence {
  readonly match: RegExpExecArray;
  readonly at: At;
  /** What follows on its line, with its marks. */
  readonly behind: string;
  /** Another text in its place; none where more than the text stands at the place of the text. */
  mend(text: string): readonly Mend[];
}

/**
 * Finds a pattern in the prose of chapters. It is looked for in the source, where a mistake has its place; a text whose
 * place holds more than itself (brackets that became a span) has to have it too.
 * @param pattern a global pattern, or the one for a language
 */
export function* findInProse(
  chapters: readonly Chapter[],
  pattern: RegExp | ((tag: string) => RegExp),
): Generator<Occurrence> {
  for (const chapter of chapters) {
    const { file } = chapter;
    const source = String(file.value);
    for (const { runs, tag } of proseIn(chapter)) {
      const wanted = typeof pattern === 'function' ? pattern(tag) : pattern;
      for (const run of runs) {
        if (typeof run === 'string' || !run.position) continue;
        const inText = run.value.replace(/[\u00a0\u202f]/g, ' ').match(wanted)?.length;
        if (!inText) continue;
        const { start, end } = run.position;
        const written = source.slice(start.offset, end.offset);
        const inSource = [...written.matchAll(wanted)];
        for (const match of inSource) {
          const from = pointAfter(start, written.slice(0, match.index));
          const to = (start.offset ?? 0) + match.index + match[0].length;
          const place = { start: from, end: pointAfter(from, match[0]) };
          yield {
            match,
            at: { file, node: place },
            get behind() {
              const end = source.indexOf('\n', to);
              return source.slice(to, end < 0 ? undefined : end).trimEnd();
            },
            mend: (text) => (inSource.length === inText ? [{ place, text }] : []),
          };
        }
      }
    }
  }
}
