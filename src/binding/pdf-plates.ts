import { type PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { putAround } from './pdf-contents.js';
import { numbers } from './pdf-numbers.js';

/** A picture that is to cover its page, as it was set; lengths in points from the lower left corner. */
export interface Plate {
  /** From 0. */
  readonly page: number;
  readonly left: number;
  readonly low: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Shows the pages of pictures so large that each covers its page and the bleed around it. There is nothing else on them: what has a
 * folio, a head or a line of text is no such page.
 * @param bleed in points
 */
export function spreadPlates(document: PDFDocument, plates: readonly Plate[], bleed: number): void {
  const { context } = document;
  const pages = document.getPages();
  const part = (content: string) => context.register(context.stream(content));
  for (const plate of plates) {
    const page = pages[plate.page];
    if (!page?.node.has(PDFName.of('Contents'))) continue;
    const trim = page.getTrimBox();
    const [width, height] = [trim.width + 2 * bleed, trim.height + 2 * bleed];
    // The shapes agree but for rounding: what is over is cut.
    const scale = Math.max(width / plate.width, height / plate.height);
    const [x, y] = [trim.x - bleed, trim.y - bleed];
    const across = x - (plate.left + plate.width / 2) * scale + width / 2;
    const up = y - (plate.low + plate.height / 2) * scale + height / 2;
    const [sx, dx, dy] = [scale, across, up].map((value) => Math.round(value * 1e4) / 1e4);
    const before = part(`q ${numbers(x, y, width, height)} re W n ${sx} 0 0 ${sx} ${dx} ${dy} cm\n`);
    putAround(page, before, part('\nQ\n'));
  }
}
