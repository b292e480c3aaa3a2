import { type PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { greyProfile, srgbProfile } from './icc.js';

const INTENTS = {
  /** Black ink (PDF/X-4, ISO 15930-7, 6.2.2). */
  x: { kind: 'GTS_PDFX', name: 'Grey, gamma 2.2', inks: 1, profile: greyProfile },
  /** sRGB (PDF/A-2, ISO 19005-2, 6.2.3). */
  a: { kind: 'GTS_PDFA1', name: 'sRGB IEC61966-2.1', inks: 3, profile: srgbProfile },
} as const;

/** Says what the colours of a file are meant to look like, for the standard that it claims. */
export function setIntent({ context, catalog }: PDFDocument, standard: keyof typeof INTENTS): void {
  const { kind, name, inks, profile } = INTENTS[standard];
  const intent = context.obj({
    Type: PDFName.of('OutputIntent'),
    S: PDFName.of(kind),
    OutputConditionIdentifier: PDFString.of(standard === 'a' ? name : 'Custom'),
    OutputCondition: PDFString.of(name),
    Info: PDFString.of(name),
    DestOutputProfile: context.register(context.flateStream(profile(name), { N: inks })),
  });
  catalog.set(PDFName.of('OutputIntents'), context.obj([context.register(intent)]));
}
