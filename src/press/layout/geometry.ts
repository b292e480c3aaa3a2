import type { TrimSize } from '../../model/config.js';
import type { Margins } from '../../model/rendition.js';
import { FOOT_FOLIO_STYLE, footStyle } from './foot.js';
import type { Page } from './paginate.js';

/** Room between two columns when pages are measured side by side, in CSS pixels. */
export const COLUMN_GAP = 64;

/**
 * How far letters may reach beyond the text on either side, in CSS pixels: slanted ones do, and signs that hang. What reaches further is
 * cut off, or Chromium would print all of the book smaller for it. A margin for what is cut (`overflow-clip-margin`) it takes only where
 * lines are cut, too.
 */
export const BESIDE = 6;

/**
 * How far letters may reach below the last line of a page, in CSS pixels: those of Arabic do. What reaches further is cut off, and printed
 * at the head of the next page.
 */
const BELOW = 8;

/** The box that text is set in, in CSS pixels; whole numbers, so that screen and print round alike. */
export interface TextBlock {
  readonly width: number;
  readonly height: number;
}

export function textBlock(size: TrimSize, margins: Margins): TextBlock {
  return {
    width: Math.floor(size.width - margins.inner - margins.outer),
    height: Math.floor(size.height - margins.top - margins.bottom),
  };
}

/** Where the text block is on a page, in whole CSS pixels; what they leave over goes to the outer and the bottom margin. */
export function marginsAround(
  size: TrimSize,
  margins: Margins,
): Record<'inner' | 'outer' | 'bottom', number> {
  const { width, height } = textBlock(size, margins);
  return {
    inner: Math.round(margins.inner),
    outer: Math.round(size.width - margins.inner - width),
    bottom: Math.round(size.height - margins.top - height),
  };
}

/** How far letters may reach below the text, in CSS pixels, where a margin is narrow. */
export function roomBelow(size: TrimSize, margins: Margins): number {
  return Math.max(0, Math.min(BELOW, marginsAround(size, margins).bottom));
}

/**
 * What a picture that covers its page is set in: as much of the text block as has the shape of the page with its bleed. The finished
 * PDF shows the page so much larger that the picture covers it.
 */
export function plateBox(size: TrimSize, block: TextBlock, bleed: number): TextBlock {
  const shape = (size.width + 2 * bleed) / (size.height + 2 * bleed);
  const width = Math.floor(Math.min(block.width, block.height * shape));
  return { width, height: Math.min(block.height, Math.round(width / shape)) };
}

/** Eight CSS pixels are six points and twenty-five dots at 300 dpi: whole in each unit that Chromium rounds a page to. */
const WHOLE = 8;

/**
 * The sheet that a page is printed on, in CSS pixels. Chromium rounds a page to whole points and then to dots, and its
 * margins down to whole pixels; text gets what is left, and 210 mm would hold a line more in print than was measured. So
 * the sheet is the next size that is whole in all units, the page lies in its lower left corner, and the rest is cut off in
 * the finished PDF.
 */
export function sheetOf(size: TrimSize): { readonly width: number; readonly height: number } {
  const whole = (length: number): number => Math.ceil(length / WHOLE - 1e-6) * WHOLE;
  return { width: whole(size.width), height: whole(size.height) };
}

/**
 * The page, twice: `@page` for the print, and a box of columns for the measuring that goes before it. Fragmentation into
 * columns and onto pages is the same engine, so what is measured is what will be printed.
 * @param bleed how far pictures run off the page, in CSS pixels
 */
export function geometryCss(size: TrimSize, margins: Margins, mirrored: boolean, bleed = 0): string {
  const sheet = sheetOf(size);
  const { width, height } = textBlock(size, margins);
  const { inner, outer, bottom } = marginsAround(size, margins);
  const beside = Math.min(BESIDE, inner, outer);
  const below = roomBelow(size, margins);
  const page = (left: number): string =>
    `margin:${sheet.height - height - bottom}px ${sheet.width - width - left - beside}px ${bottom - below}px ${left - beside}px`;
  const cover = { width: Math.ceil(size.width), height: Math.ceil(size.height) };
  const plate = plateBox(size, { width, height }, bleed);
  /** What a line lacks on the left to stand in the middle of a recto; the binding takes what an inner margin is wider by. */
  const off = mirrored ? Math.max(0, outer - inner) : 0;
  return `:root{--octavo-off-middle:${off}px;--octavo-width:${width}px;--octavo-height:${height}px;--octavo-plate-width:${plate.width}px;--octavo-plate-height:${plate.height}px}
@page{size:${sheet.width}px ${sheet.height}px;${page(inner)}}
${mirrored ? `@page:left{${page(outer)}}\n` : ''}@page cover{margin:${sheet.height - cover.height}px ${sheet.width - cover.width}px 0 0}
@media screen{body>.sheet{column-width:${width}px;width:${width}px;height:${height}px;column-gap:${COLUMN_GAP}px;column-fill:auto}body>.cover{display:none}body>.blank{display:none}}
@media print{body>.sheet{break-before:page;overflow-x:clip}body>.sheet:not(.cover){padding-inline:${beside}px;padding-block-end:${below}px;box-decoration-break:clone}body>.sheet:first-child{break-before:auto}body>.cover{page:cover;width:${cover.width}px;height:${cover.height}px;overflow:hidden}body>.blank{break-before:page;height:1px}}`;
}

const FOLIO_STYLE =
  'font-family:var(--book-text-font);font-size:var(--book-head-size);font-variant-numeric:var(--book-figures);white-space:nowrap';
/** What running heads are set in. */
export const HEAD_STYLE = `font-style:var(--book-head-style);${FOLIO_STYLE}`;

/**
 * Running heads and folios: Chromium knows no `string-set` and no counter that restarts, but it knows counter styles with
 * symbols of one's own, and the symbols are one for each page, as it was settled. Where a line stands at the foot, the folio is at
 * the end of it.
 * @param width of the text block, and the room `below` it that is none of the margin, in CSS pixels
 */
export function runningCss(pages: readonly Page[], foot: string, width: number, below: number): string {
  const raised = `margin-top:${-below}px`;
  const style = (name: string, symbols: readonly string[]) =>
    `@counter-style ${name}{system:fixed 1;symbols:${symbols.map(quote).join(' ')};suffix:""}`;
  return `${style(
    'octavo-head',
    pages.map((page) => page.head),
  )}
${style(
  'octavo-folio',
  pages.map((page) => page.folio),
)}
@page{@top-center{content:counter(page,octavo-head);vertical-align:bottom;padding-bottom:14pt;${HEAD_STYLE}}${foot ? `@bottom-left{content:${quote(foot)};${footStyle(width)};padding-left:${BESIDE}px;${raised}}@bottom-right{content:counter(page,octavo-folio);${FOOT_FOLIO_STYLE};padding-right:${BESIDE}px;${raised}}` : `@bottom-center{content:counter(page,octavo-folio);vertical-align:top;padding-top:15pt;${raised};${FOLIO_STYLE}}`}}`;
}

/** A CSS string; nothing in a title can end it, or the style element that it stands in. */
export function quote(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a control character would end the string
  return `"${text.replace(/[\\"<>\n\r\f\u0000]/g, (char) => `\\${char.codePointAt(0)?.toString(16)} `)}"`;
}
