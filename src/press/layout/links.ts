/*
 * Runs inside the page, sent there as its own source.
 */

/** What the addresses of links between calls and notes begin with when they go to print. */
export const NOTE_SCHEME = 'octavo-note:';

/**
 * Gives links between calls and notes at the foot of pages an address that says what the link itself is called, what the one is
 * called that it leads to, and what it says. For each page that it prints Chromium looks where every place is that some link of the document leads to,
 * which takes most of the print where thousands of pages have notes; these links lead to each other, and their own areas say where
 * (`binding/pdf-note-links.ts`).
 * @param scheme what the addresses begin with
 */
export function nameNoteLinks(scheme: string): void {
  const leadsTo = (link: Element): string => decodeURIComponent((link.getAttribute('href') ?? '').slice(1));
  const name = (link: Element, own: string, other: string): void => {
    const said = (link.textContent ?? '').trim();
    link.setAttribute('href', scheme + [own, other, said].map(encodeURIComponent).join('/'));
  };
  // What a stylesheet hides has no area.
  const isShown = (link: Element | null): boolean =>
    link?.checkVisibility({ visibilityProperty: true }) ?? false;
  const notes = new Set<string>();
  for (const number of document.querySelectorAll('a.foot-note-number')) {
    const { id } = number.closest('.foot-note') ?? number;
    const call = leadsTo(number);
    if (!isShown(number) || !isShown(document.getElementById(call))) continue;
    notes.add(id);
    name(number, id, call);
  }
  for (const call of document.querySelectorAll('a[data-footnote-ref]')) {
    const id = leadsTo(call);
    if (notes.has(id)) name(call, call.id, id);
  }
}
