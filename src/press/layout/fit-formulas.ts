/*
 * Runs inside the page, sent there as its own source.
 */

/**
 * Makes displayed formulas as wide as the text block. One that is a little too wide is set smaller; one that is wider goes over several
 * lines, if it is one that may (`typeset/formula-parts.ts`). What is too wide still is set as small as may be, with its number below
 * it. Each step is taken for all of a book at once, and whatever was done before is taken back first.
 */
export function fitFormulas(): void {
  /** How much smaller a formula may be set to stay on one line, and if nothing else helps. */
  const LEAST_WHOLE = 0.85;
  const LEAST = 0.7;
  const equations = [...document.querySelectorAll<HTMLElement>('body > .sheet:not(.cover) .equation')].filter(
    (one) => one.checkVisibility(),
  );
  for (const one of equations) {
    delete one.dataset.over;
    one.style.fontSize = '';
    formulaIn(one)?.setAttribute('data-whole', '');
  }
  const wide = measured(equations).filter(({ ratio }) => ratio < 0.998);
  const broken = wide.filter(({ one, ratio }) => ratio < LEAST_WHOLE && formulaIn(one));
  for (const { one } of broken) formulaIn(one)?.removeAttribute('data-whole');
  const asBroken = measured(broken.map(({ one }) => one));
  const tried = [...wide.filter((one) => !broken.includes(one)), ...asBroken];
  // A number that leaves its formula too little room stands below it.
  const over = tried.filter(({ ratio }) => ratio < LEAST);
  for (const { one } of over) one.dataset.over = '';
  const below = measured(over.map(({ one }) => one));
  const shares = new Map<HTMLElement, number>();
  const narrow = [...tried.filter((formula) => !over.includes(formula)), ...below];
  // Not all that is in a formula becomes smaller with it, so that it is looked at once more.
  for (const still of [narrow, undefined]) {
    for (const { one, ratio } of still ?? measured([...shares.keys()])) {
      if (ratio >= 0.998) continue;
      const share = Math.max(LEAST, ratio * (shares.get(one) ?? 1));
      shares.set(one, share);
      one.style.fontSize = `${Math.floor(share * 1000) / 10 - 0.2}%`;
    }
  }

  function formulaIn(equation: HTMLElement): Element | null {
    return equation.querySelector(':scope > math.breakable');
  }

  function measured(all: readonly HTMLElement[]): { one: HTMLElement; ratio: number }[] {
    return all.map((one) => ({ one, ratio: one.clientWidth / Math.max(1, one.scrollWidth) }));
  }
}
