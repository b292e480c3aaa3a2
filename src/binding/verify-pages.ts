import { VFile } from 'vfile';
import { inBook } from '../config/book-file.js';
import type { Tools } from '../model/edition.js';
import type { Rendition, Section } from '../model/rendition.js';
import type { Settled } from '../press/layout/job.js';
import { styleKeepsPages } from '../typeset/notices.js';
import { fontEmbeds, fontKnown, inkIsAsked, pageNumbersTrue } from './notices.js';
import type { FinishedPdf } from './pdf.js';

/** Nothing is believed because it was measured: the printed file has the last word. */
export function verifyPages(
  finished: FinishedPdf,
  settled: Settled,
  job: { readonly path: string; readonly sections: readonly Section[] },
  { typefaces, scriptFaces = [], edition, options, ownStyles: styles }: Rendition,
  tools: Tools,
): void {
  const { ledger } = tools;
  const file = new VFile({ path: job.path });
  const untrue = (title: string, said: string, printed: string, at = file): void => {
    const facts = { title, said, printed };
    if (styles.length)
      ledger.say(styleKeepsPages, { styles, reason: pageNumbersTrue.says(facts) }, { file: at });
    else ledger.say(pageNumbersTrue, facts, { file: at });
  };
  const measuredPages = settled.pagination.pages.length;
  if (finished.pages !== measuredPages)
    untrue('the last page', String(measuredPages), String(finished.pages));
  const { coloured } = finished;
  const { ink } = options;
  if ((ink === 'black' || ink === 'cmyk') && coloured)
    ledger.say(inkIsAsked, { coloured, edition, ink }, inBook('editions', edition, 'ink'));
  const label = (page: number): string => settled.pagination.pages[page]?.label ?? String(page + 1);
  const measured = new Map(settled.headings.map((heading) => [heading.id, heading]));
  for (const heading of finished.headings) {
    const expected = measured.get(heading.id);
    if (!expected || expected.sheetPage === heading.page) continue;
    untrue(
      expected.title,
      label(expected.sheetPage),
      label(heading.page),
      job.sections.find((one) => one.id === expected.section)?.file,
    );
  }
  for (const [id, page] of settled.places) {
    const printed = finished.destinations.get(id);
    if (printed === undefined || printed === page || measured.has(id)) continue;
    untrue(id, label(page), label(printed));
  }
  // A token that comes to nothing names none, and each name would begin with that.
  const families = [...Object.values(typefaces), ...scriptFaces].map(plainName).filter(Boolean);
  for (const font of finished.fonts) {
    const known = families.some((family) => plainName(font.name).startsWith(family));
    if (font.type === 'Type 3')
      ledger.say(fontEmbeds, { font: font.name, reason: 'became a Type 3 font' }, { file });
    else if (!font.embedded) ledger.say(fontEmbeds, { font: font.name, reason: 'is not embedded' }, { file });
    else if (!known) ledger.say(fontKnown, { font: font.name, edition }, { file });
  }
}

/** The name of a font without what differs between a family and its files: `SourceSans3ExtraLight-Bold` is of “Source Sans 3”. */
function plainName(name: string): string {
  return name.replace(/[^a-z0-9]/gi, '').toLowerCase();
}
