import {
  PDFArray,
  type PDFContext,
  PDFDict,
  type PDFDocument,
  PDFName,
  type PDFObject,
  type PDFPage,
  PDFRawStream,
  PDFRef,
} from '@cantoo/pdf-lib';
import { InternalError } from './internal-error.js';
import { markArtifacts } from './pdf-artifacts.js';
import { joinInitials } from './pdf-initials.js';
import { type Ink, inkContent } from './pdf-ink.js';
import type { TextReader } from './pdf-reading.js';
import { compressed, decode, replace } from './pdf-stream.js';
import { dropLeaves, findUnsaid, type Unsaid } from './pdf-unsaid.js';

const CONTENTS = PDFName.of('Contents');

/** The plain content of a page; where it comes in parts, they are one stream with a break between (7.7.3.3). */
export function contentOf(page: PDFPage): Uint8Array {
  const contents = page.doc.context.lookup(page.node.get(CONTENTS));
  if (!contents) return new Uint8Array();
  if (!(contents instanceof PDFArray)) return decode(contents);
  const parts = contents
    .asArray()
    .flatMap((part) => [decode(page.doc.context.lookup(part)), Buffer.from('\n')]);
  return Buffer.concat(parts);
}

/** So many pages lie about uncompressed at most. */
const AT_ONCE = 64;

/**
 * Marks the artifacts of every page, and of the drawings (form XObjects) that hold tagged text of it. A stream that two
 * pages share is marked once.
 * @param dropCaps they are spelt with their words
 * @param ink what is to be printed with; as Chromium has it unless given
 * @param reader is shown every page
 */
export async function markPages(
  pages: readonly PDFPage[],
  { dropCaps, ink }: { readonly dropCaps: boolean; readonly ink: Ink | undefined },
  reader: TextReader,
): Promise<void> {
  const [first] = pages;
  const unsaid = first ? findUnsaid(first.doc) : new Map<PDFRef, Unsaid[]>();
  const gone: Unsaid['again'][number][] = [];
  const done = new Set<PDFObject>();
  const changes: Promise<void>[] = [];
  for (const [index, page] of pages.entries()) {
    const at = page.node.get(CONTENTS);
    if (!at || done.has(at)) continue;
    done.add(at);
    const before = contentOf(page);
    const resources = page.node.Resources();
    const spelt = dropCaps ? joinInitials(before, resources) : before;
    const untag = new Set<number>();
    const content = mark(spelt, page.doc.context, resources, done, index, untag, (text, own) => {
      reader.read(page.ref, text, own);
      for (const { first, again } of unsaid.get(page.ref) ?? []) {
        if (reader.textOf(first) !== reader.textOf(again)) continue;
        reader.forget(again);
        gone.push(...again);
        for (const leaf of again) untag.add(leaf.mark);
      }
    });
    const inked = ink ? inkContent(content, ink) : content;
    if (inked !== before) changes.push(changeContent(page, inked));
    if (changes.length === AT_ONCE) await Promise.all(changes.splice(0, AT_ONCE / 2));
  }
  if (first && gone.length) dropLeaves(first.doc, gone);
  await Promise.all(changes);
}

/** Puts another content in the place of a page's own. */
async function changeContent(page: PDFPage, content: Uint8Array): Promise<void> {
  const { context } = page.doc;
  const stream = await compressed(context, content);
  const at = page.node.get(CONTENTS);
  if (at instanceof PDFRef) context.assign(at, stream);
  else page.node.set(CONTENTS, context.register(stream));
}

function mark(
  content: Uint8Array,
  context: PDFContext,
  resources: PDFDict | undefined,
  done: Set<PDFObject>,
  page: number,
  untag: ReadonlySet<number>,
  read: (content: Uint8Array, resources: PDFDict | undefined) => void,
): Uint8Array {
  read(content, resources);
  const xObjects = resources?.lookupMaybe(PDFName.of('XObject'), PDFDict);
  const marked = markArtifacts(
    content,
    (name) => {
      const drawing = xObjects?.lookup(PDFName.of(name));
      if (
        !(drawing instanceof PDFRawStream) ||
        drawing.dict.lookup(PDFName.of('Subtype')) !== PDFName.of('Form')
      ) {
        return true;
      }
      // Chromium draws translucent or blended content as a form, with its tags inside: an artifact must not swallow them.
      const inside = decode(drawing);
      if (!Buffer.from(inside.buffer, inside.byteOffset, inside.byteLength).includes('/MCID')) return true;
      if (!done.has(drawing)) {
        done.add(drawing);
        const own = drawing.dict.lookupMaybe(PDFName.of('Resources'), PDFDict);
        const after = mark(inside, context, own, done, page, untag, read);
        if (after !== inside) replace(drawing, after);
      }
      return false;
    },
    untag,
  );
  if (marked.open > 0) {
    throw new InternalError(`The tags of printed page ${page + 1} are not balanced.`);
  }
  return marked.content;
}

/** Adds empty pages to the end, until there is a multiple of so many. */
export function padPages(document: PDFDocument, multiple: number): void {
  const [first] = document.getPages();
  while (first && document.getPageCount() % multiple) {
    const { width, height } = first.getSize();
    document.addPage([width, height]);
  }
}

/** Width and height of a finished page, in points. */
export interface PageSize {
  readonly width: number;
  readonly height: number;
}

/**
 * Cuts a page out of the lower left corner of its sheet and sets its boxes (ISO 32000-1, 14.11.2) and its tab order. What
 * is left is the media and crop box; the bleed box lies `slug` points inside it on every side, and the trim box `bleed` points
 * inside that.
 * @param size what is left of the sheet; all of it unless given
 */
export function setBoxes(page: PDFPage, size: PageSize | undefined, bleed: number, slug: number): void {
  const { width, height } = size ?? page.getMediaBox();
  page.setMediaBox(0, 0, width, height);
  page.setCropBox(0, 0, width, height);
  page.setBleedBox(slug, slug, width - 2 * slug, height - 2 * slug);
  const cut = slug + bleed;
  page.setTrimBox(cut, cut, width - 2 * cut, height - 2 * cut);
  page.node.set(PDFName.of('Tabs'), PDFName.of('S'));
}
