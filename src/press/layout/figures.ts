/*
 * Runs inside the page, sent there as its own source.
 */

import type { layAnew as anew } from './anew.js';
import type { roomOfNotes as notesIn } from './note-room.js';
import type { openingAbove as opening } from './opening.js';

declare const layAnew: typeof anew;
declare const openingAbove: typeof opening;
declare const roomOfNotes: typeof notesIn;

/**
 * Makes images smaller, alone or side by side, that leave their captions no room on the page, and those that open a chapter, at most
 * behind a few lines, and leave its title alone on it. Those of a picture book leave their words room (`picture-pairs.ts`). What would be
 * made too small by it is left as it is. Whatever it did before is taken back first.
 * @param height of the text block, in CSS pixels
 * @param footNotes whether the notes of captions stand at the foot of the page
 */
export function fitFigures(height: number, footNotes: boolean): void {
  /** How much of a page there is for an image at least, and for one below a title with its caption. */
  const LEAST = 0.4;
  const LEAST_BELOW_TITLE = 0.6;
  /** What rounding may take. */
  const SLACK = 2;
  const margin = (element: Element, side: 'Top' | 'Bottom'): number =>
    Number.parseFloat(getComputedStyle(element)[`margin${side}`]) || 0;
  const heightOf = (element: Element): number =>
    [...element.getClientRects()].reduce((sum, box) => sum + box.height, 0);
  /** What notes that are called in a figure take of its page. */
  const notesOf = (figure: Element): number => {
    const notes = footNotes ? roomOfNotes(figure) : 0;
    // The gap below a figure is widened to whole lines (`grid.ts`).
    const gap = margin(figure, 'Bottom') + (Number.parseFloat(getComputedStyle(figure).lineHeight) || 0);
    return notes && notes + gap;
  };

  /** What the words that belong to a picture take of its page. */
  const pairedWith = (figure: Element): number => {
    let room = 0;
    const add = (text: Element | null, words: string, next: (one: Element) => Element | null): void => {
      for (let one = text; one?.matches(words); one = next(one))
        room += margin(one, 'Top') + heightOf(one) + margin(one, 'Bottom');
    };
    add(
      figure.previousElementSibling,
      '[data-picture=below],[data-picture=first]',
      (one) => one.previousElementSibling,
    );
    add(figure.nextElementSibling, '[data-picture=above]', (one) => one.nextElementSibling);
    return room && room + margin(figure, 'Top') + margin(figure, 'Bottom');
  };

  for (const image of document.querySelectorAll<HTMLElement>('figure img[data-scaled]')) {
    image.style.maxHeight = '';
    delete image.dataset.scaled;
  }
  const scaled: { image: HTMLElement; room: number }[] = [];
  const blocks = 'body > .sheet:not(.cover) :is(.figures, figure:not(.full-bleed, .figures > figure))';
  for (const block of document.querySelectorAll(blocks)) {
    const figures = block.matches('.figures') ? [...block.children] : [block];
    const images = figures.flatMap((figure) => [...figure.querySelectorAll('img')]);
    const heights = images.map((image) => image.getClientRects()[0]?.height);
    if (images.length !== figures.length || !heights.every((one) => one !== undefined)) continue;
    const words = Math.max(
      ...figures.map((figure) => {
        const caption = figure.querySelector('figcaption');
        return caption ? heightOf(caption) + margin(caption, 'Top') : 0;
      }),
    );
    const opening = openingAbove(block);
    const below = height - opening;
    const whole = height - words - notesOf(block) - SLACK;
    const paired = pairedWith(block);
    // Words above a picture are part of what opens the chapter.
    const isCounted = opening > 0 && block.previousElementSibling?.matches('[data-picture]');
    const beneath = whole - opening - (isCounted ? 0 : paired);
    const fits = paired > 0 || below >= LEAST_BELOW_TITLE * height;
    const room = fits && beneath >= LEAST * height ? beneath : whole - paired;
    if (room < LEAST * height) continue;
    for (const [i, image] of images.entries()) if ((heights[i] ?? 0) > room) scaled.push({ image, room });
  }
  for (const { image, room } of scaled) {
    image.dataset.scaled = '';
    image.style.maxHeight = `${Math.floor(room)}px`;
  }
  layAnew([...new Set(scaled.map(({ image }) => image.closest<HTMLElement>('.sheet')))]);
}
