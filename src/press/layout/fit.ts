/*
 * Runs inside the page, sent there as its own source: it may use nothing but its arguments, the DOM and what was lent.
 */
import type { holdBriefCells as holdBrief } from './brief-cells.js';
import type { freeColumns as free, holdColumns as hold } from './held-columns.js';
import type { isLoose as loose } from './loose.js';
import type * as heads from './turned-heads.js';

declare const holdBriefCells: typeof holdBrief;
declare const freeColumns: typeof free;
declare const holdColumns: typeof hold;
declare const isLoose: typeof loose;
declare const takeHeads: typeof heads.takeHeads;
declare const giveBackHeads: typeof heads.giveBackHeads;

/** A table whose words had to be broken, so that its columns fit the page. */
export interface Crowded {
  readonly section: string;
  /** `line:column` in the author's file, if known. */
  readonly at: string;
}

/**
 * Makes what is wider than the text block fit: code that is a little too wide is set smaller, because whole lines read better
 * than turned ones; a table is set smaller, then turned by a quarter, parted into as many pages as it needs, and if even that is
 * too narrow, its words are broken there. Formulas go on on the next line where they have no room on one, or would tear the line before.
 * Brief cells stand on one line. Each step is taken for all of a book at once, so that the browser lays it out once a step. Whatever it did
 * before is taken back first.
 * @param width of the text block, `height` of it, in CSS pixels
 * @param floats whether tables may go behind text
 */
export function fit(width: number, height: number, floats: boolean): Crowded[] {
  /** How much smaller code may be. */
  const LEAST_CODE = 0.85;
  /** Steps of a table's size (`styles/media/paged/tables.css`); turned, it is of the first again, or of the last. */
  const SIZES = ['close', 'small', 'least'] as const;

  freeColumns();
  // From the last: what a table had to be parted into goes back to the page before, and in the end it is whole.
  for (const turned of [...document.querySelectorAll<HTMLElement>('.turned')].reverse()) {
    const table = turned.querySelector('table');
    const before =
      turned.matches('.turned[data-resumed]') && turned.previousElementSibling?.querySelector('table');
    if (before) before.tBodies[0]?.append(...(table?.tBodies[0]?.rows ?? []));
    if (before || !table) turned.remove();
    else turnBack(turned, table);
  }
  for (const ragged of document.querySelectorAll<HTMLElement>('[data-ragged]')) delete ragged.dataset.ragged;
  for (const table of document.querySelectorAll<HTMLElement>('table')) {
    delete table.dataset.fit;
    delete table.dataset.held;
  }
  for (const smaller of document.querySelectorAll<HTMLElement>('[data-smaller]')) {
    smaller.style.fontSize = '';
    delete smaller.dataset.smaller;
  }
  const all = <One extends HTMLElement>(selector: string): One[] =>
    [...document.querySelectorAll<One>(`body > .sheet:not(.cover) ${selector}`)].filter((one) =>
      one.checkVisibility(),
    );
  const innerWidth = (element: Element): number => {
    const style = getComputedStyle(element);
    return element.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
  };
  // Everything is asked at once: code as it is in whole lines, paragraphs as they are if they are not justified.
  const code = all('pre');
  const hard = all('p').filter(
    (paragraph) =>
      paragraph.querySelector('code,img,math,.endless,.address,.nowrap') &&
      getComputedStyle(paragraph).textAlign === 'justify',
  );
  const formulas = all(':not(.equation) > math.breakable');
  for (const formula of formulas) formula.dataset.whole = '';
  for (const pre of code) pre.style.whiteSpace = 'pre';
  for (const paragraph of hard) paragraph.dataset.ragged = '';
  const sizes = code.map((pre) => {
    const style = getComputedStyle(pre);
    // What reaches over the right padding is counted without it.
    const [left, right] = [Number.parseFloat(style.paddingLeft), Number.parseFloat(style.paddingRight)];
    const over = pre.scrollWidth > pre.clientWidth ? 0 : right;
    return {
      pre,
      size: Number.parseFloat(style.fontSize),
      ratio: (pre.clientWidth - left - right) / Math.max(1, pre.scrollWidth - left - over),
    };
  });
  const loose = new Set(hard.filter(isLoose));
  const broken = formulas.filter(
    (formula) =>
      (!formula.hasAttribute('display') && loose.has(formula.closest('p') as HTMLElement)) ||
      formula.closest('td,th') ||
      isLong(formula),
  );
  for (const { pre, size, ratio } of sizes) {
    pre.style.whiteSpace = '';
    if (ratio >= 1 || ratio < LEAST_CODE) continue;
    pre.dataset.smaller = '';
    pre.style.fontSize = `${Math.floor(size * (ratio - 0.005) * 50) / 50}px`;
  }
  for (const formula of broken) delete formula.dataset.whole;
  for (const paragraph of hard) if (!loose.has(paragraph)) delete paragraph.dataset.ragged;
  const mended = [...loose].filter((paragraph) => paragraph.querySelector('.breakable:not([data-whole])'));
  const filled = mended.filter((paragraph) => !isLoose(paragraph));
  for (const paragraph of filled) delete paragraph.dataset.ragged;

  const isWide = (table: HTMLTableElement): boolean => {
    const box = table.getClientRects()[0];
    return !!box && !!table.parentElement && box.width > innerWidth(table.parentElement) + 1;
  };
  holdBriefCells(all<HTMLTableElement>('table:not(:has(col))'), isWide);
  let wide = all<HTMLTableElement>('table').filter(isWide);
  for (const size of SIZES) {
    if (!wide.length) return [];
    for (const table of wide) table.dataset.fit = size;
    wide = wide.filter(isWide);
  }
  const turned = wide.filter(canTurn).map((table) => {
    const page = document.createElement('div');
    page.className = 'turned';
    page.style.width = `${width}px`;
    page.style.height = `${height}px`;
    table.replaceWith(page);
    page.append(table);
    takeHeads(page, floats);
    hand(table, page);
    table.dataset.fit = 'close';
    return { page, table };
  });
  /** How far a table reaches along the page that it is turned on. */
  const reachesOver = ({ table }: { table: HTMLTableElement }): boolean =>
    table.getBoundingClientRect().height > height + 1;
  for (const { table } of turned.filter(reachesOver)) table.dataset.fit = 'least';
  for (const { page, table } of turned.filter(reachesOver)) {
    // More is broken where it stands upright; but what cannot be parted might be too high for a page when it is turned.
    if (!table.querySelector('[rowspan]')) table.dataset.fit = 'broken';
    else turnBack(page, table);
  }
  // One that is too long even so would lie over the pages before it; upright it is cut off at the edge of its own, and told.
  for (const { page, table } of turned.filter(reachesOver)) if (page.isConnected) turnBack(page, table);
  // Of all that is asked before anything is parted the browser lays out all of it once.
  const standing = turned.filter(({ page }) => page.isConnected);
  holdColumns(standing.map(({ table }) => table));
  for (const one of standing.map(partingOf)) part(one);
  for (const table of wide.filter(isWide)) table.dataset.fit = 'broken';
  return wide
    .filter((table) => table.dataset.fit === 'broken' && !isWide(table))
    .map((table) => ({
      section: table.closest('.sheet')?.id ?? '',
      at: table.closest<HTMLElement>('[data-at]')?.dataset.at ?? '',
    }));

  /** A formula that is wider than what it stands in. */
  function isLong(formula: HTMLElement): boolean {
    const block = formula.closest('p,li,dd,dt,h1,h2,h3,h4,h5,h6,figcaption,caption,div,blockquote');
    const [first, last] = [formula.firstElementChild, formula.lastElementChild];
    if (!block || !first || !last) return false;
    return last.getBoundingClientRect().right - first.getBoundingClientRect().left > innerWidth(block) + 1;
  }

  /** A table in a box, a list or a quotation stays in it; rows that are bound together are not parted. */
  function canTurn(table: HTMLTableElement): boolean {
    return table.parentElement?.classList.contains('sheet') === true && table.tBodies.length === 1;
  }

  function turnBack(page: HTMLElement, table: HTMLTableElement): void {
    hand(page, table);
    giveBackHeads(page);
    page.replaceWith(table);
  }

  /** Where a table was written, and what it has moved behind (`floats.ts`), is known of what stands in its place. */
  function hand(from: HTMLElement, to: HTMLElement): void {
    for (const key of ['at', 'behind']) {
      const known = from.dataset[key];
      delete from.dataset[key];
      if (known !== undefined) to.dataset[key] = known;
    }
  }

  /** How broad the rows of a turned table are, what else it takes, and what headings above it take of its first page. */
  function partingOf({ page, table }: { page: HTMLElement; table: HTMLTableElement }) {
    const rows = [...(table.tBodies[0]?.rows ?? [])];
    const breadths = rows.map((row) => row.getBoundingClientRect().width);
    const sum = breadths.reduce((a, b) => a + b, 0);
    const own = table.getBoundingClientRect();
    const headed = Math.abs(own.left - page.getBoundingClientRect().left);
    return { page, table, rows, breadths, sum, rest: own.width - sum, headed };
  }

  /** As many turned pages as a table needs, each with its head. */
  function part({ page, table, rows, breadths, sum, rest, headed }: ReturnType<typeof partingOf>): void {
    if (headed + rest + sum <= width + 1 || table.querySelector('[rowspan]')) return;
    let last = page;
    let breadth = headed + rest;
    for (const [i, row] of rows.entries()) {
      breadth += breadths[i] ?? 0;
      if (breadth > width - 1 && i) {
        const next = page.cloneNode(false) as HTMLElement;
        next.dataset.resumed = '';
        const copy = table.cloneNode(false) as HTMLTableElement;
        copy.removeAttribute('id');
        for (const above of table.querySelectorAll(':scope > :is(colgroup, thead)'))
          copy.append(above.cloneNode(true));
        for (const named of copy.querySelectorAll('[id]')) named.removeAttribute('id');
        copy.append(document.createElement('tbody'));
        next.append(copy);
        last.after(next);
        last = next;
        breadth = rest + (breadths[i] ?? 0);
      }
      if (last !== page) last.querySelector('table')?.tBodies[0]?.append(row);
    }
  }
}
