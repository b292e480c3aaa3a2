import type { PhrasingContent } from 'mdast';
import { guess } from '../config/guess.js';
import type { Book, Chapter } from '../model/book.js';
import type { Say } from '../model/notice.js';
import { visit } from '../tree/visit.js';
import { handoutExists } from './notices.js';

/** Fills pointers to handouts with the handout's own title. */
export function pointAtHandouts(book: Book, say: Say): void {
  const handouts = new Map(
    book.chapters
      .filter((chapter) => chapter.role === 'handout')
      .map((chapter) => [chapter.file.stem ?? '', chapter]),
  );
  for (const { tree, file, role } of book.chapters)
    visit(tree, 'leafDirective', (node) => {
      const name = node.data?.handout;
      if (name === undefined) return;
      const handout = handouts.get(name);
      if (!handout)
        return say(handoutExists, { name, guess: guess(name, [...handouts.keys()]) }, { file, node });
      node.children = wordsOf(handout, role !== 'handout');
    });
}

/** @param leads to where the handout is, in editions that it comes along with */
function wordsOf({ id, title, words }: Chapter, leads: boolean): PhrasingContent[] {
  const named: PhrasingContent = { type: 'text', value: title };
  return [
    {
      type: 'emphasis',
      data: { hName: 'span', hProperties: { className: ['handout-kind'] } },
      children: [{ type: 'text', value: words.handout }],
    },
    { type: 'text', value: ' ' },
    leads ? { type: 'link', url: `#${id}`, children: [named] } : named,
  ];
}
