/*
 * What floats, and where it may come to stand. Runs inside the page: each function is lent to it as its own source, under its own name, and
 * may use nothing but its arguments, the DOM, the other functions of this file and what else was lent.
 */
import type * as keeps from './keeps.js';

declare const nextTo: typeof keeps.nextTo;

/**
 * Whether a figure, a table or what either stands in goes behind text at all: not where its author wants it `here`, nor if it is to be written
 * in and has no number that text could send there by. What fills its page leaves notes no room.
 */
export function mayFloat(one: HTMLElement): boolean {
  return (
    one.matches(
      'figure:has(figcaption), .figures:has(figcaption), table:has(caption), .turned:has(caption), .full-bleed',
    ) &&
    !one.matches('.here') &&
    !one.querySelector('.here') &&
    !(fillsPage(one) && callsNotes(one)) &&
    (one.querySelector('.label') !== null || !one.querySelector('[data-field], .field'))
  );
}

/** Whether something has a page of its own. */
export function fillsPage(one: Element): boolean {
  return one.matches('.full-bleed,.turned');
}

/** Whether text ends in a colon; the number of a note may stand behind that. */
export function announces(text: Element): boolean {
  const copy = text.cloneNode(true) as Element;
  for (const call of copy.querySelectorAll('a[data-footnote-ref]')) call.remove();
  return /[:：]\s*$/.test(copy.textContent ?? '');
}

/**
 * Whether something may stand between a paragraph or a list and what follows it: other paragraphs, a heading, a box, another figure or a
 * table with a caption.
 */
export function endsThought(text: HTMLElement): boolean {
  const next = nextTo(text);
  const isOpen = text.matches('p') && announces(text);
  const stands = 'p,h1,h2,h3,h4,h5,h6,hr,aside,.exercise,figure,.figures,section';
  return !isOpen && (!next || next.matches(`${stands},table:has(caption),.turned:has(caption)`));
}

/** The list that stands right behind a paragraph, and is known by the place of its first item. */
export function listBehind(paragraph: HTMLElement): HTMLElement | undefined {
  const list = nextTo(paragraph);
  if (!(list instanceof HTMLElement) || !list.matches('ul,ol')) return undefined;
  const at = placeOf(list);
  const same = list.parentElement?.querySelectorAll(`li[data-at="${at}"]`);
  return at && same?.length === 1 ? list : undefined;
}

/** Where a block begins in the manuscript; a list begins with its first item. */
export function placeOf(block: HTMLElement): string {
  const [first] = block.children;
  return block.dataset.at ?? (first instanceof HTMLElement ? first.dataset.at : undefined) ?? '';
}

/** Whether it is known by its place in the manuscript: what is made of one place twice is not. */
export function isAlone({ dataset, parentElement }: HTMLElement): boolean {
  return (
    parentElement?.querySelectorAll(`:scope > [data-at="${dataset.at}"]:not([data-resumed])`).length === 1
  );
}

/** A figure, or the pages that a table is parted into (`fit.ts`). */
export function pagesOf(figure: HTMLElement): HTMLElement[] {
  const pages = [figure];
  let next = figure.nextElementSibling;
  for (; next instanceof HTMLElement && next.matches('[data-resumed]'); next = next.nextElementSibling)
    pages.push(next);
  return pages;
}

export function callsNotes(element: Element): boolean {
  return element.querySelector('a[data-footnote-ref]') !== null;
}

/** What is lent to the page. */
export const FLOAT_RULES = {
  mayFloat,
  fillsPage,
  announces,
  endsThought,
  listBehind,
  placeOf,
  isAlone,
  pagesOf,
  callsNotes,
};
