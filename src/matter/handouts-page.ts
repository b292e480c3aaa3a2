import type { Element } from 'hast';
import { h } from 'hastscript';
import { handoutPath, packPath } from '../book/handouts.js';
import { calledPaper } from '../config/trim.js';
import { encode } from '../manuscript/address.js';
import type { Book } from '../model/book.js';
import type { TrimSize } from '../model/config.js';
import type { MatterPage } from '../model/edition.js';
import { madeSection } from './section.js';

/** The handouts that come along with an edition: what each is called, and its file for each paper. */
export const handoutsPage: MatterPage = {
  role: 'handout',
  matter: 'back',
  make(book, { handoutPapers }) {
    if (!book.handouts.length) return undefined;
    const { handouts, metadata, words } = book;
    const lines = [
      ...handouts.map(({ id, title, lang, name }) =>
        h('li', { id }, [
          h('span', { className: ['handout-title'], lang: lang === metadata.lang ? undefined : lang }, title),
          ...files(handoutPapers, (paper) => handoutPath(name, paper)),
        ]),
      ),
      ...packsOf(book).map(({ orientation, called }) =>
        h('li', { className: ['handout-pack'] }, [
          h('span', { className: ['handout-title'] }, called),
          ...files(handoutPapers, (paper) => packPath(metadata.slug, paper, orientation)),
        ]),
      ),
    ];
    return madeSection(book, 'handout', 'back', words.handouts, [
      h('h1', { id: 'octavo-handout--title' }, words.handouts),
      h('ul', { className: ['handout-list'] }, lines),
    ]);
  },
};

/** Links to a file on each paper. */
function files(papers: readonly TrimSize[], path: (paper: TrimSize) => string): (Element | string)[] {
  const links = papers.flatMap((paper) => [
    ' ',
    h(
      'a',
      { className: ['handout-file'], href: encode(path(paper)), type: 'application/pdf' },
      `${calledPaper(paper)} (PDF)`,
    ),
  ]);
  return links.length ? [' ', h('span', { className: ['handout-files'] }, links.slice(1))] : [];
}

/** The files that hold several: one, or one for each way in which paper lies. */
function packsOf({ handouts, words }: Book) {
  const lying = (['portrait', 'landscape'] as const)
    .map((orientation) => ({
      orientation,
      count: handouts.filter((one) => one.orientation === orientation).length,
    }))
    .filter(({ count }) => count > 0);
  return lying
    .filter(({ count }) => count > 1)
    .map(({ orientation }) => ({ orientation, called: words.pack[lying.length > 1 ? orientation : 'all'] }));
}
