import { type ByLanguage, byLanguage } from '../language/by-language.js';
import { sentencesIn } from '../language/sentences.js';
import { proseIn } from '../markdown/prose.js';
import { wordsIn } from '../markdown/prose-text.js';
import type { Book, Chapter } from '../model/book.js';
import type { ResolvedConfig } from '../model/config.js';
import type { ChapterStatistics } from '../model/statistics.js';
import { visit } from '../tree/visit.js';
import { wordsOf } from './words.js';

/** A word is long above so many letters. */
const LONG = 6;
/** Words a minute (S. Trauzettel-Klosinski and K. Dietz, *Standardized Assessment of Reading Performance*, IOVS 2012). */
const SPEED: ByLanguage<number> = {
  en: 228,
  de: 179,
  es: 218,
  fr: 195,
  it: 188,
  nl: 202,
  pl: 166,
  ru: 184,
  sv: 199,
};
const OTHER_SPEED = 184;
/** A letter of text with what is between letters, as a part of the type size, and lines that are not full. */
const LETTER = 0.42;
const FULL = 0.85;
/** Inches to CSS pixels, and what the classic page has for its margins and its type, in them. */
const INCH = 96;
const MARGINS = { width: 1.35 * INCH, height: 1.75 * INCH };
const TYPE = { size: (11.5 / 72) * INCH, leading: (15 / 72) * INCH };

/** Counts what there is of a book, chapter by chapter; what has no words and shows nothing is left out. */
export function statisticsOf(
  { chapters }: Pick<Book, 'chapters'>,
  { trim }: Pick<ResolvedConfig, 'trim'>,
): ChapterStatistics[] {
  const area = (trim.width - MARGINS.width) * (trim.height - MARGINS.height);
  const letters = (area / (TYPE.size * LETTER * TYPE.leading)) * FULL;
  return chapters
    .map((chapter) => countIn(chapter, letters))
    .filter(({ words, figures, tables }) => words || figures || tables);
}

function countIn(chapter: Chapter, lettersOfPage: number): ChapterStatistics {
  const { lang, tree, file, title } = chapter;
  let [words, sentences, inSentences, long, letters] = [0, 0, 0, 0, 0];
  for (const prose of proseIn(chapter)) {
    const text = wordsIn(prose);
    const found = wordsOf(text, lang);
    words += found.length;
    letters += text.length;
    if (prose.node.type !== 'paragraph' || !found.length) continue;
    inSentences += found.length;
    long += found.filter((word) => [...word].length > LONG).length;
    sentences += sentencesIn(text, lang).filter((one) => /[\p{L}\p{N}]/u.test(one.text)).length;
  }
  const notes = new Set<string>();
  let [figures, tables] = [0, 0];
  visit(tree, (node) => {
    if (node.type === 'footnoteReference') notes.add(node.identifier);
    else if (node.type === 'table') tables++;
    else if (node.data?.hName === 'figure') figures++;
  });
  const speed = byLanguage(SPEED, lang, OTHER_SPEED);
  return {
    path: file.data.shownPath ?? file.path,
    title,
    words,
    sentences,
    pages: Math.ceil(letters / lettersOfPage),
    minutes: Math.ceil(words / speed),
    notes: notes.size,
    figures,
    tables,
    lix: sentences ? Math.round(inSentences / sentences + (long * 100) / inSentences) : 0,
  };
}
