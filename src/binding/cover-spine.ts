import type { Element } from 'hast';
import { s } from 'hastscript';
import { inBook } from '../config/book-file.js';
import type { CoverOrder } from '../config/cover-order.js';
import type { Wrap } from '../config/wrap.js';
import { SPINE_SIZE } from '../matter/wrap.js';
import type { Say } from '../model/notice.js';
import { spineTextFits } from './notices-cover.js';

const INCH = 96;
/** The smallest text that is put on a spine, and how small author and title may be before the author gives way, in CSS pixels. */
const SMALLEST = 8;
const COMFORTABLE = 11;
/** As a share of the height of the book: no larger, and so far from its upper and lower edge. */
const LARGEST = 0.032;
const ENDS = 0.05;
/** How far letters reach above and below their baseline, in sizes. */
const ASCENT = 0.74;
const DESCENT = 0.27;

/**
 * The text of the spine, as large as it may be: author and title, or the title alone where both would be small. A book that is too
 * thin for it has none, which is told.
 * @param spines to choose from, the fullest first
 */
export function placeSpine(
  spines: readonly Element[],
  wrap: Wrap,
  { spec, printer }: CoverOrder,
  pages: number,
  rtl: boolean,
  say: Say,
): Element[] {
  const none = (reason: string): Element[] => {
    say(spineTextFits, { reason }, inBook('editions', 'cover'));
    return [];
  };
  if (pages < spec.spineTextFrom)
    return none(`${printer} prints none on a book of fewer than ${spec.spineTextFrom} pages`);
  const { spine, face, edge } = wrap;
  const { narrow, wide, from } = spec.spineSafe;
  const clear = (spine / INCH < from ? narrow : wide) * INCH;
  const thick = (spine - 2 * clear) / (ASCENT + DESCENT);
  const long = face.height - 2 * Math.max(wrap.safe, ENDS * face.height);
  const sizeOf = ({ properties }: Element): number =>
    Math.min(thick, LARGEST * face.height, (long * SPINE_SIZE) / Number(properties.dataLength));
  const chosen = spines.find((one) => sizeOf(one) >= Math.min(COMFORTABLE, thick)) ?? spines.at(-1);
  if (!chosen) return [];
  const size = sizeOf(chosen);
  if (size < SMALLEST)
    return none('it is too narrow, or the title is too long, for letters that can be read');
  const { dataRuns, dataPaper, dataLength } = chosen.properties;
  // Read from the right, a spine is the mirror of one that is read from the left.
  const down = (dataRuns === 'down') !== rtl;
  const length = (Number(dataLength) * size) / SPINE_SIZE;
  const centre = { x: wrap.fold + spine / 2, y: edge + face.height / 2 };
  // Letters of capitals and of small letters look centred when their reach is.
  const baseline = ((ASCENT - DESCENT) / 2) * size;
  const transform = `translate(${centre.x} ${centre.y}) rotate(${down ? 90 : -90}) translate(0 ${baseline}) scale(${size / SPINE_SIZE})`;
  // A cover may lie a little off on its book, and a strip that ended at the fold would be seen from the front.
  const inset = clear * 0.6;
  const sheet = dataPaper
    ? [
        s('rect', {
          x: wrap.fold + inset,
          y: centre.y - length / 2 - size * 1.4,
          width: spine - 2 * inset,
          height: length + size * 2.8,
          fill: String(dataPaper),
        }),
      ]
    : [];
  return [...sheet, s('g', { className: ['spine'], transform }, chosen.children)];
}
