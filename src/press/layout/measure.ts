/*
 * Runs inside the page, sent there as its own source.
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
  /** How far one of these begins above its page at most, where letters are taller than their line, in CSS pixels. */
  readonly rise: number;
  /** Pages that are left empty before what begins on the next one. */
  readonly empty: readonly MeasuredPlace[];
  /** Sections with something that is printed on both sides of a sheet, by id. */
  readonly turned: readonly string[];
  /** Which references stand on the page that they refer to, in one word that changes when any of them does. */
  readonly near: string;
}

/**
 * Counts the pages of every section and finds the page of every heading.
 * @param width of the text block, `gap` between two columns, in CSS pixels
 */
export function measure(width: number, gap: number): Measured {
  const pages: Record<string, number> = {};
  const headings: MeasuredHeading[] = [];
  /** What is read aloud in a heading and is none of its text. */
  const SAID = 'img[alt],math[aria-label],[role="img"][aria-label]';
  const places: Record<string, MeasuredPlace> = {};
  let rise = 0;
  const plates: MeasuredPlace[] = [];
  const empty: MeasuredPlace[] = [];
  let near = '';
  const ARRIVES: Readonly<Record<string, string>> = { '': 'near', left: 'again' };
  const LEAVES: Readonly<Record<string, string>> = { near: 'left', again: 'far' };
  const wanted = new Set<string>();
  for (const element of document.querySelectorAll<HTMLElement>('[data-folio]'))
    if (element.dataset.folio) wanted.add(element.dataset.folio);
  /** What the browser prints of an element: its text without what is hidden in it, and without marks of its syllables. */
  const without = (element: Element, selector: string): string => {
    const copy = element.querySelector(selector) ? (element.cloneNode(true) as Element) : element;
    for (const hidden of copy.querySelectorAll(selector)) hidden.remove();
    return (copy.textContent ?? '').replaceAll('\u00ad', '');
  };
  /** Formulas as words, where nothing but those can stand. */
  const worded = (element: Element): Element => {
    if (!element.querySelector('math[data-words]')) return element;
    const copy = element.cloneNode(true) as Element;
    for (const formula of copy.querySelectorAll('math[data-words]'))
      formula.replaceWith(formula.getAttribute('data-words') ?? '');
    return copy;
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
    const { top } = sheet.getBoundingClientRect();
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
        !(element.textContent?.trim() || element.querySelector(SAID));
      if (box && !silent)
        headings.push({
          id: element.id,
          section: sheet.id,
          level: Number(element.tagName.charAt(1)),
          title: without(element, '[hidden]'),
          name: without(worded(element), '[hidden],sup:has([data-footnote-ref])').replace(/\s+/g, ' ').trim(),
          said: [...element.querySelectorAll(SAID)]
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
      if (!box) continue;
      places[element.id] = { section: sheet.id, page: column(box) };
      rise = Math.max(rise, top - box.top);
    }
    // Nobody is sent to the page that he is on. What is near and is so no more may be it once again, where the text before it has
    // come to rest; then it keeps its page, or two rounds could chase each other.
    for (const reference of sheet.querySelectorAll<HTMLElement>('.page-reference')) {
      const id = reference.querySelector<HTMLElement>('[data-folio]')?.dataset.folio;
      const target = id === undefined ? null : document.getElementById(id);
      const [own, other] = [reference.getClientRects()[0], target && boxOf(target)];
      // What is hidden has no place: the words before it have.
      const here = own ?? [...(reference.previousElementSibling?.getClientRects() ?? [])].at(-1);
      const isNear = here && other && sheet.contains(target) && column(here) === column(other);
      const known = reference.dataset.near ?? '';
      const next = (isNear ? ARRIVES : LEAVES)[known] ?? known;
      if (next !== known) reference.dataset.near = next;
      near += `${next};`;
    }
  }
  const turned = [...document.querySelectorAll('body > .sheet:has(.card-back)')].map(({ id }) => id);
  return { pages, headings, places, rise, plates, empty, turned, near };
}
