/*
 * Runs inside the page, sent there as its own source: it may use nothing but its arguments, the DOM and what was lent.
 */
import type { freeColumns as free, holdColumns as hold } from './held-columns.js';

declare const freeColumns: typeof free;
declare const holdColumns: typeof hold;

/** A table whose words had to be broken, so that its columns fit the page. */
export interface Crowded {
  readonly section: string;
  /** `line:column` in the author's file, if known. */
  readonly at: string;
}

/**
 * Makes what is wider than the text block fit: code that is a little too wide is set smaller, because whole lines read better
 * than turned ones; a table is set smaller, then turned by a quarter, parted into as many pages as it needs, and if even that is
 * too narrow, its words are broken there. Formulas are set smaller, and their numbers below them. Brief cells stand on one line. Each step is taken for all of a book at once, so that the browser
 * lays it out once a step. Whatever it did before is taken back first.
 * @param width of the text block, `height` of it, in CSS pixels
 */
export function fit(width: number, height: number): Crowded[] {
  /** How much smaller code may be, and a formula. */
  const LEAST_CODE = 0.85;
  const LEAST_FORMULA = 0.7;
  /** A cell that is to stand on one line, in characters. */
  const BRIEF = 24;
  /** Steps of a table's size (`styles/media/paged.css`); turned, it is of the first again, or of the last. */
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
  for (const one of document.querySelectorAll<HTMLElement>('[data-over]')) delete one.dataset.over;
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
      paragraph.querySelector('code,math,.endless,.address') &&
      getComputedStyle(paragraph).textAlign === 'justify',
  );
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
  const ratioOf = (one: HTMLElement): number => one.clientWidth / Math.max(1, one.scrollWidth);
  const formulas = all('.equation').map((one) => ({ one, ratio: ratioOf(one) }));
  const loose = hard.map(isLoose);
  for (const { pre, size, ratio } of sizes) {
    pre.style.whiteSpace = '';
    if (ratio >= 1 || ratio < LEAST_CODE) continue;
    pre.dataset.smaller = '';
    pre.style.fontSize = `${Math.floor(size * (ratio - 0.005) * 50) / 50}px`;
  }
  // A number that leaves its formula too little room stands below it.
  const over = formulas.filter(({ ratio }) => ratio < LEAST_FORMULA);
  for (const { one } of over) one.dataset.over = '';
  const below = over.map(({ one }) => ({ one, ratio: Math.max(LEAST_FORMULA, ratioOf(one)) }));
  for (const { one, ratio } of [...formulas.filter((formula) => !over.includes(formula)), ...below]) {
    if (ratio >= 0.998) continue;
    one.dataset.smaller = '';
    one.style.fontSize = `${Math.floor(ratio * 1000) / 10 - 0.2}%`;
  }
  for (const [i, paragraph] of hard.entries()) if (!loose[i]) delete paragraph.dataset.ragged;

  const isWide = (table: HTMLTableElement): boolean => {
    const box = table.getClientRects()[0];
    return !!box && !!table.parentElement && box.width > innerWidth(table.parentElement) + 1;
  };
  holdBrief(all<HTMLTableElement>('table:not(:has(col))').filter((table) => !isWide(table)));
  let wide = all<HTMLTableElement>('table').filter(isWide);
  const crowded: Crowded[] = [];
  for (const size of SIZES) {
    if (!wide.length) return crowded;
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
    hand(table, page);
    table.dataset.fit = 'close';
    return { page, table };
  });
  /** How far a table reaches along the page that it is turned on. */
  const isLong = ({ table }: { table: HTMLTableElement }): boolean =>
    table.getBoundingClientRect().height > height + 1;
  for (const { table } of turned.filter(isLong)) table.dataset.fit = 'least';
  for (const { page, table } of turned.filter(isLong)) {
    // More is broken where it stands upright; but what cannot be parted might be too high for a page when it is turned.
    if (!table.querySelector('[rowspan]')) breakWords(table);
    else turnBack(page, table);
  }
  for (const { page, table } of turned) if (page.isConnected) part(page, table);
  for (const table of wide.filter(isWide)) if (table.dataset.fit !== 'broken') breakWords(table);
  return crowded;

  /** Has brief cells (a date, a name) stand on one line, in tables that are no higher by it: another column has room. */
  function holdBrief(tables: readonly HTMLTableElement[]): void {
    const heightOf = (table: Element): number =>
      [...table.getClientRects()].reduce((sum, { height }) => sum + height, 0);
    const tried = tables
      .filter((table) => {
        const cells = [...table.querySelectorAll<HTMLElement>('tbody > tr > *')].filter(
          (cell) =>
            (cell.textContent ?? '').trim().length <= BRIEF &&
            !cell.querySelector('br,p,ul,ol,img,math,[data-field]'),
        );
        for (const cell of cells) cell.dataset.brief = '';
        return cells.length > 0;
      })
      .map((table) => ({ table, height: heightOf(table) }));
    for (const { table } of tried) table.dataset.held = '';
    const grown = tried.filter(({ table, height }) => isWide(table) || heightOf(table) > height + 1);
    for (const { table } of grown) delete table.dataset.held;
  }

  function breakWords(table: HTMLTableElement): void {
    table.dataset.fit = 'broken';
    crowded.push({
      section: table.closest('.sheet')?.id ?? '',
      at: table.closest<HTMLElement>('[data-at]')?.dataset.at ?? '',
    });
  }

  /** Whether justifying a paragraph would make spaces in it wider by more than half its size; it is not justified now. */
  function isLoose(paragraph: HTMLElement): boolean {
    const size = Number.parseFloat(getComputedStyle(paragraph).fontSize);
    const room = Math.max(...[...paragraph.getClientRects()].map((box) => box.width));
    const rows: { middle: number; left: number; right: number; gaps: number }[] = [];
    const range = document.createRange();
    let spaced = false;
    const place = (boxes: Iterable<DOMRect>): void => {
      for (const { left, right, top, bottom } of boxes) {
        const middle = (top + bottom) / 2;
        const row = rows.at(-1);
        // What is as high as a fraction stands in the row whose text it goes on from.
        const goesOn = row && left >= row.right - 1 && top < row.middle && row.middle < bottom;
        if (!row || (!goesOn && Math.abs(row.middle - middle) > size * 0.7))
          rows.push({ middle, left, right, gaps: 0 });
        else {
          row.left = Math.min(row.left, left);
          row.right = Math.max(row.right, right);
          if (spaced) row.gaps++;
        }
        spaced = false;
      }
    };
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      // A formula is one piece, whatever stands above or below in it.
      if (node instanceof MathMLElement && node.localName === 'math') place(node.getClientRects());
      if (!(node instanceof Text) || node.parentElement?.closest('math')) continue;
      for (const { index, 0: piece } of node.data.matchAll(/\S+|\s+/g)) {
        if (!piece.trim()) {
          spaced = true;
          continue;
        }
        range.setStart(node, index);
        range.setEnd(node, index + piece.length);
        place(range.getClientRects());
      }
    }
    return rows
      .slice(0, -1)
      .some(({ left, right, gaps }) => (room - right + left) / Math.max(1, gaps) > size / 2);
  }

  /** A table in a box, a list or a quotation stays in it; rows that are bound together are not parted. */
  function canTurn(table: HTMLTableElement): boolean {
    return table.parentElement?.classList.contains('sheet') === true && table.tBodies.length === 1;
  }

  function turnBack(page: HTMLElement, table: HTMLTableElement): void {
    hand(page, table);
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

  /** As many turned pages as a table needs, each with its head. */
  function part(page: HTMLElement, table: HTMLTableElement): void {
    const rows = [...(table.tBodies[0]?.rows ?? [])];
    holdColumns([table]);
    const breadths = rows.map((row) => row.getBoundingClientRect().width);
    const sum = breadths.reduce((a, b) => a + b, 0);
    const rest = table.getBoundingClientRect().width - sum;
    if (rest + sum <= width + 1 || table.querySelector('[rowspan]')) return;
    let last = page;
    let breadth = rest;
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
