/*
 * What runs inside the page. Each function is sent into the browser as its own source, so it may use nothing but its
 * arguments, the DOM and what is lent to the page: no imports, no names of this module.
 */

import type { columnsOf as columns } from './columns.js';

declare const columnsOf: typeof columns;

/** One heading, as it stands in the document. */
export interface MeasuredHeading {
  readonly id: string;
  readonly section: string;
  readonly level: number;
  readonly title: string;
  /** Its words without the numbers of notes. */
  readonly name: string;
  /** What pictures and formulas in it say. */
  readonly said: string;
  /** Page of its section, from 0. */
  readonly page: number;
}

/** Something that does not fit the text block. */
export interface Overflow {
  readonly section: string;
  readonly element: string;
  /** `line:column` in the author's file, if known. */
  readonly at: string;
  /** How much wider than the text block, or higher if `tall`, in CSS pixels. */
  readonly over: number;
  readonly tall: boolean;
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

/** Where something stands that a folio is wanted of. */
export interface MeasuredPlace {
  readonly section: string;
  /** Page of its section, from 0. */
  readonly page: number;
}

export interface Measured {
  /** Pages that each section takes, by id. */
  readonly pages: Record<string, number>;
  readonly headings: readonly MeasuredHeading[];
  /** The pages that a picture covers. */
  readonly plates: readonly MeasuredPlace[];
  /** What folios are waited for (`data-folio`), notes at the foot of a page, and exercises, which an answer key names the pages of; by id. */
  readonly places: Record<string, MeasuredPlace>;
  /** Pages that are left empty before what begins on the next one. */
  readonly empty: readonly MeasuredPlace[];
  /** Sections with something that is printed on both sides of a sheet, by id. */
  readonly turned: readonly string[];
  /** Which references stand on the page that they refer to, in one word that changes when any of them does. */
  readonly near: string;
}

/** What is to be said of the pages once they are settled. */
export interface Inspected {
  readonly overflows: readonly Overflow[];
  readonly images: readonly SetImage[];
}

/**
 * Counts the pages of every section and finds the page of every heading.
 * @param width of the text block, `gap` between two columns, in CSS pixels
 */
export function measure(width: number, gap: number): Measured {
  const pages: Record<string, number> = {};
  const headings: MeasuredHeading[] = [];
  const places: Record<string, MeasuredPlace> = {};
  const plates: MeasuredPlace[] = [];
  const empty: MeasuredPlace[] = [];
  let near = '';
  const wanted = new Set<string>();
  for (const element of document.querySelectorAll<HTMLElement>('[data-folio]'))
    if (element.dataset.folio) wanted.add(element.dataset.folio);
  /** What the browser prints of an element: its text without what is hidden in it. */
  const without = (element: Element, selector: string): string => {
    if (!element.querySelector(selector)) return element.textContent ?? '';
    const copy = element.cloneNode(true) as Element;
    for (const hidden of copy.querySelectorAll(selector)) hidden.remove();
    return copy.textContent ?? '';
  };
  /** Where something begins: a table whose caption did not fit leaves an empty piece of itself on the page before. */
  const boxOf = (element: Element): DOMRect | undefined => {
    const boxes = [...element.getClientRects()];
    return boxes.find(({ height }) => height > 0) ?? boxes[0];
  };
  const sheets = [...document.querySelectorAll<HTMLElement>('body > .sheet')];
  for (const sheet of sheets) {
    if (sheet.classList.contains('cover')) {
      pages[sheet.id] = 1;
      continue;
    }
    const columns = columnsOf(sheet, width, gap);
    const column = (box: DOMRect) => Math.max(0, columns.of(box));
    // The last box that shows decides: a margin behind it makes no page in print, and `scrollWidth` would count it.
    const boxes = [...sheet.children]
      .reverse()
      .find((child) => child.getClientRects().length)
      ?.getClientRects();
    const last = boxes?.[boxes.length - 1];
    pages[sheet.id] = last ? column(last) + 1 : 1;
    for (const element of sheet.querySelectorAll<HTMLElement>('h1,h2,h3,h4,h5,h6')) {
      const box = element.getClientRects()[0];
      // What shows no text is no heading to the browser either.
      const silent =
        element.closest('[aria-hidden="true"]') ||
        !(element.textContent?.trim() || element.querySelector('img[alt]'));
      if (box && !silent)
        headings.push({
          id: element.id,
          section: sheet.id,
          level: Number(element.tagName.charAt(1)),
          title: without(element, '[hidden]'),
          name: without(element, '[hidden],sup:has([data-footnote-ref])').replace(/\s+/g, ' ').trim(),
          said: [...element.querySelectorAll('img[alt],math[aria-label]')]
            .map((one) => one.getAttribute('alt') ?? one.getAttribute('aria-label'))
            .join(''),
          page: column(box),
        });
    }
    for (const plate of sheet.querySelectorAll('figure.full-bleed')) {
      const box = boxOf(plate);
      if (box) plates.push({ section: sheet.id, page: column(box) });
    }
    for (const blank of sheet.querySelectorAll('.cards-blank'))
      empty.push({ section: sheet.id, page: column(blank.getBoundingClientRect()) });
    for (const element of sheet.querySelectorAll<HTMLElement>('[id]')) {
      const isWanted = wanted.has(element.id) || element.matches('.foot-note,.exercise');
      const box = isWanted ? boxOf(element) : undefined;
      if (box) places[element.id] = { section: sheet.id, page: column(box) };
    }
    // Nobody is sent to the page that he is on. What was near once and is so no more keeps its page from then on, or two rounds
    // could chase each other.
    for (const reference of sheet.querySelectorAll<HTMLElement>('.page-reference')) {
      const id = reference.querySelector<HTMLElement>('[data-folio]')?.dataset.folio;
      const target = id === undefined ? null : document.getElementById(id);
      const [own, other] = [reference.getClientRects()[0], target && boxOf(target)];
      // What is hidden has no place: the words before it have.
      const here = own ?? [...(reference.previousElementSibling?.getClientRects() ?? [])].at(-1);
      const isNear = here && other && sheet.contains(target) && column(here) === column(other);
      if (isNear && reference.dataset.near !== 'far') reference.dataset.near = 'near';
      else if (!isNear && reference.dataset.near === 'near') reference.dataset.near = 'far';
      near += reference.dataset.near ?? '-';
    }
  }
  const turned = [...document.querySelectorAll('body > .sheet:has(.card-back)')].map(({ id }) => id);
  return { pages, headings, places, plates, empty, turned, near };
}

/**
 * Finds what does not fit, and how large images were set.
 * @param width of the text block, `gap` between two columns, in CSS pixels
 */
export function inspect(width: number, gap: number): Inspected {
  const overflows: Overflow[] = [];
  const images: SetImage[] = [];
  for (const sheet of document.querySelectorAll<HTMLElement>('body > .sheet:not(.cover)')) {
    const { left, right } = sheet.getBoundingClientRect();
    const rightToLeft = getComputedStyle(sheet).direction === 'rtl';
    const columns = columnsOf(sheet, width, gap);
    const column = (box: DOMRect) => Math.max(0, columns.of(box));
    const tell = (one: Element, element: string, over: number, tall: boolean): void => {
      const box = one.getClientRects()[0];
      const at = one.closest<HTMLElement>('[data-at]')?.dataset.at ?? '';
      if (box) overflows.push({ section: sheet.id, element, at, over, tall, page: column(box) });
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
      if (over > 1.5) tell(element, kind, over, false);
    }
    for (const cards of sheet.querySelectorAll<HTMLElement>('.cards[data-over]')) {
      tell(cards, 'card', Number(cards.dataset.over), true);
    }
    // A formula is cut at the height of a page; what it holds tells how high it wanted to be.
    for (const formula of sheet.querySelectorAll('math')) {
      const inner = [...formula.children].map((child) => child.getBoundingClientRect());
      const over =
        Math.max(...inner.map(({ bottom }) => bottom)) -
        Math.min(...inner.map(({ top }) => top)) -
        sheet.clientHeight;
      if (over > 1.5) tell(formula, 'math', over, true);
    }
  }
  return { overflows, images };
}

/** Writes page labels where the contents wait for them. */
export function writeFolios(labels: Record<string, string>): void {
  // What is written as it was counts as a change of its section (`changes.ts`).
  const hide = (element: HTMLElement, hidden: boolean): void => {
    if (element.hidden !== hidden) element.hidden = hidden;
  };
  for (const element of document.querySelectorAll<HTMLElement>('[data-folio]')) {
    const label = labels[element.dataset.folio ?? ''] ?? '';
    if (element.textContent !== label) element.textContent = label;
  }
  for (const element of document.querySelectorAll<HTMLElement>('.page-reference[data-near]'))
    hide(element, element.dataset.near === 'near');
  // In an index a page is named once, and a passage that begins and ends on one page is no passage.
  for (const list of document.querySelectorAll<HTMLElement>('.locators')) {
    let before: string | undefined;
    for (const locator of list.querySelectorAll<HTMLElement>('.locator')) {
      const [from, to] = [...locator.querySelectorAll('a')].map((link) => link.textContent);
      const end = locator.querySelector<HTMLElement>('.locator-end');
      if (end) hide(end, from === to);
      const folios = to === undefined || from === to ? from : `${from}–${to}`;
      hide(locator, folios === before);
      before = folios;
    }
  }
}

/** Replaces the text of one of our own style elements. */
export function setStyle(id: string, css: string): void {
  const style = document.getElementById(id);
  if (style) style.textContent = css;
}

/** Puts an empty page before each of these sections. */
export function insertBlanks(sections: readonly string[]): void {
  for (const id of sections) {
    const blank = document.createElement('div');
    blank.className = 'blank';
    document.getElementById(id)?.before(blank);
  }
}

/**
 * Takes out every soft hyphen that broke no line: left in, each would be written into the text of the PDF, and searching
 * and copying would fail. Lines do not move, for an unused soft hyphen has no width.
 * @param width of the text block, in CSS pixels
 */
export function dropUnusedHyphens(width: number): { used: number; dropped: number } {
  let used = 0;
  let dropped = 0;
  const range = document.createRange();
  const changes: [Text, string][] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const following = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const text = node.data;
    if (!text.includes('\u00ad')) continue;
    const own = node;
    const hyphens: number[] = [];
    for (let at = text.indexOf('\u00ad'); at >= 0; at = text.indexOf('\u00ad', at + 1)) hyphens.push(at);
    const boxOf = (of: Text, from: number): DOMRect => {
      range.setStart(of, Math.min(from, of.length));
      range.setEnd(of, Math.min(from + 1, of.length));
      return range.getBoundingClientRect();
    };
    const before = (hyphen: number): DOMRect => boxOf(own, Math.max(0, hyphen - 1));
    const after = (hyphen: number): DOMRect => {
      if (hyphen + 1 < text.length) return boxOf(own, hyphen + 1);
      following.currentNode = own;
      const next = following.nextNode() as Text | null;
      return next ? boxOf(next, 0) : before(hyphen);
    };
    // Another line, or the next column: a break is between.
    const parts = (above: DOMRect, below: DOMRect): boolean =>
      Math.abs(above.top - below.top) > above.height / 2 ||
      below.left < above.left ||
      below.left - above.left > width;
    const breaks = new Set<number>();
    /** Looks only where a line ends between the first and the last of these hyphens. */
    const look = (first: number, last: number): void => {
      const [one, other] = [hyphens[first], hyphens[last]];
      if (one === undefined || other === undefined || !parts(before(one), after(other))) return;
      if (first === last) breaks.add(one);
      else {
        const middle = (first + last) >> 1;
        look(first, middle);
        look(middle + 1, last);
      }
    };
    look(0, hyphens.length - 1);
    // A block of notes that was put in between ends the page.
    const end = hyphens.at(-1);
    const ends = node.nextSibling instanceof Element && node.nextSibling.matches('.foot-notes');
    if (ends && end !== undefined && end + 1 === text.length) breaks.add(end);
    let kept = '';
    let from = 0;
    for (const at of hyphens) {
      kept += text.slice(from, breaks.has(at) ? at + 1 : at);
      from = at + 1;
    }
    used += breaks.size;
    dropped += hyphens.length - breaks.size;
    changes.push([node, kept + text.slice(from)]);
  }
  for (const [node, text] of changes) node.data = text;
  return { used, dropped };
}
