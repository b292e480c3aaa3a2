import type { Root } from 'mdast';
import type { Position } from 'unist';
import type { VFile } from 'vfile';
import { pointAfter } from './places.js';
import { proseOf } from './prose.js';

/** Something that was found in the prose of a chapter, as its author typed it. */
export interface Occurrence {
  readonly match: RegExpExecArray;
  readonly place: Position;
  /** Whether nothing but the text stands at the place of the text, so that it may be changed there. */
  readonly exact: boolean;
}

/**
 * Finds a pattern in the prose of a chapter. It is looked for in the source, where a mistake has its place; a text whose
 * place holds more than itself (brackets that became a span) has to have it too.
 * @param patternOf the global pattern for a language
 */
export function* findInProse(
  tree: Root,
  file: VFile,
  lang: string,
  patternOf: (tag: string) => RegExp,
): Generator<Occurrence> {
  const source = String(file.value);
  for (const { runs, tag } of proseOf(tree, lang)) {
    const pattern = patternOf(tag);
    for (const run of runs) {
      if (typeof run === 'string' || !run.position) continue;
      const inText = run.value.replace(/[\u00a0\u202f]/g, ' ').match(pattern)?.length;
      if (!inText) continue;
      const { start, end } = run.position;
      const written = source.slice(start.offset, end.offset);
      const inSource = [...written.matchAll(pattern)];
      for (const match of inSource) {
        const from = pointAfter(start, written.slice(0, match.index));
        yield {
          match,
          place: { start: from, end: pointAfter(from, match[0]) },
          exact: inSource.length === inText,
        };
      }
    }
  }
}
