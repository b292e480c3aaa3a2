import { inBook } from '../../config/book-file.js';
import { isServedEnglish } from '../../language/words.js';
import type { Tools } from '../../model/edition.js';
import type { Metadata } from '../../model/metadata.js';
import type { Rendition } from '../../model/rendition.js';
import { flawsOf } from '../documents/flaws.js';
import { epubConforms } from '../notices-epub.js';
import type { Sheet } from './sheets.js';

/** As EPUB Accessibility 1.1 wants it written, to the letter. */
export const STANDARD = 'EPUB Accessibility 1.1 - WCAG 2.2 Level AA';

/** Who answers for the claim: the publisher, else the authors, or else the editors. */
function certifierOf({ publisher, authors, contributors }: Metadata): string | undefined {
  const editors = contributors.filter(({ role }) => role === 'edt');
  const people = authors.length ? authors : editors;
  return publisher?.trim() || people.map(({ name }) => name).join(', ') || undefined;
}

/** The claim that the book conforms, where it earns it and somebody answers for it; where not, it is told why. */
export function conformance(
  sheets: readonly Sheet[],
  moves: boolean,
  { metadata, words }: Rendition,
  { ledger }: Tools,
): { standard: string; certifier: string } | undefined {
  const flaws = sheets
    .filter(({ kind }) => kind === 'text')
    .flatMap(({ tree, section: { file } }) => flawsOf(tree).map((flaw) => ({ ...flaw, file })));
  for (const { reason, node, file } of flaws)
    ledger.say(epubConforms, { reason }, file ? { file, node } : inBook());
  // WCAG 2.2, 3.1.2: they would be read out as if they were words of its language.
  const english = isServedEnglish(metadata.lang, words);
  const others = [
    ...(moves ? ['something in it moves'] : []),
    ...(english ? ['what Octavo writes in it is English'] : []),
  ];
  for (const reason of others) ledger.say(epubConforms, { reason }, inBook());
  const certifier = certifierOf(metadata);
  return flaws.length || others.length || !certifier ? undefined : { standard: STANDARD, certifier };
}
