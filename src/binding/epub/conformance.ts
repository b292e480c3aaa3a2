import type { Metadata } from '../../model/metadata.js';

/** As EPUB Accessibility 1.1 wants it written, to the letter. */
export const STANDARD = 'EPUB Accessibility 1.1 - WCAG 2.2 Level AA';

/** Who answers for the claim: the publisher, else the authors. */
export function certifierOf({ publisher, authors }: Metadata): string | undefined {
  return publisher?.trim() || authors.map(({ name }) => name).join(', ') || undefined;
}
