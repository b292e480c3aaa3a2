import { PRINTERS } from '../config/printers.js';
import { INCH } from '../config/trim.js';
import type { EditionOptions, ResolvedConfig, TrimSize } from '../model/config.js';
import type { Margins, PageSetup } from '../model/rendition.js';
import { lengthOf } from './tokens.js';

/** The margins that the tokens set, in CSS pixels. */
export function marginsOf(tokens: ReadonlyMap<string, string>): Margins {
  return {
    top: lengthOf(tokens, 'margin-top', 82),
    bottom: lengthOf(tokens, 'margin-bottom', 86),
    inner: lengthOf(tokens, 'margin-inner', 67),
    outer: lengthOf(tokens, 'margin-outer', 62),
  };
}

/**
 * The margins of a page of this size. They keep their proportion to a page of 6 × 9 in; on a larger one that is not wider than high, as
 * pages of pictures are, they take what lines of text would be too long for (`measure`).
 * On a smaller one they stay as they are where the printer asks for half an inch, which is what they leave outside heads and folios.
 */
export function marginsFor(
  tokens: ReadonlyMap<string, string>,
  size: TrimSize,
  { printer = '' }: Pick<EditionOptions, 'printer'> = {},
): Margins {
  const margins = scaled(marginsOf(tokens), size, PRINTERS[printer]?.inside?.halfInch ? 1 : SMALLEST);
  const over = size.width - margins.inner - margins.outer - measureOf(tokens);
  if (over <= 0 || size.width <= USUAL.width || size.width >= size.height) return margins;
  // Facing pages have their inner margins side by side.
  const inner = Math.round(over * INNER_SHARE);
  return { ...margins, inner: margins.inner + inner, outer: margins.outer + Math.round(over) - inner };
}

/** How wide text may be, in CSS pixels. */
function measureOf(tokens: ReadonlyMap<string, string>): number {
  const ems = /^([\d.]+)em$/.exec(tokens.get('measure') ?? '')?.[1];
  return ems ? Number(ems) * lengthOf(tokens, 'text-size', 15) : Number.POSITIVE_INFINITY;
}

/** The page that the margins of themes are made for. */
const USUAL = { width: 6 * INCH, height: 9 * INCH };
/** How much of what margins take besides is on the inner side. */
const INNER_SHARE = 0.4;

/** Pages that do not face each other, of any of these sizes. */
export function looseLeaves(sizes: readonly TrimSize[], tokens: ReadonlyMap<string, string>): PageSetup {
  return {
    sizes,
    margins: marginsOf(tokens),
    mirrored: false,
    recto: false,
    heads: { verso: 'title', recto: 'chapter' },
    footNotes: false,
    floats: false,
  };
}

/** Pages of a bound book, that face each other. */
export function facingPages(config: ResolvedConfig, size: TrimSize, margins: Margins): PageSetup {
  return {
    sizes: [size],
    margins,
    mirrored: true,
    recto: config.chapterStart === 'recto',
    heads: config.runningHeads,
    footNotes: config.notes === 'foot',
    floats: config.figures === 'float',
  };
}

/** Pages that are read one by one on a screen, with the same margin on both sides. */
export function screenPages(
  config: ResolvedConfig,
  size: TrimSize,
  tokens: ReadonlyMap<string, string>,
): PageSetup {
  const { top, bottom, inner, outer } = marginsFor(tokens, size);
  const side = Math.round((inner + outer) / 2);
  return {
    sizes: [size],
    margins: { top, bottom, inner: side, outer: side },
    mirrored: false,
    recto: false,
    heads: config.runningHeads,
    footNotes: config.notes === 'foot',
    floats: config.figures === 'float',
  };
}

/**
 * The trim size of an edition: its own, else the book's.
 * @param like an edition that it is as large as, unless it says otherwise
 */
export function trimOf({ editionOptions, trim }: ResolvedConfig, edition: string, like?: string): TrimSize {
  return editionOptions[edition]?.trim ?? editionOptions[like ?? edition]?.trim ?? trim;
}

/** The trim size that a cover is made for: its own, else that of the printed book. */
export function coverTrim(config: ResolvedConfig): TrimSize {
  return trimOf(config, 'cover', 'print');
}

/** Twice as many letters to a page of 6 × 9 in would be too few: a large page, unless the book's is larger or it says another. */
export function largePrintTrim(config: ResolvedConfig): TrimSize {
  const own = config.editionOptions['large-print']?.trim;
  if (own) return own;
  const { trim } = config;
  return trim.width * trim.height > LARGE.width * LARGE.height ? trim : LARGE;
}

/** 8 × 10 in, which printers on demand have. */
const LARGE: TrimSize = { name: '8x10', width: 8 * INCH, height: 10 * INCH };

const SMALLEST = 0.6;

/** A small page wants small margins. */
function scaled(margins: Margins, size: TrimSize, least: number): Margins {
  const factor = Math.min(
    1.25,
    Math.max(least, Math.min(size.width / USUAL.width, size.height / USUAL.height)),
  );
  return {
    top: Math.round(margins.top * factor),
    bottom: Math.round(margins.bottom * factor),
    inner: Math.round(margins.inner * factor),
    outer: Math.round(margins.outer * factor),
  };
}
