/*
 * Runs inside the page, lent to it under its own name: it may use nothing but its arguments and the DOM.
 */

/**
 * Has brief cells stand on one line, in tables that are no higher by it: another column has room. A table of nothing but brief cells is
 * rather set a little smaller than parted in names and dates.
 */
export function holdBriefCells(
  tables: readonly HTMLTableElement[],
  isWide: (table: HTMLTableElement) => boolean,
): void {
  /** Cells that are to stand on one line, in characters: names, or dates at least, or what is shorter than a date. */
  const BRIEF = [24, 16, 12, 8] as const;
  const [NAME, , DATE] = BRIEF;

  const room = tables.filter((table) => !isWide(table));
  BRIEF.reduce(hold, room);
  const parted = room
    .filter((table) => heldOf(table) < NAME && cellsOf(table).every((cell) => lengthOf(cell) <= NAME))
    .map((table) => ({ table, held: heldOf(table) }));
  for (const { table } of parted) {
    table.dataset.fit = 'small';
    delete table.dataset.held;
  }
  for (const most of BRIEF.filter((length) => length >= DATE))
    hold(
      parted.filter(({ table, held }) => heldOf(table) === 0 && held < most).map(({ table }) => table),
      most,
    );
  const others = parted.map(({ table }) => table).filter((table) => heldOf(table) === 0);
  for (const table of others) delete table.dataset.fit;
  BRIEF.reduce(hold, others);

  /** Those that have no room for it are answered. */
  function hold(some: readonly HTMLTableElement[], most: number): HTMLTableElement[] {
    const tried = some
      .filter((table) => {
        for (const cell of table.querySelectorAll<HTMLElement>('[data-brief]')) delete cell.dataset.brief;
        const cells = cellsOf(table).filter(
          (cell) => lengthOf(cell) <= most && !cell.querySelector('br,p,ul,ol,img,math,[data-field]'),
        );
        for (const cell of cells) cell.dataset.brief = '';
        return cells.length > 0;
      })
      .map((table) => ({ table, height: heightOf(table) }));
    for (const { table } of tried) table.dataset.held = `${most}`;
    const grown = tried
      .filter(({ table, height }) => isWide(table) || heightOf(table) > height + 1)
      .map(({ table }) => table);
    for (const table of grown) delete table.dataset.held;
    return grown;
  }

  function cellsOf(table: HTMLTableElement): HTMLElement[] {
    return [...table.querySelectorAll<HTMLElement>('tbody > tr > *')];
  }

  function lengthOf(cell: HTMLElement): number {
    return (cell.textContent ?? '').trim().length;
  }

  /** How long the cells of a table are at most that stand on one line. */
  function heldOf({ dataset }: HTMLTableElement): number {
    return Number(dataset.held ?? 0);
  }

  function heightOf(table: HTMLTableElement): number {
    return [...table.getClientRects()].reduce((sum, { height }) => sum + height, 0);
  }
}
