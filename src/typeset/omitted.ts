import type { OmittedPage } from '../model/config.js';
import type { Role } from '../model/manuscript.js';
import type { Medium } from '../model/rendition.js';

const ROLES: Readonly<Record<OmittedPage, Role>> = {
  'half-title': 'halftitlepage',
  'copyright-page': 'copyright-page',
  contents: 'toc',
  colophon: 'colophon',
};

/** Whether a book does without a page that nobody wrote. What leads through an EPUB and through web pages stays with them. */
export function isOmitted(role: Role, medium: Medium, omitted: readonly OmittedPage[]): boolean {
  return omitted.some((page) => ROLES[page] === role && (page !== 'contents' || medium === 'paged'));
}
