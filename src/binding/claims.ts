import { VFile } from 'vfile';
import type { Ledger } from '../model/notice.js';
import type { Section } from '../model/rendition.js';
import type { Settled } from '../press/layout/job.js';
import { flawsOf } from './documents/flaws.js';
import { pdfConforms } from './notices.js';

/**
 * Whether a PDF may claim PDF/UA-1 (ISO 14289-1), as far as a program can tell: its tags are mended when it is finished, and
 * what is left is the author's. Where something speaks against it, that is told.
 */
export function earnsUa(
  sections: readonly Section[],
  { missing }: Pick<Settled, 'missing'>,
  edition: string,
  { say }: Ledger,
): boolean {
  const flaws = sections.flatMap(({ tree, file }) => flawsOf(tree).map((flaw) => ({ ...flaw, file })));
  // Who reads the printed book does not read its PDF.
  for (const { reason, node, file } of edition === 'print' ? [] : flaws)
    say(
      pdfConforms,
      { reason, edition, standard: 'PDF/UA' },
      { file: file ?? new VFile({ path: 'book.yaml' }), node },
    );
  // What no font has is told by itself.
  return !flaws.length && !missing.length;
}

/** Whether a PDF may claim PDF/A-2u (ISO 19005-2) for all that can be told before it is printed; told where it may not. */
export function earnsA({ missing }: Pick<Settled, 'missing'>, edition: string, { say }: Ledger): boolean {
  if (edition !== 'archive') return false;
  const reason = 'a character in it is in no font';
  const facts = { reason, edition, standard: 'PDF/A' };
  if (missing.length) say(pdfConforms, facts, { file: new VFile({ path: 'book.yaml' }) });
  return !missing.length;
}
