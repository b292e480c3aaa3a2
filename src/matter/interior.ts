import type { MatterPage } from '../model/edition.js';
import { bibliographyPage } from './bibliography-page.js';
import { colophon } from './colophon.js';
import { printedContents } from './contents.js';
import { copyrightPage } from './copyright.js';
import { endnotesPage } from './endnotes-page.js';
import { indexPage } from './index-page.js';
import { lists } from './lists.js';
import { titlePage } from './title-page.js';

/** The pages nobody wrote of a book that is set on pages, from its title on. */
export const interior: readonly MatterPage[] = [
  titlePage,
  copyrightPage,
  printedContents,
  ...lists,
  endnotesPage,
  bibliographyPage,
  indexPage,
  colophon,
];
