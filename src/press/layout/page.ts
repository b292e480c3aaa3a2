/*
 * What is written into the page when its numbers are known. Each function runs inside the page, sent there as its own source.
 */

/** Writes page labels where the contents wait for them. */
export function writeFolios(labels: Record<string, string>): void {
  // What is written as it was counts as a change of its section (`changes.ts`).
  const hide = (element: HTMLElement, hidden: boolean): void => {
    if (element.hidden !== hidden) element.hidden = hidden;
  };
  for (const element of document.querySelectorAll<HTMLElement>('[data-folio]')) {
    const label = labels[element.dataset.folio ?? ''] ?? '';
    if (element.textContent !== label) element.textContent = label;
  }
  for (const element of document.querySelectorAll<HTMLElement>('.page-reference[data-near]'))
    hide(element, /near|again/.test(element.dataset.near ?? ''));
  // In an index a page is named once, and a passage that begins and ends on one page is no passage.
  for (const list of document.querySelectorAll<HTMLElement>('.locators')) {
    let before: string | undefined;
    for (const locator of list.querySelectorAll<HTMLElement>('.locator')) {
      const [from, to] = [...locator.querySelectorAll('a')].map((link) => link.textContent);
      const end = locator.querySelector<HTMLElement>('.locator-end');
      if (end) hide(end, from === to);
      const folios = to === undefined || from === to ? from : `${from}–${to}`;
      hide(locator, folios === before);
      before = folios;
    }
  }
}

/** Replaces the text of one of our own style elements. */
export function setStyle(id: string, css: string): void {
  const style = document.getElementById(id);
  if (style) style.textContent = css;
}

/** Puts an empty page before each of these sections. */
export function insertBlanks(sections: readonly string[]): void {
  for (const id of sections) {
    const blank = document.createElement('div');
    blank.className = 'blank';
    document.getElementById(id)?.before(blank);
  }
}
