import type { Element } from 'hast';
import { s } from 'hastscript';
import { inBook } from '../config/book-file.js';
import { orderOf } from '../config/cover-order.js';
import { WIDEST_SPINE, type Wrap, wrapOf } from '../config/wrap.js';
import { spineRuns } from '../language/spine.js';
import type { Book } from '../model/book.js';
import type { Bench, MatterPage } from '../model/edition.js';
import { coverTrim } from '../typeset/page-setup.js';
import { drawBack, said } from './cover/back.js';
import { barcode } from './cover/barcode.js';
import { type Chosen, choose } from './cover/choose.js';
import { type Faces, WIDTH } from './cover/design.js';
import { frontOf } from './cover/draw.js';
import { openFaces } from './cover/faces.js';
import { faceOf } from './cover/paint.js';
import type { Typeface } from './cover/typeface.js';
import { altOf, coverText, ownImage } from './cover.js';
import { blurbFits } from './notices.js';
import { madeSection, makersOf } from './section.js';

/** Size that texts of a spine are set in, before they are made as large as it is wide. */
export const SPINE_SIZE = 100;
/** How far text stays from the sides of a front, as a share of its width. */
const MARGIN = 0.11;

/**
 * The pieces of a whole cover, each in a coordinate system of its own: ground, front, spines to choose from, and back. They are
 * put together when the width of the spine is known.
 */
export const wrap: MatterPage = {
  role: 'cover',
  matter: 'front',
  async make(book, config, bench) {
    const options = config.editionOptions.cover ?? {};
    const order = orderOf(options);
    // It was told when the configuration was read.
    if ('fault' in order) return undefined;
    // All but the spine is where it is whatever its width.
    const place = wrapOf(order.spec, coverTrim(config), 0, book.metadata.dir);
    const chosen = choose(config, bench);
    const faces = await openFaces(chosen.design, bench.own);
    const box = order.spec.barcode;
    const pieces = [
      groundOf(place, book.metadata.dir, chosen),
      frontPiece(book, place, chosen, faces),
      ...spinesOf(book, chosen, faces),
      backPiece(book, place, box, chosen, faces, bench),
    ];
    return madeSection(book, 'cover', 'front', book.words.cover, pieces);
  },
};

/** A front without its hinge: the size that a design draws. */
function visible({ face, hinge }: Wrap): { width: number; height: number } {
  return { width: face.width - hinge, height: face.height };
}

/** From the upper left corner of the front's visible part, in its unit, to all sides. */
function groundOf(place: Wrap, dir: 'ltr' | 'rtl', { design, colours, seed }: Chosen): Element {
  const size = visible(place);
  const unit = size.width / WIDTH;
  // To the side of the spine it goes on under the back, and to the other as far as the edge.
  const far = (place.width + WIDEST_SPINE * 96) / unit;
  const near = place.edge / unit + 4;
  const area = {
    x: dir === 'rtl' ? -near : -far,
    y: -place.edge / unit - 4,
    width: WIDTH + near + (dir === 'rtl' ? far - WIDTH : far),
    height: (size.height + 2 * place.edge) / unit + 8,
  };
  return s('g', { className: ['ground'], dataUnit: unit }, design.ground(area, colours, seed));
}

function frontPiece(book: Book, place: Wrap, chosen: Chosen, faces: Faces): Element {
  const size = visible(place);
  const image = ownImage(book);
  if (image) {
    const picture: Element = {
      type: 'element',
      tagName: 'img',
      properties: { src: image.path, alt: altOf(book) },
      children: [],
    };
    return s('g', { className: ['front'] }, [picture]);
  }
  const text = coverText(book);
  const { shapes, passages } = chosen.design.front(frontOf(text, size, chosen, faces, place.safe));
  const unit = size.width / WIDTH;
  return s('g', { className: ['front'], dataUnit: unit }, [
    ...shapes,
    ...passages.map((one) => said(one, text.dir)),
  ]);
}

/** Author and title on one line, the title alone; each with its width at the size that it is set in, and in the middle of its origin. */
function spinesOf(book: Book, { design, colours }: Chosen, faces: Faces): Element[] {
  const { title, lang, dir } = book.metadata;
  const author = makersOf(book);
  const main = design.faces === 'sans' ? faces.bold : faces.italic;
  const spine = (...parts: readonly (readonly [string, Typeface])[]): Element => {
    const length = parts.reduce((sum, [text, face]) => sum + face.width(text, SPINE_SIZE), 0);
    const properties = { fill: colours.ink, fontSize: SPINE_SIZE, textAnchor: 'middle', direction: dir };
    const spans = parts.map(([text, face]) => s('tspan', faceOf(face, [text]), text));
    return s(
      'g',
      {
        className: ['spine'],
        dataRuns: spineRuns(lang),
        dataPaper: design.sheets ? colours.paper : undefined,
        dataLength: length,
      },
      [s('g', { role: 'paragraph' }, [s('text', { ...properties, dataRoom: length * 1.01 }, spans)])],
    );
  };
  const alone = spine([title, main]);
  return author ? [spine([`${author}\u2003`, faces.roman], [title, main]), alone] : [alone];
}

function backPiece(
  book: Book,
  place: Wrap,
  box: {
    readonly width: number;
    readonly height: number;
    readonly fromSpine: number;
    readonly fromBottom: number;
  },
  { design, colours }: Chosen,
  faces: Faces,
  { say }: Bench,
): Element {
  const { metadata } = book;
  const size = visible(place);
  const inch = 96;
  const width = box.width * inch;
  const height = box.height * inch;
  const margin = Math.max(MARGIN * size.width, place.safe);
  // The spine is on the right of a back, or on the left of one that is read from the right.
  const rtl = metadata.dir === 'rtl';
  const near = (place.hinge || 0) + box.fromSpine * inch;
  const codeX = rtl ? near : place.face.width - near - width;
  const codeY = place.face.height - box.fromBottom * inch - height;
  const { elements, left } = drawBack({
    text: coverText(book),
    blurb: metadata.description,
    size,
    left: (rtl ? place.hinge : 0) + margin,
    right: (rtl ? place.hinge : 0) + size.width - margin,
    barcode: { top: codeY, bottom: codeY + height },
    faces,
    colours,
    sheet: design.sheets,
  });
  if (left) say(blurbFits, { letters: left }, inBook('description'));
  const isbn = metadata.isbn.cover ?? metadata.isbn.print ?? metadata.isbn.default;
  const code = isbn
    ? [s('g', { transform: `translate(${codeX} ${codeY})` }, [barcode(isbn, { width, height })])]
    : [];
  return s('g', { className: ['back'] }, [...elements, ...code]);
}
