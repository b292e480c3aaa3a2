import type { Workshop } from '../model/workshop.js';

const FILE = '@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff';

/** The typeface that fields are filled in with, among the fonts of a rendition: its Latin letters, whole, for nobody knows what will be written. */
export const FIELD_FONT = `fonts/${FILE}`;

/** Reads it. */
export const readFieldFont = (own: Workshop['own']) => (): Promise<Uint8Array> => own.dependency(FILE);
