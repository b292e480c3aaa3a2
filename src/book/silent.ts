import type { Role } from '../model/manuscript.js';

/** Roles whose pages carry no heading and are not listed in the contents. */
export const SILENT: ReadonlySet<Role> = new Set([
  'cover',
  'halftitlepage',
  'frontispiece',
  'titlepage',
  'copyright-page',
  'dedication',
  'epigraph',
  'toc',
]);
