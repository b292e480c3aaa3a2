/*
 * Runs inside the page, lent to it under its own name: it may use nothing but its arguments and the DOM.
 */

/**
 * Has sections broken into pages from nothing. Chromium keeps where it broke a page before what stands behind another gap or break now,
 * and would print it elsewhere than it was measured. Where there are no columns there is no break to keep; in longer ones it keeps some.
 */
export function layAnew(sheets: readonly (HTMLElement | null)[]): void {
  if (!sheets.length) return;
  for (const sheet of sheets) if (sheet) sheet.style.columns = 'auto';
  document.body.getBoundingClientRect();
  for (const sheet of sheets) if (sheet) sheet.style.columns = '';
}
