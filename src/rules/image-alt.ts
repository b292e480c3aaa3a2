import type { Html } from 'mdast';
import type { Point } from 'unist';
import { HTML_MARKUP } from '../markdown/html-elements.js';
import { pointAfter } from '../markdown/places.js';
import type { Rule } from '../model/rule.js';
import { DECORATIVE } from '../tree/classes.js';
import { SKIP, visit } from '../tree/visit.js';

/** What it shows, or, with no words in it, that it shows nothing; one that is out of sight for all shows nothing, either. */
const SPOKEN =
  /\s(?:alt|aria-label|aria-labelledby|hidden)(?=[\s=/>])|\sclass\s*=\s*(?:"[^"]*\b|'[^']*\b)?decorative\b|\s(?:role\s*=\s*["']?(?:presentation|none)|aria-hidden)\b/i;

/** An image says what it shows. */
export const imageAlt: Rule<{ url: string; html?: boolean }> = {
  id: 'image-alt',
  severity: 'warning',
  says: ({ url }) => `The image ${url} has no alternative text`,
  remedy: ({ html }) =>
    html
      ? 'Say what it shows to somebody who does not see it: <img src="wave.svg" alt="A wave that rises and breaks">. If it only decorates: alt="".'
      : 'Say between the brackets what the image shows to somebody who does not see it: ![A wave that rises and breaks](wave.svg). If it only decorates: ![](wave.svg){.decorative}.',
  why: 'Readers who cannot see an image hear its alternative text instead, and stores that ask for accessible books look for it.',
  examples: {
    good: '# One\n\n![A red disc](disc.png)\n\n![](disc.png){.decorative}\n\n![A disc](disc.png){alt=""}\n\nAmong ![](disc.png){alt=""} words.\n\n<img src="disc.png" alt="A red disc">\n',
    bad: '# One\n\n![](disc.png)\n',
  },
  check(book, complain) {
    for (const { tree, file } of book.chapters) {
      visit(tree, (node) => {
        if (node.data?.attributes?.classes.includes(DECORATIVE)) return SKIP;
        if ((node.type === 'image' || node.type === 'imageReference') && !node.alt?.trim())
          complain({ url: node.type === 'image' ? node.url : node.identifier }, { file, node });
        if (node.type === 'html' && node.position)
          for (const { 0: tag, 2: name, index } of node.value.matchAll(HTML_MARKUP)) {
            if (name?.toLowerCase() !== 'img' || SPOKEN.test(tag)) continue;
            const url =
              /\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i.exec(tag)?.slice(1).find(Boolean) ?? '';
            complain({ url, html: true }, { file, node: placeOf(node, index, String(file.value)) });
          }
        return undefined;
      });
    }
  },
};

/** Where a tag begins; in a list or a quotation lines are other ones than those of the source, and the whole of the HTML is pointed at. */
function placeOf({ value, position }: Html, index: number, source: string): Point | undefined {
  const start = position?.start;
  const isWhole = source.slice(start?.offset, position?.end.offset) === value;
  return start && isWhole ? pointAfter(start, value.slice(0, index)) : start;
}
