import { z } from 'zod';
import type { BookletOptions, NUpOptions } from '../model/sheets.js';
import { A4, MM, PAPERS, parseLength, parsePaper } from './trim.js';
import { flag } from './values.js';

const written = (error: string) => z.union([z.string(), z.number().transform(String)], { error });

const PAPER = `must be a paper: ${PAPERS.map(({ name }) => name).join(', ')}, or a size such as 320mm x 450mm`;
const paper = written(PAPER).transform((value, context) => {
  const parsed = parsePaper(value);
  if (typeof parsed !== 'string') return parsed;
  context.addIssue({ code: 'custom', message: parsed });
  return z.NEVER;
});

/** A length from 0 to so many millimetres, in CSS pixels; millimetres if no unit is given. */
const upTo = (most: number, example: string) => {
  const error = `must be a length such as ${example}, from 0 to ${most}mm`;
  return written(error)
    .transform((value) => parseLength(value, 'mm') ?? Number.NaN)
    .refine((length) => length >= 0 && length <= most * MM + 1e-9, { error });
};

/** Office paper of 80 g/m² is about a tenth of a millimetre thick. */
const PAPER_THICKNESS = 0.1 * MM;
/** Laser printers leave 4.2 mm (1/6 in) white, and inkjets 3 mm; a little more is safe. */
const PRINTER_MARGIN = 5 * MM;
/** More sheets than these can be folded by nobody. */
const MOST_SHEETS = 20;

const shared = {
  paper: paper
    .optional()
    .describe('The paper: a4, a3, letter, legal, tabloid, or width x height. Default: a4.'),
  marks: flag.optional().describe('Marks say where to fold and to cut. Default: true where something is.'),
  flip: z
    .enum(['long', 'short'], { error: 'must be long or short' })
    .optional()
    .describe('The edge that the printer turns paper over on. Default: the one that keeps heads up.'),
  'printer-margin': upTo(25, '5mm')
    .optional()
    .describe('What the printer leaves white at each edge; text is kept out of it. Default: 5mm.'),
  enlarge: flag.optional().describe('Pages may be larger than they are. Default: false.'),
};

const SHEETS = `must be a whole number from 1 to ${MOST_SHEETS}`;
const bookletKeys = z.strictObject({
  ...shared,
  paper: paper.describe('The paper: a4, a3, letter, legal, tabloid, or width x height.'),
  'sheets-per-signature': z
    .int({ error: SHEETS })
    .min(1, { error: SHEETS })
    .max(MOST_SHEETS, { error: SHEETS })
    .optional()
    .describe('How many sheets may be folded together. Default: all up to 15, else 4.'),
  'paper-thickness': upTo(0.5, '0.1mm')
    .optional()
    .describe('Thickness of a sheet: pages further in are moved towards the fold. Default: 0.1mm.'),
  'back-cover': flag
    .optional()
    .describe('The last page is the back, and empty pages lie before it. Default: false.'),
});

/** `booklet:` of an edition: a paper, or one with how it is folded. */
export const booklet = z
  .union([paper.transform((one) => ({ paper: one })), bookletKeys], { error: PAPER })
  .transform(
    (keys: Partial<z.infer<typeof bookletKeys>>): Omit<BookletOptions, 'at'> => ({
      ...common(keys),
      marks: keys.marks ?? true,
      sheetsPerSignature: keys['sheets-per-signature'],
      paperThickness: keys['paper-thickness'] ?? PAPER_THICKNESS,
      backCover: keys['back-cover'] ?? false,
    }),
  );

const count = z.literal([2, 4, 8], { error: 'must be 2, 4 or 8' });
const nUpKeys = z.strictObject({
  ...shared,
  pages: count.describe('How many pages lie on a side: 2, 4 or 8.'),
  'cut-stack': flag
    .optional()
    .describe('In order once the pile of sheets is cut and laid upon each other. Default: false.'),
  'double-sided': flag.optional().describe('Printed on both sides. Default: true.'),
});

/** `n-up:` of an edition: how many pages to a side, or that with what becomes of them. */
export const nUp = z
  .union([count.transform((pages) => ({ pages })), nUpKeys], {
    error: 'must be 2, 4 or 8, or {pages, paper, cut-stack, double-sided}',
  })
  .transform(
    (
      keys: Pick<z.infer<typeof nUpKeys>, 'pages'> & Partial<z.infer<typeof nUpKeys>>,
    ): Omit<NUpOptions, 'at'> => ({
      ...common(keys),
      marks: keys.marks ?? keys['cut-stack'] ?? false,
      pages: keys.pages,
      cutStack: keys['cut-stack'] ?? false,
      doubleSided: keys['double-sided'] ?? true,
    }),
  );

function common(keys: Partial<z.infer<typeof bookletKeys>> | Partial<z.infer<typeof nUpKeys>>) {
  return {
    paper: keys.paper ?? A4,
    flip: keys.flip,
    printerMargin: keys['printer-margin'] ?? PRINTER_MARGIN,
    enlarge: keys.enlarge ?? false,
  };
}

/** The keys inside both, for “did you mean”. */
export const SHEET_KEYS: readonly string[] = [
  ...new Set([...Object.keys(bookletKeys.shape), ...Object.keys(nUpKeys.shape)]),
];
