import { h } from 'hastscript';
import type { Edition } from '../model/edition.js';
import type { Section } from '../model/rendition.js';
import { line } from '../typeset/line.js';
import { titleOf } from '../typeset/titles.js';
import { bylineOf, madeSection } from './section.js';

const ID = 'octavo-answer-key';

/** The solutions of a book by themselves: under its name, chapter after chapter. */
export const answerKey: NonNullable<Edition['key']> = (solved, book) => {
  const { key } = book.words.exercises;
  const chapters = solved.map(({ section, answers }, i) => {
    const { id, title, lang } = section;
    const number = book.chapters.find((chapter) => chapter.id === id)?.number;
    const heading = { id: `${ID}--${i + 1}`, depth: 2, title, number, section: ID, children: [] };
    const own = lang === book.metadata.lang ? undefined : lang;
    for (const answer of answers) answer.properties.lang = own;
    const said = [
      ...(number ? [h('span', { className: ['key-number'] }, number), ' '] : []),
      titleOf(headingOf(section) ?? '', title),
    ];
    return { heading, elements: [h('h2', { id: heading.id, lang: own }, said), ...answers] };
  });
  const title = { id: `${ID}--title`, depth: 1, title: key, section: ID };
  const made = madeSection(book, 'chapter', 'body', key, [
    ...line('opening-label', book.metadata.title),
    h('h1', { id: title.id }, key),
    ...line('chapter-author', bylineOf(book)),
    ...chapters.flatMap(({ elements }) => elements),
  ]);
  return {
    section: { ...made, id: ID, listed: true },
    outline: [{ ...title, children: chapters.map(({ heading }) => heading) }],
  };
};

/** Where a chapter's title is written as its author has it. */
function headingOf({ tree }: Section): string | undefined {
  const heading = tree.children.find((node) => node.type === 'element' && node.tagName === 'h1');
  return heading?.type === 'element' ? String(heading.properties.id) : undefined;
}
