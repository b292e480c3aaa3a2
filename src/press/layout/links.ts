/*
 * Runs inside the page, sent there as its own source.
 */

/** What the addresses of links begin with whose places are known without the browser. */
export const LINK_SCHEME = 'octavo-link:';

/**
 * Gives links to headings, and those between calls and notes at the foot of pages, an address that says what the link itself is called,
 * what it leads to, and, of calls and notes, what it says. For each page that it prints Chromium looks where every place is that some
 * link of the document leads to, which takes most of the print where there are thousands of both. Where headings are its outline says,
 * and calls and notes lead to each other: the areas of their links say it (`binding/pdf-link-places.ts`).
 * @param scheme what the addresses begin with
 * @param headings ids of those in the outline
 */
export function nameLinks(scheme: string, headings: readonly string[]): void {
  const leadsTo = (link: Element): string => {
    const written = (link.getAttribute('href') ?? '').slice(1);
    try {
      return decodeURIComponent(written);
    } catch {
      return written;
    }
  };
  const name = (link: Element, own: string, goal: string): void => {
    const said = own && (link.textContent ?? '').trim();
    link.setAttribute('href', scheme + [own, goal, said].map(encodeURIComponent).join('/'));
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
  const placed = new Set(headings);
  for (const link of document.querySelectorAll('a[href^="#"]')) {
    const goal = leadsTo(link);
    if (link.matches('[data-footnote-ref]') && notes.has(goal)) name(link, link.id, goal);
    else if (placed.has(goal)) name(link, '', goal);
  }
}
