import type { PhrasingContent } from 'mdast';
import { guess } from '../config/guess.js';
import type { Book, Chapter } from '../model/book.js';
import type { Say } from '../model/notice.js';
import { visit } from '../tree/visit.js';
import { handoutExists, handoutIsAlone, handoutIsOne } from './notices.js';
import { asSettled } from './references.js';

/**
 * Fills pointers to handouts with the handout's own title. Where its first page is to be shown, that is a figure of which the
 * picture comes when the handout is made.
 * @returns ids of the handouts that chapters show
 */
export function pointAtHandouts(book: Book, say: Say): Set<string> {
  const handouts = book.chapters.filter(({ role }) => role === 'handout');
  const shown = new Set<string>();
  for (const { tree, file, role, lang } of book.chapters)
    visit(tree, 'leafDirective', (node) => {
      if (!node.data?.handout) return;
      const { name, small } = node.data.handout;
      const depth = name.split('/').length;
      const named = handouts.filter((one) => endOfPath(one, depth) === name.normalize('NFC'));
      const [handout] = named;
      if (!handout) {
        const names = handouts.map((one) => endOfPath(one, depth));
        return say(handoutExists, { name, guess: guess(name, names) }, { file, node });
      }
      if (named.length > 1) {
        const names = named.map((one) => endOfPath(one, depth + 1));
        return say(handoutIsOne, { name, names }, { file, node });
      }
      const words = wordsOf(handout, role !== 'handout');
      // Called as on its sheet, in the language that this is in.
      const said = handout.lang === lang ? {} : { lang: handout.lang };
      if (small && role !== 'handout') {
        shown.add(handout.id);
        node.data.hProperties = { ...node.data.hProperties, dataHandout: handout.id };
        const data = { hName: 'figcaption', hProperties: said };
        node.children = [{ type: 'emphasis', data, children: words }];
        return;
      }
      if (small) say(handoutIsAlone, { name }, { file, node });
      node.data = { ...node.data, hName: 'p', hProperties: { className: ['handout-link'], ...said } };
      node.children = words;
    });
  return shown;
}

/** The last parts of the path of a handout, without its extension: the name of its file alone, or with folders that it lies in. */
function endOfPath({ file }: Chapter, parts: number): string {
  const path = [...file.path.split('/').slice(0, -1), file.stem ?? ''];
  return path.slice(-parts).join('/').normalize('NFC');
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
    leads ? asSettled({ type: 'link', url: `#${id}`, children: [named] }) : named,
  ];
}
