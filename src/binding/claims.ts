import { inBook } from '../config/book-file.js';
import type { Say } from '../model/notice.js';
import type { Section } from '../model/rendition.js';
import type { Settled } from '../press/layout/job.js';
import { flawsOf } from './documents/flaws.js';
import { pdfConforms } from './notices.js';

/** What a PDF may claim to be, for all that is known before it is printed. */
export interface Claims {
  /** PDF/UA-1 (ISO 14289-1): its tags are mended when it is finished, and what is left is the author's. */
  readonly ua: boolean;
  /** PDF/A-2u (ISO 19005-2), which only what is made for an archive is to be. */
  readonly archive: boolean;
  /** Tells what speaks against them, when there is a PDF: of one that is not printed there is nothing to claim. */
  tell(say: Say): void;
}

export function claimsOf(
  sections: readonly Section[],
  { missing }: Pick<Settled, 'missing'>,
  edition: string,
): Claims {
  const flaws = sections.flatMap(({ tree, file }) => flawsOf(tree).map((flaw) => ({ ...flaw, file })));
  const archived = edition === 'archive';
  return {
    // What no font has is told by itself.
    ua: !flaws.length && !missing.length,
    archive: archived && !missing.length,
    tell(say) {
      const reason = 'a character in it is in no font';
      if (archived && missing.length) say(pdfConforms, { reason, edition, standard: 'PDF/A' }, inBook());
      // Who reads the printed book does not read its PDF.
      for (const { reason, node, file } of edition === 'print' ? [] : flaws)
        say(pdfConforms, { reason, edition, standard: 'PDF/UA' }, file ? { file, node } : inBook());
    },
  };
}
