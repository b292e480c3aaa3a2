import type { TrimSize } from '../../model/config.js';
import type { Margins } from '../../model/rendition.js';
import type { Page } from './paginate.js';

/** Room between two columns when pages are measured side by side, in CSS pixels. */
export const COLUMN_GAP = 64;

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

/**
 * The page, twice: `@page` for the print, and a box of columns for the measuring that go before it. Fragmentation into
 * columns and onto pages is the same engine, so what is measured is what will be printed.
 */
export function geometryCss(size: TrimSize, margins: Margins, mirrored: boolean): string {
  const { width, height } = textBlock(size, margins);
  // What the whole numbers leave over goes to the outer and the bottom margin.
  const outer = size.width - margins.inner - width;
  const bottom = size.height - margins.top - height;
  const page = (left: number, right: number) => `margin:${margins.top}px ${right}px ${bottom}px ${left}px`;
  return `:root{--octavo-width:${width}px;--octavo-height:${height}px}
@page{size:${size.width}px ${size.height}px;${page(margins.inner, outer)}}
${mirrored ? `@page:left{${page(outer, margins.inner)}}\n` : ''}@page cover{margin:0}
@media screen{body>.sheet{column-width:${width}px;width:${width}px;height:${height}px;column-gap:${COLUMN_GAP}px;column-fill:auto}body>.cover{display:none}body>.blank{display:none}}
@media print{body>.sheet{break-before:page;overflow-x:clip;overflow-clip-margin:3px}body>.sheet:first-child{break-before:auto}body>.cover{page:cover;width:${size.width}px;height:${size.height}px;overflow:hidden}body>.blank{break-before:page;height:1px}}`;
}

/**
 * Running heads and folios: Chromium knows no `string-set` and no counter that restarts, but it knows counter styles with
 * symbols of one's own, and the symbols are one for each page, as it was settled.
 */
export function runningCss(pages: readonly Page[], foot: string): string {
  const style = (name: string, symbols: readonly string[]) =>
    `@counter-style ${name}{system:fixed 1;symbols:${symbols.map(quote).join(' ')};suffix:""}`;
  const base =
    'font-family:var(--book-text-font);font-size:var(--book-head-size);font-variant-numeric:oldstyle-nums;white-space:nowrap';
  return `${style(
    'octavo-head',
    pages.map((page) => page.head),
  )}
${style(
  'octavo-folio',
  pages.map((page) => page.folio),
)}
@page{@top-center{content:counter(page,octavo-head);vertical-align:bottom;padding-bottom:14pt;font-style:italic;${base}}@bottom-center{content:counter(page,octavo-folio);vertical-align:top;padding-top:15pt;${base}}${foot ? `@bottom-left{content:${quote(foot)};vertical-align:top;padding-top:10pt;font-family:var(--book-small-font);font-size:8pt;white-space:nowrap}` : ''}}`;
}

/** A CSS string; nothing in a title can end it, or the style element that it stands in. */
function quote(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a control character would end the string
  return `"${text.replace(/[\\"<>\n\r\f\u0000]/g, (char) => `\\${char.codePointAt(0)?.toString(16)} `)}"`;
}
