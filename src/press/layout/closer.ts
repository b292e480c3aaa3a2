/**
 * Sets pages closer that run over, in steps, until they do no more; those that no step is enough for stay as they are. Each step is taken for all
 * of them at once. Runs inside the page, lent to it as its own source; whatever it did before is taken back first.
 * @param properties of the pages' style, with what `steps` give them, one value each
 * @param overOf says of a page whether it runs over, once before and then after each step
 */
export function setCloser(
  sheets: readonly HTMLElement[],
  properties: readonly string[],
  steps: readonly (readonly number[])[],
  overOf: (sheet: HTMLElement) => () => boolean,
): void {
  const unset = ({ style }: HTMLElement): void => {
    for (const name of properties) style.removeProperty(name);
  };
  for (const sheet of sheets) unset(sheet);
  let over = sheets.map((sheet) => ({ sheet, runsOver: overOf(sheet) })).filter(({ runsOver }) => runsOver());
  for (const step of steps) {
    for (const { sheet } of over)
      for (const [i, name] of properties.entries()) sheet.style.setProperty(name, String(step[i]));
    over = over.filter(({ runsOver }) => runsOver());
  }
  for (const { sheet } of over) unset(sheet);
}
