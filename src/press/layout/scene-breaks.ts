/*
 * Runs inside the page, sent there as its own source.
 */

import type { columnsOf as columns } from './columns.js';

declare const columnsOf: typeof columns;

/**
 * Marks the scene breaks of mere space that begin or end a page, where nobody sees one: they get the sign that others have
 * (`styles/media/paged/text.css`). It is as high as the space, so that nothing moves.
 * @param width of the text block, `gap` between two columns, in CSS pixels
 */
export function showSceneBreaks(width: number, gap: number): void {
  for (const space of document.querySelectorAll<HTMLElement>('body > .sheet:not(.cover) hr.space')) {
    const sheet = space.closest('.sheet');
    const box = space.getClientRects()[0];
    if (!sheet || !box) continue;
    const columns = columnsOf(sheet, width, gap);
    const page = columns.of(box);
    const above = boxesBeside(space, sheet, 'previousElementSibling').at(-1);
    const below = boxesBeside(space, sheet, 'nextElementSibling')[0];
    const isEdge = above && below && (columns.of(above) < page || columns.of(below) > page);
    if (isEdge) space.dataset.edge = '';
  }

  /** The boxes of what shows before or behind an element; none where its section begins or ends with it. */
  function boxesBeside(
    element: Element,
    sheet: Element,
    side: 'previousElementSibling' | 'nextElementSibling',
  ): DOMRect[] {
    for (let from: Element | null = element; from && from !== sheet; from = from.parentElement)
      for (let one = from[side]; one; one = one[side]) {
        const boxes = [...one.getClientRects()].filter(({ height }) => height > 0);
        if (boxes.length) return boxes;
      }
    return [];
  }
}
