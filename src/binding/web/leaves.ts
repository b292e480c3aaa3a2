import type { Element, ElementContent, Root } from 'hast';
import type { Rendition, Section } from '../../model/rendition.js';
import type { Place } from '../documents/addresses.js';
import { element } from '../documents/element.js';
import { fileNames, inItsScript } from '../documents/names.js';
import { firstHeading } from '../documents/rewrite.js';
import { languageOfTitle } from '../documents/title-language.js';

/** The page that a folder on the web is opened with. */
export const FRONT = 'index.html';
/** What stands on it together: on paper each of these is a page, on a screen they are one look. */
const ON_FRONT: ReadonlySet<Section['role']> = new Set(['cover', 'titlepage', 'toc']);

/** One web page and what it shows. */
export interface Leaf extends Place {
  readonly sections: readonly Section[];
  readonly title: string;
  /** Of its title. */
  readonly titleLang: string;
  readonly lang: string;
}

/**
 * The pages in the order in which they are read: a front page with cover, title and contents, then one for each section. The
 * page with the rights, which a book has in front by law and custom, is at the end, where it is in nobody's way.
 * @param isShown what is on the front page in another way
 */
export function leavesOf({ sections, metadata }: Rendition, isShown: (section: Section) => boolean): Leaf[] {
  const front = sections.filter((section) => ON_FRONT.has(section.role) && !isShown(section));
  const others = sections.filter(({ role }) => !ON_FRONT.has(role));
  const last = others.filter(isRights);
  const name = fileNames([FRONT], inItsScript);
  return [
    leaf('octavo-front', FRONT, front, metadata.title, metadata.lang),
    ...[...others.filter((section) => !isRights(section)), ...last].map((section) =>
      leaf(
        section.id,
        name(addressOf(section.id), 'html'),
        [section],
        section.title || metadata.title,
        section.lang,
      ),
    ),
  ];
}

/** An address that stays when chapters change places: without the number that a file began with, and what parts our ids from theirs. */
function addressOf(id: string): string {
  return id.replace(/^(?:octavo-|c-(?=\d))/, '').replace(/^\d+-(?=.)/, '');
}

function isRights({ role, file }: Section): boolean {
  return role === 'copyright-page' && !file;
}

function leaf(id: string, file: string, sections: readonly Section[], title: string, lang: string): Leaf {
  const tree: Root = { type: 'root', children: sections.map(sectionElement) };
  const heading = firstHeading(tree);
  const titleLang = heading ? languageOfTitle(heading, lang) : lang;
  return { id, file, sections, title, titleLang, lang, tree, whole: false };
}

function sectionElement({ id, role, dir, tree, title }: Section): Element {
  const children = tree.children.filter((child): child is ElementContent => child.type !== 'doctype');
  // The contents are what one steers by.
  return role === 'toc'
    ? element('nav', { id, className: [role], ariaLabel: title }, children)
    : element('section', { id, className: ['sheet', role], dir }, children);
}
