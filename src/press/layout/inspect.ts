/*
 * Runs inside the page, sent there as its own source.
 */

import type { columnsOf as columns } from './columns.js';

declare const columnsOf: typeof columns;

/** Something that does not fit the text block. */
export interface Overflow {
  readonly section: string;
  readonly element: string;
  /** `line:column` in the author's file, if known. */
  readonly at: string;
  /** How much wider than the text block, or higher if `tall`, in CSS pixels. */
  readonly over: number;
  readonly tall: boolean;
  /** Its text is larger than any of Octavo's own, so that a stylesheet must have asked for it. */
  readonly enlarged: boolean;
  /** Page of its section, from 0. */
  readonly page: number;
}

/** One image, as it was set. */
export interface SetImage {
  readonly section: string;
  /** Its address in the document. */
  readonly src: string;
  /** `line:column` in the author's file, if known. */
  readonly at: string;
  /** How wide and high the picture is, in CSS pixels: of its box what it fills. */
  readonly width: number;
  readonly height: number;
  /** Page of its section, from 0. */
  readonly page: number;
}

/** What is to be said of the pages once they are settled. */
export interface Inspected {
  readonly overflows: readonly Overflow[];
  readonly images: readonly SetImage[];
  /** How many letters a line of the text has, spaces with them; none where no paragraph is long enough to tell. */
  readonly measure: number | undefined;
}

/**
 * Finds what does not fit, how large images were set, and how long lines are.
 * @param width of the text block, `gap` between two columns, in CSS pixels
 */
export function inspect(width: number, gap: number): Inspected {
  /** Text is no larger than this, by the size of that of the section. */
  const LARGEST = 3;
  const sizeOf = (element: Element): number => Number.parseFloat(getComputedStyle(element).fontSize);
  const overflows: Overflow[] = [];
  const images: SetImage[] = [];
  let letters = 0;
  let lines = 0;
  for (const paragraph of document.querySelectorAll<HTMLElement>('.matter-body > p')) {
    // Paragraphs of a whole book say no more than these.
    if (lines > 2000) break;
    if (paragraph.querySelector('br,img,math,.foot-notes')) continue;
    const high = [...paragraph.getClientRects()].reduce((sum, { height }) => sum + height, 0);
    const count = Math.round(high / Number.parseFloat(getComputedStyle(paragraph).lineHeight));
    if (!(count >= 3)) continue;
    letters += paragraph.textContent.replace(/\u00ad/g, '').trim().length;
    // The last one is half full.
    lines += count - 0.5;
  }
  for (const sheet of document.querySelectorAll<HTMLElement>('body > .sheet:not(.cover)')) {
    const { left, right } = sheet.getBoundingClientRect();
    const columns = columnsOf(sheet, width, gap);
    const { rightToLeft } = columns;
    const column = (box: DOMRect) => Math.max(0, columns.of(box));
    const tell = (one: Element, element: string, over: number, tall: boolean): void => {
      const box = one.getClientRects()[0];
      const at = one.closest<HTMLElement>('[data-at]')?.dataset.at ?? '';
      const enlarged = /^(?:p|li)$/.test(element) && sizeOf(one) > sizeOf(sheet) * LARGEST;
      if (box) overflows.push({ section: sheet.id, element, at, over, tall, enlarged, page: column(box) });
    };
    for (const image of sheet.querySelectorAll<HTMLImageElement>('img')) {
      const box = image.getClientRects()[0];
      if (!box || !image.naturalWidth) continue;
      const [across, down] = [box.width / image.naturalWidth, box.height / image.naturalHeight];
      // A picture that covers its page is cut, others are shown whole.
      const isPlate = image.closest('.full-bleed') !== null;
      const scale = isPlate ? Math.max(across, down) : Math.min(across, down);
      images.push({
        section: sheet.id,
        src: image.getAttribute('src') ?? '',
        at: image.dataset.at ?? '',
        width: scale * image.naturalWidth,
        height: scale * image.naturalHeight,
        page: column(box),
      });
    }
    const wide = new Map<Element, { kind: string; over: number }>();
    for (const element of sheet.querySelectorAll<HTMLElement>('table,pre,img,p,li,.equation')) {
      const box = element.getClientRects()[0];
      if (!box) continue;
      const wider = /^(?:IMG|TABLE)$/.test(element.tagName) ? 0 : element.scrollWidth - element.clientWidth;
      const inner = wider > 0 && element.querySelector('.foot-notes') ? 0 : wider;
      const begin =
        Math.max(0, columns.at(rightToLeft ? right - box.right + 1 : box.left - left + 1)) * (width + gap);
      const end = rightToLeft ? right - box.left : box.right - left;
      const over = Math.max(end - begin - width, element.clientWidth > 0 ? inner : 0);
      const kind = element.classList.contains('equation') ? 'math' : element.tagName.toLowerCase();
      if (over > 1.5) wide.set(element, { kind, over });
    }
    // Text is as wide as an image in it: one fault, whose remedy is that of the image.
    for (const [element, { kind, over }] of wide)
      if (!/^(?:p|li)$/.test(kind) || ![...element.querySelectorAll('img')].some((image) => wide.has(image)))
        tell(element, kind, over, false);
    for (const cards of sheet.querySelectorAll<HTMLElement>('.cards[data-over]')) {
      tell(cards, 'card', Number(cards.dataset.over), true);
    }
    // A formula is cut at the height of a page; what it holds tells how high it wanted to be.
    for (const formula of sheet.querySelectorAll('math')) {
      const inner = [...formula.children]
        .map((child) => child.getBoundingClientRect())
        .filter(({ height }) => height > 0);
      const over =
        Math.max(...inner.map(({ bottom }) => bottom)) -
        Math.min(...inner.map(({ top }) => top)) -
        sheet.clientHeight;
      if (over > 1.5) tell(formula, 'math', over, true);
    }
  }
  return { overflows, images, measure: lines >= 20 ? Math.round(letters / lines) : undefined };
}
