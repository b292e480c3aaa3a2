import type { ElementContent, Root } from 'hast';
import type { VFile } from 'vfile';
import { openDarkroom } from '../../src/darkroom/darkroom.js';
import { epub } from '../../src/editions/epub.js';
import { en } from '../../src/language/words/en.js';
import type { Heading } from '../../src/model/book.js';
import type { Tools } from '../../src/model/edition.js';
import { type Asset, ROLES, type Role } from '../../src/model/manuscript.js';
import type { Metadata } from '../../src/model/metadata.js';
import type { At, Notice } from '../../src/model/notice.js';
import type { PageBreak } from '../../src/model/page-break.js';
import type { Rendition, Section } from '../../src/model/rendition.js';
import { thisWorld } from '../../src/world.js';

/** A section with some content; its title is the one given, else its id. */
export function section(
  id: string,
  role: Role,
  children: readonly ElementContent[],
  more: Partial<Section> = {},
): Section {
  const tree: Root = { type: 'root', children: [...children] };
  return {
    id,
    role,
    matter: ROLES[role],
    title: id,
    shortTitle: id,
    lang: 'en',
    listed: true,
    tree,
    ...more,
  };
}

/** A line of the outline. */
export function heading(id: string, inSection: string, title: string, ...children: Heading[]): Heading {
  return { id, section: inSection, title, depth: 1, children };
}

/** The least that is known of any book. */
export const METADATA: Metadata = {
  title: 'A Small Book',
  written: { title: 'A Small Book' },
  authors: [],
  contributors: [],
  lang: 'en',
  dir: 'ltr',
  modified: '2024-05-01T12:00:00.000Z',
  isbn: {},
  identifier: 'urn:uuid:8c2a4f0e-1f6b-5a0e-9c54-0d2f6a3b7c11',
  subjects: [],
  keywords: [],
  slug: 'a-small-book',
};

/** An EPUB rendition of some sections; every section is in the outline unless one is given. */
export function rendition(
  sections: readonly Section[],
  more: Partial<Omit<Rendition, 'metadata' | 'assets'>> & {
    metadata?: Partial<Metadata>;
    assets?: readonly Asset[];
  } = {},
): Rendition {
  const { metadata, assets = [], ...rest } = more;
  return {
    edition: 'epub',
    words: en,
    medium: 'reflowable',
    sections,
    outline: sections.map(({ id, title }) => heading(id, id, title)),
    styles: [{ path: 'base.css', css: 'body { line-height: 1.5; }' }],
    ownStyles: [],
    fonts: new Map(),
    typefaces: {
      serif: 'EB Garamond',
      'sans-serif': 'Source Sans 3',
      monospace: 'Source Code Pro',
      math: 'STIX Two Math',
    },
    images: epub.images,
    page: {
      sizes: [],
      margins: { top: 0, bottom: 0, inner: 0, outer: 0 },
      mirrored: false,
      recto: false,
      heads: { verso: 'title', recto: 'chapter' },
      footNotes: false,
      floats: false,
    },
    options: {},
    ...rest,
    metadata: { ...METADATA, ...metadata },
    assets: new Map(assets.map((asset) => [asset.path, asset])),
  };
}

/** Tools that record what was said and have no press: an EPUB needs none. */
export function tools(
  breaks?: readonly PageBreak[],
  folios = new Map<string, string>(),
): Tools & { readonly said: string[] } {
  const said: string[] = [];
  const refuse = () => Promise.reject(new Error('an EPUB needs no press'));
  return {
    said,
    ledger: {
      say: <Facts>(notice: Notice<Facts>, facts: Facts, at: At) => {
        said.push(`${notice.id} ${(at.file as VFile).path}: ${notice.says(facts)}`);
      },
      heed: () => undefined,
      locate: () => undefined,
      messages: () => [],
      mends: () => [],
      count: () => 0,
    },
    darkroom: openDarkroom(thisWorld().workshop.own),
    press: { version: refuse, open: refuse, [Symbol.asyncDispose]: async () => undefined },
    printed: {
      wanted: true,
      made: breaks !== undefined,
      tell: () => undefined,
      known: Promise.resolve(breaks && { pages: breaks.length, breaks, folios }),
      last: async () => undefined,
    },
    handouts: { pictured: new Set(), tell: () => undefined, known: Promise.resolve(undefined) },
    meanwhile: () => undefined,
    progress: () => undefined,
  };
}
