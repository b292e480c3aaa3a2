import type { Element, ElementContent } from 'hast';
import type { Tools } from '../../model/edition.js';
import type { PageBreak } from '../../model/page-break.js';
import type { Rendition, Section } from '../../model/rendition.js';
import { type Addresses, addressBook } from '../documents/addresses.js';
import { nameAside } from '../documents/asides.js';
import { contents } from '../documents/contents.js';
import type { Cover } from '../documents/cover.js';
import { imagesIn, type PackedImage, packImages } from '../documents/images.js';
import { bookLink } from '../documents/links.js';
import { stem } from '../documents/names.js';
import { elements, idOf, rewrite } from '../documents/rewrite.js';
import { bindStyles, imagesInStyles, type PackedFont } from '../documents/stylesheet.js';
import { accessibilityOf } from './accessibility.js';
import { captioned } from './captions.js';
import { conformance } from './conformance.js';
import { bindCover, coverElement } from './cover.js';
import { page, sectionElement } from './document.js';
import { nameGlossary } from './glossary.js';
import { openHeading } from './heading-words.js';
import { plainCorner } from './heads.js';
import { tellImage } from './images.js';
import { guideOf, landmarksOf } from './landmarks.js';
import { stepDown } from './levels.js';
import { nameFolios } from './locators.js';
import { identifierOf, pageSourceOf } from './metadata.js';
import { movesIn } from './motion.js';
import { listOf, navigation } from './navigation.js';
import { ncx } from './ncx.js';
import { type Item, packageDocument } from './package.js';
import { type ListedPage, markPages, pageIds, pageList } from './page-breaks.js';
import { withoutPaper } from './paper.js';
import { plainStyles } from './plain-styles.js';
import { NAV, type Sheet, sheetsOf } from './sheets.js';
import { narrowTable } from './tables.js';
import { conform, xhtmlDocument } from './xhtml.js';

/** All files of an EPUB as text and bytes, before anything is packed. */
export interface Publication {
  readonly opf: string;
  readonly nav: string;
  readonly ncx: string;
  readonly css: string;
  readonly documents: readonly {
    readonly file: string;
    readonly title: string;
    readonly xhtml: string;
    /** What it holds the text of. */
    readonly section: Section | undefined;
  }[];
  /** Images, fonts and the plain stylesheet; `href` is relative to the package document. */
  readonly resources: readonly { readonly href: string; readonly bytes: Uint8Array }[];
}

/** The name that epub-gen-memory gives to the stylesheet. */
const STYLESHEET = 'style.css';
/** What of it old readers understand. */
const PLAIN = 'plain.css';
/**
 * What the bindery's own markup needs to look right; it comes first, so that every style of the book can change it. Where a page begins
 * no line does: an e-reader would end its own page there, between nothing and the title of a chapter.
 */
const OWN = `[hidden] { display: none; }
.noteref { font-size: 0.75em; line-height: 0; vertical-align: super; }
section > [role="doc-pagebreak"] { float: left; }
section.cover { margin: 0; padding: 0; text-align: center; }
section.cover img { max-width: 100%; max-height: 100%; }
`;
const XHTML_TYPE = 'application/xhtml+xml';

/** Makes every file of the EPUB from a rendition, which stays as it is. */
export async function publication(rendition: Rendition, tools: Tools): Promise<Publication> {
  const { metadata, edition, assets, words } = rendition;
  const cover = await bindCover(rendition, tools);
  const sheets = sheetsOf(rendition, cover !== undefined);
  const addresses = addressBook(sheets);
  const shown = sheets.filter(({ kind }) => kind === 'text').map(({ tree }) => tree);
  const paths = [...imagesIn(shown, assets), ...imagesInStyles(rendition)];
  const images = await packImages(paths, rendition, tools.darkroom, (path, plate) =>
    tellImage(path, plate, tools.ledger.say),
  );
  const { css, fonts } = await bindStyles(rendition, images, OWN);

  const breaks = new Map<string, PageBreak[]>();
  const printed = await tools.printed.known;
  for (const one of printed?.breaks ?? [])
    if (!breaks.get(one.section)?.push(one)) breaks.set(one.section, [one]);
  const idFor = pageIds(sheets.map(({ tree }) => tree));
  const pages: (ListedPage & { file: string })[] = [];
  const marked = (sheet: Sheet, content: ElementContent[], most?: number): ElementContent[] => {
    const own = breaks.get(sheet.section.id) ?? [];
    const made = markPages(content, own.slice(0, most), idFor);
    pages.push(...made.pages.map((one) => ({ ...one, file: sheet.file })));
    return made.content;
  };
  const entries = contents(rendition, addresses);
  const house = { dir: metadata.dir, stylesheets: [PLAIN, STYLESHEET] };
  let listed: ElementContent[] = [];
  const documents = sheets.flatMap((sheet) => {
    // The contents are made last, for they list the pages; the page that they begin on is marked all the same.
    if (sheet.kind === 'contents') {
      listed = marked(sheet, [], 1);
      return [];
    }
    const title = sheet.section.title || metadata.title;
    const children = [body(sheet, cover, addresses, images, printed?.folios, marked)];
    return [{ sheet, title, html: page({ ...sheet.section, title, children }, house) }];
  });
  const toc = sheets.find(({ kind }) => kind === 'contents');
  const title = toc?.section.title || metadata.title;
  const places = [
    ...navigation(title, entries, landmarksOf(sheets)),
    ...listOf('loi', words.lists.figure, captioned(sheets, 'figure')),
    ...listOf('lot', words.lists.table, captioned(sheets, 'table')),
    ...(pages.length ? [pageList(pages)] : []),
  ];
  const nav = page({ title, lang: metadata.lang, matter: 'front', children: [...listed, ...places] }, house);

  const trees = documents.map(({ html }) => html);
  const resources = [...(cover ? [cover] : []), ...images.values(), ...fonts];
  const moves = movesIn(trees, css, resources);
  const identifier = identifierOf(metadata, edition);
  const opf = packageDocument({
    metadata,
    identifier,
    accessibility: accessibilityOf(trees, moves, pages.length > 0),
    claims: {
      languages: languagesOf(sheets, metadata.lang),
      conforms: conformance(sheets, moves, rendition, tools),
      pageSource: pages.length ? pageSourceOf(metadata) : undefined,
    },
    items: [
      { id: 'nav', href: NAV, mediaType: XHTML_TYPE, properties: ['nav'] },
      { id: 'ncx', href: 'toc.ncx', mediaType: 'application/x-dtbncx+xml', properties: [] },
      { id: 'css-plain', href: PLAIN, mediaType: 'text/css', properties: [] },
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
    ncx: ncx(metadata, identifier, {
      entries,
      pages: pages.map(({ label, file, id }) => ({ label, href: `${file}#${id}` })),
      order: readingOrder(
        sheets.map(({ file }) => file),
        new Map([[NAV, nav], ...documents.map(({ sheet, html }) => [sheet.file, html] as const)]),
      ),
    }),
    css,
    documents: documents.map(({ sheet, title, html }) => ({
      file: sheet.file,
      section: sheet.kind === 'text' ? sheet.section : undefined,
      title,
      xhtml: xhtmlDocument(html),
    })),
    resources: [...resources, { href: PLAIN, bytes: new TextEncoder().encode(plainStyles(css)) }],
  };
}

/** Every address of a document or of something in it, counted in reading order. */
function readingOrder(files: readonly string[], trees: ReadonlyMap<string, Element>): Map<string, number> {
  const order = new Map<string, number>();
  for (const file of files) {
    order.set(file, order.size);
    const tree = trees.get(file);
    for (const one of tree ? elements(tree) : []) {
      const id = idOf(one);
      if (id !== undefined) order.set(`${file}#${id}`, order.size);
    }
  }
  return order;
}

/** Languages of whole sections, besides that of the book; another region of it is no other language. */
function languagesOf(sheets: readonly Sheet[], own: string): string[] {
  const base = (tag: string): string => tag.split('-')[0]?.toLowerCase() ?? '';
  const others = sheets.map(({ section }) => section.lang).filter((tag) => base(tag) !== base(own));
  return [...new Set(others)];
}

function body(
  sheet: Sheet,
  cover: Cover | undefined,
  addresses: Addresses,
  images: ReadonlyMap<string, PackedImage>,
  folios: ReadonlyMap<string, string> = new Map(),
  marked: (sheet: Sheet, content: ElementContent[]) => ElementContent[],
): Element {
  const { kind, section, tree, file } = sheet;
  if (kind === 'cover' && cover) return coverElement(cover, section);
  const resolver = {
    link: (href: string) => bookLink(href, file, addresses),
    image: (source: string) => images.get(source)?.href ?? source,
  };
  const steps = stepDown();
  const said = rewrite(conform(tree.children, resolver), (node) =>
    node.type === 'element'
      ? [
          narrowTable(
            nameFolios(nameAside(nameGlossary(plainCorner(openHeading(steps(node))), section.role)), folios),
          ),
        ]
      : [node],
  );
  return sectionElement(section, withoutPaper(marked(sheet, said)));
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
