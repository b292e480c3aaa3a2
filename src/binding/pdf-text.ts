import {
  PDFArray,
  PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFObjectParser,
  PDFString,
} from '@cantoo/pdf-lib';
import { operators, scanContent } from './pdf-content.js';
import { type Matrix, times, UNIT } from './pdf-matrix.js';
import { type Decoder, glyphDecoder } from './pdf-unicode.js';

const SHOWING = operators('q', 'Q', 'cm', 'BDC', 'BMC', 'EMC', 'Tf', 'Tm', 'Tj', 'TJ', "'", '"');

interface Sequence {
  /** The mark whose text this is: its own, or that of the sequence around it. */
  readonly mark: number | undefined;
  /** `/ReversedChars`: what is inside is written right to left. */
  readonly reversed: boolean;
  readonly actual: ActualText | undefined;
}

/**
 * Text that stands for whatever is shown inside of a sequence (ISO 32000-1, 14.9.4), and whether that has been said. Where nothing is
 * shown it stands for nothing: a ligature that is cut away on this page leaves its letters there.
 */
export interface ActualText {
  readonly text: string;
  said: boolean;
}

/** The text that a property list gives. */
export function actualText(properties: PDFDict | undefined): ActualText | undefined {
  const text = properties?.lookupMaybe(PDFName.of('ActualText'), PDFString, PDFHexString)?.decodeText();
  return text === undefined ? undefined : { text, said: false };
}

/** What was shown in one piece of marked content. */
export interface MarkedText {
  readonly text: string;
  /** Some of it is written right to left: the words stand in the order of the line, not of the language. */
  readonly reversed: boolean;
  /** The top of its first line, in points from the foot of the page. */
  readonly top: number;
}

/**
 * The text of some marked content of a page, by mark (MCID). Lines that follow each other are joined by a space, which
 * Chromium does not write where a line ends. Marks without text are left out.
 */
export function textOfMarks(
  content: Uint8Array,
  resources: PDFDict | undefined,
  wanted: ReadonlySet<number>,
): Map<number, MarkedText> {
  const scratch = PDFContext.create();
  const fonts = resources?.lookupMaybe(PDFName.of('Font'), PDFDict);
  const found = new Map<number, { text: string; reversed: boolean; top: number; line: number }>();
  const sequences: Sequence[] = [];
  const saved: Matrix[] = [];
  let page = UNIT;
  let line: readonly number[] = page;
  let font: string | undefined;
  let size = 0;
  const operands = (start: number, end: number) => parseOperands(content.subarray(start, end), scratch);
  const say = (mark: number, piece: string) => {
    const at = times(line, page);
    const baseline = at[5];
    const before = found.get(mark);
    if (!before) {
      const top = baseline + size * Math.hypot(at[2], at[3]);
      found.set(mark, { text: piece, reversed: false, top, line: baseline });
      return;
    }
    const wraps = before.line !== baseline && !/[\s\u00ad-]$/u.test(before.text);
    before.line = baseline;
    before.text = before.text.replace(/\u00ad$/u, '') + (wraps ? ' ' : '') + piece;
  };

  scanContent(content, SHOWING, (operator, start, end) => {
    const around = sequences.at(-1);
    const mark = around?.mark;
    switch (operator) {
      case 'q':
        saved.push(page);
        break;
      case 'Q':
        page = saved.pop() ?? page;
        break;
      case 'cm':
        page = times(operands(start, end).map(asNumber), page);
        break;
      case 'BDC': {
        const [, properties] = operands(start, end);
        const dict = properties instanceof PDFDict ? properties : undefined;
        const id = dict?.lookupMaybe(PDFName.of('MCID'), PDFNumber)?.asNumber();
        const own = id === undefined ? mark : wanted.has(id) ? id : undefined;
        const actual = around?.actual ?? actualText(dict);
        sequences.push({ mark: own, reversed: around?.reversed ?? false, actual });
        break;
      }
      case 'BMC': {
        const [tag] = operands(start, end);
        const reversed = (around?.reversed ?? false) || tag === PDFName.of('ReversedChars');
        sequences.push({ mark, reversed, actual: around?.actual });
        break;
      }
      case 'EMC':
        sequences.pop();
        break;
      case 'Tf': {
        const [name, points] = operands(start, end);
        font = name instanceof PDFName ? name.decodeText() : undefined;
        size = asNumber(points);
        break;
      }
      case 'Tm':
        if (mark !== undefined) line = operands(start, end).map(asNumber);
        break;
      case 'Tj':
      case 'TJ':
      case "'":
      case '"':
        if (mark === undefined) break;
        if (around?.actual) {
          if (!around.actual.said) say(mark, around.actual.text);
          around.actual.said = true;
          break;
        }
        say(mark, operands(start, end).flatMap(stringsIn).map(decoderOf(fonts, font)).join(''));
        if (around?.reversed) {
          const piece = found.get(mark);
          if (piece) piece.reversed = true;
        }
        break;
    }
  });
  return found;
}

function decoderOf(fonts: PDFDict | undefined, name: string | undefined): Decoder {
  const font = name === undefined ? undefined : fonts?.lookupMaybe(PDFName.of(name), PDFDict);
  return font ? glyphDecoder(font) : () => '';
}

/** The bytes of each string among the operands of what shows text. */
export function stringsIn(object: PDFObject): Uint8Array[] {
  if (object instanceof PDFString || object instanceof PDFHexString) return [object.asBytes()];
  return object instanceof PDFArray ? object.asArray().flatMap(stringsIn) : [];
}

const asNumber = (object: PDFObject | undefined) => (object instanceof PDFNumber ? object.asNumber() : 0);

/** The operands of one instruction; the operator at the end, which is no object, is left off. */
export function parseOperands(instruction: Uint8Array, context: PDFContext): PDFObject[] {
  let end = instruction.length;
  while (end > 0 && /[A-Za-z*'"]/.test(String.fromCharCode(instruction[end - 1] ?? 0))) end--;
  // Read as one array, whose end the parser can see.
  const array = Buffer.concat([Buffer.from('['), instruction.subarray(0, end), Buffer.from(']')]);
  const operands = PDFObjectParser.forBytes(array, context).parseObject();
  return operands instanceof PDFArray ? operands.asArray() : [];
}
