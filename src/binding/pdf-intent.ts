import { type PDFDocument, PDFHexString, PDFName } from '@cantoo/pdf-lib';
import { greyProfile, srgbProfile } from './icc.js';

/** What the colours of a file are meant to look like. */
export interface Intent {
  readonly name: string;
  readonly profile: Uint8Array;
}

/** A press with black ink alone. */
export const BLACK_INK: Intent = named('Grey, gamma 2.2', greyProfile);
/** A screen, for PDF/A-2 (ISO 19005-2, 6.2.3). */
export const SCREEN: Intent = named('sRGB IEC61966-2.1', srgbProfile);

const STANDARDS = { GRAY: 1, 'RGB ': 3, CMYK: 4 } as const;

function named(name: string, profile: (name: string) => Uint8Array): Intent {
  return { name, profile: profile(name) };
}

/**
 * Says what the colours of a file are meant to look like: PDF/A's intent for a screen, PDF/X's for a press (ISO 15930-7, 6.2.2).
 * A press is named as the registry of the ICC has it, where its profile does.
 */
export function setIntent({ context, catalog }: PDFDocument, { name, profile }: Intent): void {
  const space = Buffer.from(profile).toString('latin1', 16, 20);
  const inks = STANDARDS[space as keyof typeof STANDARDS];
  const screen = inks === 3;
  const registered = /\bFOGRA\d+/i.exec(name)?.[0].toUpperCase();
  const intent = context.obj({
    Type: PDFName.of('OutputIntent'),
    S: PDFName.of(screen ? 'GTS_PDFA1' : 'GTS_PDFX'),
    OutputConditionIdentifier: PDFHexString.fromText(screen ? name : (registered ?? 'Custom')),
    ...(registered ? { RegistryName: PDFHexString.fromText('http://www.color.org') } : {}),
    OutputCondition: PDFHexString.fromText(name),
    Info: PDFHexString.fromText(name),
    DestOutputProfile: context.register(context.flateStream(profile, { N: inks })),
  });
  catalog.set(PDFName.of('OutputIntents'), context.obj([context.register(intent)]));
}
