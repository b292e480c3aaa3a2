import type { Rule } from '../model/rule.js';
import { DECORATIVE } from '../tree/classes.js';
import { SKIP, visit } from '../tree/visit.js';

/** An image says what it shows. */
export const imageAlt: Rule<{ url: string }> = {
  id: 'image-alt',
  severity: 'warning',
  says: ({ url }) => `The image ${url} has no alternative text`,
  remedy: () =>
    'Say between the brackets what the image shows to somebody who does not see it: ![A wave that rises and breaks](wave.svg). If it only decorates: ![](wave.svg){.decorative}.',
  why: 'Readers who cannot see an image hear its alternative text instead, and stores that ask for accessible books look for it.',
  examples: {
    good: '# One\n\n![A red disc](disc.png)\n\n![](disc.png){.decorative}\n',
    bad: '# One\n\n![](disc.png)\n',
  },
  check(book, complain) {
    for (const { tree, file } of book.chapters) {
      visit(tree, (node) => {
        if (node.data?.attributes?.classes.includes(DECORATIVE)) return SKIP;
        if ((node.type === 'image' || node.type === 'imageReference') && !node.alt?.trim())
          complain({ url: node.type === 'image' ? node.url : node.identifier }, { file, node });
        return undefined;
      });
    }
  },
};
