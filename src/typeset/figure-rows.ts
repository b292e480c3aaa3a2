import type { Element, Root } from 'hast';
import { addClass, classesOf, hasClass } from '../tree/classes.js';
import { visit } from '../tree/visit.js';

/** Room on either side of a figure where a row knows no gaps (`styles/constructs/figure.css`), in hundredths of the row. */
const BESIDE = 1;
/** What a figure with words below it takes of its row at least, unless there are many. */
const LEAST = 0.25;

/** An image of a row, with its figure: how wide it is for its height, and how high by itself. */
interface Picture {
  readonly figure: Element;
  readonly image: Element;
  readonly ratio: number;
  readonly height: number;
  readonly captioned: boolean;
}

/**
 * Makes images side by side equally high: each figure takes as much of the row as its image is wide for its height, and no image is
 * higher than the highest by itself. Words below a narrow one keep room to be read in. Widths that an author gave stay.
 */
export function settleFigureRows(tree: Root): void {
  visit(tree, { tagName: 'div' }, (row) => {
    if (row.type !== 'element' || !hasClass(row, 'figures')) return;
    const pictures = picturesIn(row);
    if (!pictures) return;
    const shares = sharesOf(pictures);
    const height = Math.min(...pictures.map(({ ratio }, i) => (shares[i] ?? 0) / ratio));
    const highest = Math.max(...pictures.map((one) => one.height));
    addClass(row, 'figures-even');
    for (const [i, { figure, image, ratio }] of pictures.entries()) {
      const share = shares[i] ?? 0;
      const width = share * (100 - 2 * BESIDE * pictures.length);
      figure.properties.style = `width:${rounded(width)}%;flex-grow:${rounded(share * 100)};max-width:${rounded((share / height) * highest)}px`;
      image.properties.style = `width:${rounded(((height * ratio) / share) * 100)}%`;
    }
  });
}

/** The pictures of a row, if the size of each is known and none has a width of its author's. */
function picturesIn({ children }: Element): Picture[] | undefined {
  const pictures = children.flatMap((figure): Picture[] => {
    if (figure.type !== 'element' || classesOf(figure).some((name) => name.startsWith('width-'))) return [];
    const parts = figure.children.filter((child) => child.type === 'element');
    const image = parts.find(({ tagName }) => tagName === 'img');
    const [width, height] = [Number(image?.properties.width), Number(image?.properties.height)];
    const captioned = parts.some(({ tagName }) => tagName === 'figcaption');
    return image && width > 0 && height > 0
      ? [{ figure, image, ratio: width / height, height, captioned }]
      : [];
  });
  return pictures.length > 1 && pictures.length === children.length ? pictures : undefined;
}

/** What each takes of the row; what a narrow one needs for its words, the others give. */
function sharesOf(pictures: readonly Picture[]): number[] {
  const least = Math.min(LEAST, 0.8 / pictures.length);
  const narrow = new Set<Picture>();
  for (;;) {
    const free = 1 - narrow.size * least;
    const sum = pictures.reduce((ratios, one) => ratios + (narrow.has(one) ? 0 : one.ratio), 0);
    const shares = pictures.map((one) => (narrow.has(one) ? least : (one.ratio / sum) * free));
    const short = pictures.filter((one, i) => one.captioned && !narrow.has(one) && (shares[i] ?? 0) < least);
    if (!short.length) return shares;
    for (const one of short) narrow.add(one);
  }
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
