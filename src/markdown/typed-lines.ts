import type { Paragraph } from 'mdast';
import type { Point } from 'unist';
import type { VFile } from 'vfile';
import type { Chapter } from '../model/book.js';
import { visit } from '../tree/visit.js';

/** A line as it was typed, without the marks of quotes and lists before it. */
export interface TypedLine {
  readonly text: string;
  readonly at: Point;
}

/** A paragraph of a chapter, line by line. */
export interface TypedParagraph {
  readonly file: VFile;
  readonly node: Paragraph;
  readonly lines: readonly TypedLine[];
}

/** The paragraphs of chapters in the order of reading, but for :::verse, and for what is kept as it is typed. */
export function typedParagraphs(chapters: readonly Chapter[]): TypedParagraph[] {
  return chapters.flatMap(({ tree, file }) => {
    const source = String(file.value);
    const found: TypedParagraph[] = [];
    // Stanzas of lines with a bar before each are one paragraph as it was typed.
    const seen = new Set<Point>();
    visit(tree, 'paragraph', (node) => {
      const { start, end } = node.position ?? {};
      const classes = [node.data?.hProperties?.className, node.data?.attributes?.classes].flat();
      const inVerse = classes.includes('stanza') && !classes.includes('verse');
      if (!start || !end || seen.has(start) || inVerse || classes.includes('verbatim')) return;
      seen.add(start);
      const lines = source
        .slice(start.offset, end.offset)
        .split(/\r\n|\r|\n/)
        .map((typed, i): TypedLine => {
          const lead = i ? (/^[\s>]*/.exec(typed)?.[0].length ?? 0) : 0;
          return {
            text: typed.slice(lead),
            at: { line: start.line + i, column: (i ? 1 : start.column) + lead },
          };
        });
      found.push({ file, node, lines });
    });
    return found;
  });
}
