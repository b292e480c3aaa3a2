import type { Metadata } from '../../model/metadata.js';

/** As EPUB Accessibility 1.1 wants it written, to the letter. */
export const STANDARD = 'EPUB Accessibility 1.1 - WCAG 2.2 Level AA';

/** Who answers for the claim: the publisher, else the authors, or else the editors. */
export function certifierOf({ publisher, authors, contributors }: Metadata): string | undefined {
  const editors = contributors.filter(({ role }) => role === 'edt');
  const people = authors.length ? authors : editors;
  return publisher?.trim() || people.map(({ name }) => name).join(', ') || undefined;
}
