import type { Root } from 'hast';
import type { Rendition, Section } from '../../model/rendition.js';
import type { Place } from '../documents/addresses.js';
import { fileNames } from '../documents/names.js';
import { bindCitations } from './citations.js';
import { bindNotes } from './notes.js';

/** File name of the navigation document. */
export const NAV = 'nav.xhtml';
const COVER = 'cover.xhtml';

/** One XHTML file of the package and the section it shows. */
export interface Sheet extends Place {
  readonly section: Section;
  /**
   * The cover is shown as a picture and the contents that nobody wrote as the navigation document; every other section as it is, for
   * that document has no room for what somebody wrote.
   */
  readonly kind: 'cover' | 'contents' | 'text';
  readonly tree: Root;
}

/** Gives each section its file, in reading order, and its footnotes the form of an e-reader. */
export function sheetsOf({ sections }: Rendition, hasCover: boolean): Sheet[] {
  // `toc.xhtml` is where epub-gen-memory puts its navigation document.
  const name = fileNames([NAV, COVER, 'toc.xhtml']);
  const special = new Set<Sheet['kind']>();
  return sections.map((section) => {
    const { role, file: written } = section;
    const wanted = role === 'cover' && hasCover ? 'cover' : role === 'toc' && !written ? 'contents' : 'text';
    const kind = special.has(wanted) ? 'text' : wanted;
    if (kind !== 'text') special.add(kind);
    const file = kind === 'cover' ? COVER : kind === 'contents' ? NAV : name(section.id, 'xhtml');
    const tree = bindCitations(bindNotes(section.tree));
    return { id: section.id, section, kind, file, tree, whole: kind !== 'text' };
  });
}
