/*
 * Runs inside the page, sent there as its own source.
 */

import type { layAnew as anew } from './anew.js';
import type { columnsOf as columns } from './columns.js';

declare const columnsOf: typeof columns;
declare const layAnew: typeof anew;

/**
 * Lays cards that are to be cut out: all of one height, as many on a page as it has room for, with marks to cut them by. Backs
 * stand on the next page at mirrored places, as far down as their fronts: they lie behind them when the sheet is turned like the page
 * of a book. For that fronts begin on the front of a sheet; where they do not fit below what stands before them, but on a sheet of
 * their own, they get one, because what is cut up should not be somebody's text.
 *
 * Fronts and backs are items of one grid, in the order in which they are read; what a row of the grid is, and on which page, is found
 * here. Whatever was done before is taken back first, so it may be called whenever the pages have changed.
 * @param width of the text block, `gap` between two columns, `height` of a page, in CSS pixels
 * @param shift by how much the margin to the right of the text block is wider than that to the left
 * @param turned whether the pages are sides of sheets
 * @returns what was done, in one word that changes when any of it does
 */
export function layCards(width: number, gap: number, height: number, shift: number, turned: boolean): string {
  /** For the marks around cards, in CSS pixels; no group of cards fills a page to its last pixel. */
  const ROOM = 20;
  const SLACK = 2;
  /** For the lines at both sides, half of which lies beside the cards: what stands beyond the text is cut off. */
  const LINES = 2;
  /** As many breaks are put before cards until they stand where they should: at most they end a page, and leave one empty. */
  const TRIES = 3;
  for (const own of document.querySelectorAll('.card-cut,.cards-blank')) own.remove();
  const pushed = [...document.querySelectorAll('.cards-next')];
  for (const head of pushed) head.classList.remove('cards-next');
  layAnew(pushed.map((head) => head.closest<HTMLElement>('.sheet')));
  const lists = [...document.querySelectorAll<HTMLElement>('.cards')].filter(
    (list) => !list.parentElement?.closest('.cards'),
  );
  for (const list of lists) {
    delete list.dataset.over;
    unlay(list);
  }
  for (const card of lists.flatMap((list) => [...list.children])) card.removeAttribute('style');
  return JSON.stringify(lists.map(lay));

  /** Takes back how a list was laid; not the gaps around it, which bring text back onto the lines of the page (`grid.ts`). */
  function unlay(list: HTMLElement): void {
    for (const own of ['grid-template', 'min-height', 'margin-left', 'margin-right'])
      list.style.removeProperty(own);
  }

  function lay(list: HTMLElement): unknown {
    const sheet = list.closest<HTMLElement>('.sheet');
    if (!sheet) return undefined;
    const cards = [...list.children] as HTMLElement[];
    const fronts = cards.filter((card) => !card.matches('.card-back'));
    const backs = cards.filter((card) => card.matches('.card-back'));
    const isDouble = backs.length > 0;
    const zoom = list.currentCSSZoom;
    const full = height / zoom;
    const room = list.matches('.cards-corners') ? ROOM : 0;
    const across = Number(getComputedStyle(list).getPropertyValue('--cards-across'));
    // Backs are mirrored at the middle of the sheet, and the text block need not stand there.
    if (isDouble) list.style[shift > 0 ? 'marginLeft' : 'marginRight'] = `${Math.abs(shift) / zoom}px`;
    const breadth = Math.floor(
      (roomIn(list.parentElement ?? list, zoom) - Math.abs(shift) / zoom - (2 * room || LINES)) / across,
    );
    list.style.gridTemplateColumns = `repeat(${across}, ${breadth}px)`;
    const least = Number.parseFloat(getComputedStyle(list).minHeight) || 0;
    list.style.minHeight = '0';
    const most = full - 2 * room - SLACK;
    const wanted = heightsOf(list, fronts, backs, across, zoom);
    const highest = Math.max(...wanted);
    if (highest > most) {
      // Nobody can cut that out: its list is text, and that is told.
      unlay(list);
      list.dataset.over = String((highest - most) * zoom);
      return 'loose';
    }
    // Alike, so that whole sheets are cut along one line.
    let heights = wanted.map(() => highest);
    const total = heights.reduce((sum, one) => sum + one, 0) + 2 * room + SLACK;

    const { place, push } = landing(list, sheet, (heights[0] ?? 0) + 2 * room + SLACK, zoom);
    for (const card of cards) card.style.display = 'none';
    let at = place();
    const begun = at.page;
    const wantsOwn = at.first > 1 && total > full - at.y && total <= full - at.y + at.first;
    const isWrong = (): boolean =>
      isDouble && ((turned && at.page % 2 === 1) || (wantsOwn && at.page === begun));
    for (let tries = 0; tries < TRIES && isWrong(); tries++) at = push();
    for (const card of cards) card.style.display = '';

    let left = most - at.y;
    if (least) {
      // Cards that are to fill a page grow until they do.
      const alike = Math.floor(Math.min(least, left) / heights.length);
      heights = heights.map(() => Math.max(alike, ...heights));
    }
    const groups: number[][] = [];
    for (const [row, one] of heights.entries()) {
      if (!groups.length || (left < one && groups.at(-1)?.length)) {
        if (groups.length) left = most;
        groups.push([]);
      }
      groups.at(-1)?.push(row);
      left -= one;
    }
    const tracks: number[] = [];
    for (const [number, rows] of groups.entries()) {
      const lead = number ? 0 : at.y;
      put(rows, number > 0, 0, fronts, (column) => column);
      if (isDouble) put(rows, true, lead, backs, (column) => across - 1 - column);
    }
    list.style.gridTemplateRows = tracks.map((track) => `${track}px`).join(' ');
    return [at, breadth, heights, groups];

    /** Puts rows of cards into rows of the grid, on the next page or where the last ones end. */
    function put(
      rows: readonly number[],
      isNext: boolean,
      lead: number,
      side: readonly HTMLElement[],
      columnOf: (column: number) => number,
    ): void {
      const begins = tracks.length + 1;
      const first = begins + 2;
      const last = first + rows.length;
      tracks.push(lead, room, ...rows.map((row) => heights[row] ?? 0), room);
      // What spans all of them keeps them on one page.
      const hold = mark('', `${begins} / ${last + 1}`, '1 / -1');
      hold.classList.toggle('cards-next', isNext);
      for (const [i, row] of rows.entries())
        for (const [column, card] of side.slice(row * across, (row + 1) * across).entries()) {
          card.style.gridRow = String(first + i);
          card.style.gridColumn = String(columnOf(column) + 1);
        }
      if (side === backs) return;
      if (room) corners(first, last);
      else lines(first, last);
    }

    function lines(first: number, last: number): void {
      for (let column = 0; column <= across; column++)
        mark(
          `card-cut-down ${column === across ? 'card-cut-right' : ''}`,
          `${first} / ${last}`,
          line(column, across),
        );
      for (let row = first; row <= last; row++)
        mark(`card-cut-across ${row === last ? 'card-cut-bottom' : ''}`, line(row - 1, last - 1), '1 / -1');
    }

    /** Marks that lie outside of the corners of each card; those of cards beside each other meet. */
    function corners(first: number, last: number): void {
      for (let row = first; row <= last; row++)
        for (let column = 0; column <= across; column++)
          mark(
            [
              'card-cut-corner',
              row === first ? 'card-cut-top' : '',
              row === last ? 'card-cut-bottom' : '',
              column === 0 ? 'card-cut-left' : '',
              column === across ? 'card-cut-right' : '',
            ].join(' '),
            line(row - 1, last - 1),
            line(column, across),
          );
    }

    function line(at: number, last: number): string {
      return String(at === last ? last : at + 1);
    }

    function mark(kind: string, row: string, column: string): HTMLElement {
      const made = document.createElement('div');
      made.className = `card-cut ${kind}`;
      made.setAttribute('aria-hidden', 'true');
      made.style.gridRow = row;
      made.style.gridColumn = column;
      list.append(made);
      return made;
    }
  }

  /** How wide a list in this element may be, in its own pixels. Beside a note at the foot of a page it would be narrower. */
  function roomIn(parent: HTMLElement, zoom: number): number {
    const { paddingLeft, paddingRight } = getComputedStyle(parent);
    const inner = parent.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
    return (inner * parent.currentCSSZoom) / zoom;
  }

  /** How high each row would be, in the pixels of the list: on both sides what the highest card wants, in whole pixels. */
  function heightsOf(
    list: HTMLElement,
    fronts: readonly HTMLElement[],
    backs: readonly HTMLElement[],
    across: number,
    zoom: number,
  ): number[] {
    list.style.alignItems = 'start';
    const wanted = (card: HTMLElement): number =>
      [...card.getClientRects()].reduce((sum, box) => sum + box.height, 0) / zoom;
    const heights = Array.from({ length: Math.ceil(fronts.length / across) }, (_, row) =>
      Math.ceil(
        Math.max(
          ...[fronts, backs].flatMap((side) => side.slice(row * across, (row + 1) * across).map(wanted)),
        ) - 0.01,
      ),
    );
    list.style.alignItems = '';
    return heights;
  }

  /** Where the first row of a list comes to stand, and a way to have it stand a page further on, with the heading that announces it. */
  function landing(list: HTMLElement, sheet: HTMLElement, needed: number, zoom: number) {
    let head: Element = list;
    for (let before = head.previousElementSibling; before; before = before.previousElementSibling) {
      if (getComputedStyle(before).breakAfter !== 'avoid') break;
      head = before;
    }
    const { top } = sheet.getBoundingClientRect();
    const columns = columnsOf(sheet, width, gap);
    const place = () => {
      const probe = document.createElement('div');
      probe.className = 'card-cut';
      probe.style.height = `${needed}px`;
      list.append(probe);
      const box = probe.getBoundingClientRect();
      const begins = (head === list ? probe : head).getClientRects()[0] ?? box;
      probe.remove();
      return { page: columns.of(box), y: (box.top - top) / zoom, first: (begins.top - top) / zoom };
    };
    const push = () => {
      // Where its page begins already, another break before it would change nothing.
      if (head.matches('.cards-next')) {
        const blank = document.createElement('div');
        blank.className = 'cards-blank cards-next';
        head.before(blank);
      }
      head.classList.add('cards-next');
      layAnew([sheet]);
      return place();
    };
    return { place, push };
  }
}
