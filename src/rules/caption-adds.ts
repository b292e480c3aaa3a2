import { isPicture } from '../markdown/captions.js';
import type { Rule } from '../model/rule.js';
import { textOf } from '../tree/text-of.js';
import { visit } from '../tree/visit.js';

/** A caption says something that the alternative text does not. */
export const captionAdds: Rule<{ words: string }> = {
  id: 'caption-adds',
  severity: 'info',
  says: ({ words }) => `The caption and the alternative text of this figure are the same: “${words}”`,
  remedy: () => 'Let the alternative text say what is to be seen, and the caption why it is shown.',
  why: 'Who hears a book hears both, one after the other, and would hear the same words twice.',
  examples: {
    good: '# One\n\n![A red disc](disc.png "The sun at noon.")\n',
    bad: '# One\n\n![A red disc](disc.png "A red disc")\n',
  },
  check(book, complain) {
    for (const { tree, file } of book.chapters)
      visit(tree, 'paragraph', (figure) => {
        const [image, caption] = figure.children;
        if (!image || !caption || !isPicture(image) || caption.data?.hName !== 'figcaption') return;
        // The words of a numbered figure without a caption of its own are its caption.
        if (image.type === 'image' && !image.title) return;
        const words = textOf(caption).trim();
        if (words && words === image.alt?.trim()) complain({ words }, { file, node: image });
      });
  },
};
