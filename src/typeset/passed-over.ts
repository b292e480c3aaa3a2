import type { Nodes, Root } from 'hast';
import type { Point } from 'unist';
import type { Chapter } from '../model/book.js';
import type { Say } from '../model/notice.js';
import { visit } from '../tree/visit.js';
import { htmlIsKnown } from './notices.js';
import { asks, judge } from './sanitize.js';
import { tagsIn } from './tags.js';

/** Elements that HTML drops where they cannot stand: those of the document, which is not the author's, and parts of no table. */
const DROPPED = new Set([
  'html',
  'head',
  'body',
  'frameset',
  'frame',
  'caption',
  'col',
  'colgroup',
  'tbody',
  'thead',
  'tfoot',
  'tr',
  'td',
  'th',
]);

/**
 * Says what the reading of HTML itself has left out without a word, so that no tree shows it any more: `<body onload>`, a
 * cell outside a table, an instruction such as `<?xml-stylesheet?>`. A comment is the author's own and goes unsaid.
 * @param mixed the chapter with its HTML as text
 * @param whole the same with its HTML read
 */
export function tellPassedOver(mixed: Root, whole: Root, { file }: Chapter, say: Say): void {
  const kept = new Set<number | undefined>();
  visit(whole, 'element', (element) => void kept.add(element.position?.start?.offset));
  visit(mixed as Nodes, 'raw', ({ value, position }) => {
    for (const { name, attributes, at } of tagsIn(value)) {
      const node = position && after(position.start, value.slice(0, at));
      if (/^[!?]/.test(name)) say(htmlIsKnown, { what: `<${name}>` }, { file, node });
      else if (DROPPED.has(name) && !kept.has(node?.offset)) {
        const properties = Object.fromEntries([...attributes].filter(([attribute]) => asks(attribute)));
        judge({ type: 'element', tagName: name, properties, children: [] }, { file, node }, say);
      }
    }
  });
}

/** The point that lies so much text after another. */
function after(start: Point, text: string): Point {
  const lines = text.split(/\r\n|\r|\n/);
  const last = (lines.at(-1) ?? '').length;
  return {
    line: start.line + lines.length - 1,
    column: lines.length > 1 ? last + 1 : start.column + last,
    offset: (start.offset ?? 0) + text.length,
  };
}
