import type { Element } from 'hast';
import { h, s } from 'hastscript';
import { VFile } from 'vfile';
import { type CoverOrder, orderOf } from '../config/cover-order.js';
import { type Wrap, wrapOf } from '../config/wrap.js';
import type { Artifact } from '../model/artifact.js';
import type { Tools } from '../model/edition.js';
import type { Rendition, Section } from '../model/rendition.js';
import { fitLines } from '../press/layout/cover.js';
import { hasClass } from '../tree/classes.js';
import { foldMarks } from './cover-marks.js';
import { holdSpine, pagesOf } from './cover-pages.js';
import { placeSpine } from './cover-spine.js';
import { coverImageFine } from './notices-cover.js';
import { bindPages } from './paged.js';

const INCH = 96;
/** Paper around a cover that has marks, in CSS pixels. */
const SLUG = 0.5 * INCH;
/** Printers ask for so many pixels to the inch. */
const FINE = 300;
/** As much of an image may be cut off without a word, in hundredths. */
const CUT = 10;

/** A whole cover as a PDF of one page: back, spine and front side by side, with what is cut off or folded round. */
export async function bindCover(rendition: Rendition, tools: Tools): Promise<Artifact[]> {
  const { options, metadata, sections, page } = rendition;
  const order = orderOf(options);
  const [pieces] = sections;
  const [trim] = page.sizes;
  if ('fault' in order || !pieces || !trim) return [];
  const pages = await pagesOf(options, order, tools);
  if (pages === undefined) return [];
  const spine = holdSpine(options, order, pages, tools.ledger.say);
  if (spine === undefined) return [];
  const wrap = wrapOf(order.spec, trim, spine, metadata.dir);
  const slug = options.marks ? SLUG : 0;
  const size = { name: 'cover', width: wrap.width + 2 * slug, height: wrap.height + 2 * slug };
  const section = composed(pieces, wrap, slug, order, pages, rendition, tools);
  tools.progress(`cover: ${pages} pages, a spine of ${(spine * 25.4).toFixed(1)} mm`);
  const { artifact } = await bindPages(
    {
      ...rendition,
      outline: [],
      page: { ...page, sizes: [size] },
      // One sheet, which has its bleed in itself.
      options: { ...options, multipleOf: undefined, bleed: undefined },
      // What covers are set in, whatever the theme of the book.
      typefaces: {
        ...rendition.typefaces,
        serif: 'EB Garamond',
        'sans-serif': 'Source Sans 3',
        monospace: 'Source Code Pro',
      },
      sections: [section],
    },
    {
      sections: [section],
      size,
      path: `${metadata.slug}-cover.pdf`,
      foot: '',
      folios: false,
      beyond: { bleed: wrap.edge, slug },
      prepare: (sheet) => sheet.run(fitLines, section.id),
    },
    tools,
  );
  return [artifact];
}

/** Puts the pieces of a cover where they belong, on a sheet that is whole in pixels; the cover lies in its lower left corner. */
function composed(
  pieces: Section,
  wrap: Wrap,
  slug: number,
  order: CoverOrder,
  pages: number,
  rendition: Rendition,
  tools: Tools,
): Section {
  const all = pieces.tree.children.filter((node): node is Element => node.type === 'element');
  const piece = (name: string): Element | undefined => all.find((one) => hasClass(one, name));
  const width = Math.ceil(wrap.width + 2 * slug);
  const height = Math.ceil(wrap.height + 2 * slug);
  const top = height - wrap.height - slug;
  const rtl = rendition.metadata.dir === 'rtl';
  const frontAt = wrap.front + (rtl ? 0 : wrap.hinge);
  const move = (element: Element | undefined, x: number, y: number): Element[] => {
    if (!element) return [];
    const unit = element.properties.dataUnit;
    const transform = `translate(${x} ${y})${unit ? ` scale(${unit})` : ''}`;
    return [{ ...element, properties: { className: element.properties.className, transform } }];
  };
  const image = piece('front')?.children.find(
    (node): node is Element => node.type === 'element' && node.tagName === 'img',
  );
  const spines = all.filter((one) => hasClass(one, 'spine'));
  const drawn = [
    ...move(piece('ground'), frontAt, wrap.edge),
    ...(image ? [] : move(piece('front'), frontAt, wrap.edge)),
    ...placeSpine(spines, wrap, order, pages, rtl, tools.ledger.say),
    ...move(piece('back'), wrap.back, wrap.edge),
  ];
  // Without marks the ground goes on to the last pixel that is cut through.
  const shown = slug ? wrap.width : width;
  const svg = s(
    'svg',
    { viewBox: `0 0 ${width} ${height}`, width, height, dataRead: '', className: ['wrap'] },
    [
      // What lies beyond the bleed is cut off here, so that nothing but marks is on the paper around.
      s(
        'svg',
        {
          x: slug,
          y: top,
          width: shown,
          height: wrap.height,
          viewBox: `0 0 ${shown} ${wrap.height}`,
          dataRead: '',
        },
        drawn,
      ),
      ...(slug ? [foldMarks(wrap, slug, top)] : []),
    ],
  );
  const picture = image ? [placeImage(image, wrap, slug, top, rtl, rendition, tools)] : [];
  return {
    ...pieces,
    tree: { type: 'root', children: [h('div', { className: ['whole'] }, [svg, ...picture])] },
  };
}

/** The author's own image, from the fold to the bleed; it fills the front, and what is over is cut off on both sides alike. */
function placeImage(
  image: Element,
  wrap: Wrap,
  slug: number,
  top: number,
  rtl: boolean,
  { assets }: Rendition,
  { ledger }: Tools,
): Element {
  const width = wrap.face.width + wrap.edge;
  const height = wrap.height;
  const asset = assets.get(String(image.properties.src));
  if (asset?.width && asset.height) {
    const at = { file: new VFile({ path: asset.path }) };
    const scale = Math.max(width / asset.width, height / asset.height);
    const density = Math.floor(INCH / scale);
    if (asset.mediaType !== 'image/svg+xml' && density < FINE)
      ledger.say(coverImageFine, { path: asset.path, density, cut: 0 }, at);
    const shown = (width * height) / (asset.width * asset.height * scale * scale);
    const cut = Math.round((1 - shown) * 100);
    if (cut > CUT) ledger.say(coverImageFine, { path: asset.path, density: 0, cut }, at);
  }
  const left = slug + (rtl ? 0 : wrap.front);
  const style = `left:${left}px;top:${top}px;width:${width}px;height:${height}px`;
  return { ...image, properties: { ...image.properties, style } };
}
