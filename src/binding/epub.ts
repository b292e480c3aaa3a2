import { EPub } from 'epub-gen-memory';
import type JSZip from 'jszip';
import { VFile } from 'vfile';
import { inBook } from '../config/book-file.js';
import type { Artifact } from '../model/artifact.js';
import type { Tools } from '../model/edition.js';
import type { Rendition } from '../model/rendition.js';
import { seal, unpack } from './epub/container/zip.js';
import { type Publication, publication } from './epub/publication.js';
import { readShown } from './epub/reading.js';
import { type Measures, refusals } from './epub/stores.js';
import { epubFitsStores } from './notices-epub.js';
import { textVerifier } from './text-whole.js';

/**
 * Binds a rendition as one EPUB 3.3: `<slug>.epub`, or `<slug>-<edition>.epub` for an edition of another name. The same
 * rendition gives the same bytes. Images that are unfit for e-readers are converted and told to the ledger; an image from
 * outside the book, or HTML that has not been parsed, is a bug upstream and throws.
 */
export async function bindEpub(rendition: Rendition, tools: Tools): Promise<Artifact[]> {
  const { metadata, edition } = rendition;
  tools.progress('EPUB: images and documents');
  const made = await publication(rendition, tools);
  tools.progress('EPUB: packing');
  const files = await generate(made, metadata.title);
  for (const { href, bytes } of made.resources) files.set(`OEBPS/${href}`, bytes);
  await verifyDocuments(made, files, rendition, tools);
  const value = await seal(files, new Date(metadata.modified));
  for (const refusal of refusals(measuresOf(made, value)))
    tools.ledger.say(epubFitsStores, refusal, inBook());
  const path = edition === 'epub' ? `${metadata.slug}.epub` : `${metadata.slug}-${edition}.epub`;
  return [{ file: new VFile({ path, value }), mediaType: 'application/epub+zip', edition }];
}

/** Holds what lies in the package against the text of the book. */
async function verifyDocuments(
  { documents }: Publication,
  files: ReadonlyMap<string, Uint8Array>,
  { edition }: Rendition,
  { ledger }: Tools,
): Promise<void> {
  const bound = documents.flatMap(({ section, file }) => (section ? [{ section, file }] : []));
  const shown = bound.map(({ file }) =>
    readShown(Buffer.from(files.get(`OEBPS/${file}`) ?? '').toString('utf8')),
  );
  const verifyText = textVerifier(
    bound.map(({ section }) => section),
    edition,
    {
      styles: [],
      missing: '',
      rightToLeft: false,
      floated: [],
      overflows: () => false,
      cutOff: () => new Set(),
      behind: () => new Set(),
      hidden: async () => [],
    },
    ledger,
  );
  await verifyText(new Map(shown.entries()));
}

function measuresOf({ documents, resources }: Publication, whole: Uint8Array): Measures {
  const sizes = new Map(resources.map(({ href, bytes }) => [href, bytes.byteLength]));
  return {
    book: whole.byteLength,
    images: resources.flatMap(({ href, bytes }) =>
      href.startsWith('images/') ? [{ href, bytes: bytes.byteLength }] : [],
    ),
    documents: documents.map(({ file, xhtml }) => {
      const shown = [...xhtml.matchAll(/ (?:src|href|xlink:href)="(images\/[^"]+)"/g)].map(
        ([, href]) => href ?? '',
      );
      const images = [...new Set(shown)].reduce((sum, href) => sum + (sizes.get(href) ?? 0), 0);
      return { href: file, bytes: Buffer.byteLength(xhtml) + images };
    }),
  };
}

/** Its archive, which the class keeps to itself. */
class Generator extends EPub {
  get archive(): JSZip {
    return this.zip;
  }
}

/**
 * epub-gen-memory lays the files out. Its templates are set to hand our documents through as they are: its own would
 * clean SVG, MathML and tables away, and know neither landmarks nor accessibility metadata.
 */
async function generate(made: Publication, title: string): Promise<Map<string, Uint8Array>> {
  const options = {
    title,
    description: title,
    css: made.css,
    chapterXHTML: '<%- xhtml %>',
    contentOPF: '<%- opf %>',
    tocXHTML: '<%- nav %>',
    tocNCX: '<%- ncx %>',
    opf: made.opf,
    nav: made.nav,
    ncx: made.ncx,
  };
  const chapters = made.documents.map(({ file, title, xhtml }) => ({
    title,
    filename: file,
    xhtml,
    content: '',
  }));
  const generator = new Generator(options, chapters);
  await generator.render();
  const files = await unpack(generator.archive);
  const nav = files.get('OEBPS/toc.xhtml');
  if (!nav) throw new Error('epub-gen-memory wrote no navigation document');
  files.delete('OEBPS/toc.xhtml');
  return files.set('OEBPS/nav.xhtml', nav);
}
