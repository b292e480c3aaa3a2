import type { Element } from 'hast';
import type { Tools } from '../../model/edition.js';
import type { Rendition } from '../../model/rendition.js';
import { type Addresses, addressBook } from '../documents/addresses.js';
import { contents } from '../documents/contents.js';
import type { Cover } from '../documents/cover.js';
import { imagesIn, type PackedImage, packImages } from '../documents/images.js';
import { bookLink } from '../documents/links.js';
import { stem } from '../documents/names.js';
import { elements } from '../documents/rewrite.js';
import { bindStyles, imagesInStyles, type PackedFont } from '../documents/stylesheet.js';
import { accessibilityOf } from './accessibility.js';
import { bindCover, coverElement } from './cover.js';
import { page, sectionElement } from './document.js';
import { nameGlossaries } from './glossary.js';
import { tellImage } from './images.js';
import { guideOf, landmarksOf } from './landmarks.js';
import { identifierOf } from './metadata.js';
import { movesIn } from './motion.js';
import { navigation } from './navigation.js';
import { ncx } from './ncx.js';
import { type Item, packageDocument } from './package.js';
import { NAV, type Sheet, sheetsOf } from './sheets.js';
import { conform, xhtmlDocument } from './xhtml.js';

/** All files of an EPUB as text and bytes, before anything is packed. */
export interface Publication {
  readonly opf: string;
  readonly nav: string;
  readonly ncx: string;
  readonly css: string;
  readonly documents: readonly { readonly file: string; readonly title: string; readonly xhtml: string }[];
  /** Images and fonts; `href` is relative to the package document. */
  readonly resources: readonly { readonly href: string; readonly bytes: Uint8Array }[];
}

/** The name that epub-gen-memory gives to the stylesheet. */
const STYLESHEET = 'style.css';
/** What the bindery's own markup needs to look right; it comes first, so that every style of the book can change it. */
const OWN = `[hidden] { display: none; }
.noteref { font-size: 0.75em; line-height: 0; vertical-align: super; }
section.cover { margin: 0; padding: 0; text-align: center; }
section.cover img { max-width: 100%; max-height: 100%; }
`;
const XHTML_TYPE = 'application/xhtml+xml';

/** Makes every file of the EPUB from a rendition, which stays as it is. */
export async function publication(rendition: Rendition, tools: Tools): Promise<Publication> {
  const { metadata, edition, assets } = rendition;
  const cover = await bindCover(rendition, tools);
  const sheets = sheetsOf(rendition, cover !== undefined);
  const addresses = addressBook(sheets);
  const shown = sheets.filter(({ kind }) => kind === 'text').map(({ tree }) => tree);
  const paths = [...imagesIn(shown, assets), ...imagesInStyles(rendition)];
  const images = await packImages(paths, rendition, tools.darkroom, (path, plate) =>
    tellImage(path, plate, tools.ledger.say),
  );
  const { css, fonts } = await bindStyles(rendition, images, OWN);

  const house = { dir: metadata.dir, stylesheet: STYLESHEET };
  const entries = contents(rendition, addresses);
  const toc = sheets.find(({ kind }) => kind === 'contents');
  const title = toc?.section.title || metadata.title;
  const nav = page(
    {
      title,
      lang: metadata.lang,
      matter: 'front',
      children: navigation(title, entries, landmarksOf(sheets)),
    },
    house,
  );
  const documents = sheets
    .filter(({ kind }) => kind !== 'contents')
    .map((sheet) => {
      const title = sheet.section.title || metadata.title;
      const children = [body(sheet, cover, addresses, images)];
      return { sheet, title, html: page({ ...sheet.section, title, children }, house) };
    });

  const trees = documents.map(({ html }) => html);
  const resources = [...(cover ? [cover] : []), ...images.values(), ...fonts];
  const identifier = identifierOf(metadata, edition);
  const opf = packageDocument({
    metadata,
    identifier,
    accessibility: accessibilityOf(trees, movesIn(trees, css, resources)),
    items: [
      { id: 'nav', href: NAV, mediaType: XHTML_TYPE, properties: ['nav'] },
      { id: 'ncx', href: 'toc.ncx', mediaType: 'application/x-dtbncx+xml', properties: [] },
      { id: 'css', href: STYLESHEET, mediaType: 'text/css', properties: [] },
      ...documents.map(({ sheet, html }) => documentItem(sheet, html)),
      ...resources.map((resource, index) => resourceItem(resource, index, cover)),
    ],
    spine: sheets.map((sheet) => (sheet.kind === 'contents' ? 'nav' : itemId(sheet))),
    guide: guideOf(sheets),
  });
  return {
    opf,
    nav: xhtmlDocument(nav),
    ncx: ncx(metadata, identifier, entries),
    css,
    documents: documents.map(({ sheet, title, html }) => ({
      file: sheet.file,
      title,
      xhtml: xhtmlDocument(html),
    })),
    resources,
  };
}

function body(
  { kind, section, tree, file }: Sheet,
  cover: Cover | undefined,
  addresses: Addresses,
  images: ReadonlyMap<string, PackedImage>,
): Element {
  if (kind === 'cover' && cover) return coverElement(cover, section);
  const resolver = {
    link: (href: string) => bookLink(href, file, addresses),
    image: (source: string) => images.get(source)?.href ?? source,
  };
  return sectionElement(section, nameGlossaries(conform(tree.children, resolver)));
}

function itemId({ file }: Sheet): string {
  return `doc-${stem(file)}`;
}

function documentItem(sheet: Sheet, html: Element): Item {
  const names = new Set([...elements(html)].map(({ tagName }) => tagName));
  const properties = [...(names.has('math') ? ['mathml'] : []), ...(names.has('svg') ? ['svg'] : [])];
  return { id: itemId(sheet), href: sheet.file, mediaType: XHTML_TYPE, properties };
}

function resourceItem(resource: PackedImage | PackedFont, index: number, cover: Cover | undefined): Item {
  const { href, mediaType } = resource;
  if (resource === cover) return { id: 'cover-image', href, mediaType, properties: ['cover-image'] };
  return { id: `file-${index + 1}`, href, mediaType, properties: [] };
}
