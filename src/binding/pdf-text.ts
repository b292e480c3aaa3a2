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
import { scanContent } from './pdf-content.js';
import { type Decoder, glyphDecoder } from './pdf-unicode.js';

interface Sequence {
  /** The mark whose text this is: its own, or that of the sequence around it. */
  readonly mark: number | undefined;
  /** Text that stands for whatever is shown inside. */
  readonly actual: string | undefined;
}

/**
 * The text of some marked content of a page, by mark (MCID). Lines that follow each other are joined by a space, which
 * Chromium does not write where a line ends. `undefined` where the text is written right to left: it is then on the page
 * in the order of the line, not of the language.
 */
export function textOfMarks(
  content: Uint8Array,
  resources: PDFDict | undefined,
  wanted: ReadonlySet<number>,
): Map<number, string | undefined> {
  const scratch = PDFContext.create();
  const fonts = resources?.lookupMaybe(PDFName.of('Font'), PDFDict);
  const text = new Map<number, string | undefined>();
  const lines = new Map<number, number>();
  const sequences: Sequence[] = [];
  let font: string | undefined;
  let line = 0;
  const operands = (start: number, end: number) => parseOperands(content.subarray(start, end), scratch);
  const say = (mark: number, piece: string) => {
    const before = text.has(mark) ? text.get(mark) : '';
    if (before === undefined) return;
    const wraps = before !== '' && lines.get(mark) !== line && !/[\s\u00ad-]$/u.test(before);
    lines.set(mark, line);
    text.set(mark, before.replace(/\u00ad$/u, '') + (wraps ? ' ' : '') + piece);
  };

  scanContent(content, (operator, start, end) => {
    const around = sequences.at(-1);
    const mark = around?.mark;
    switch (operator) {
      case 'BDC': {
        const [, properties] = operands(start, end);
        const dict = properties instanceof PDFDict ? properties : undefined;
        const id = dict?.lookupMaybe(PDFName.of('MCID'), PDFNumber)?.asNumber();
        const actual = dict?.lookupMaybe(PDFName.of('ActualText'), PDFString, PDFHexString)?.decodeText();
        const own = id === undefined ? mark : wanted.has(id) ? id : undefined;
        if (own !== undefined && actual !== undefined && around?.actual === undefined) say(own, actual);
        sequences.push({ mark: own, actual: around?.actual ?? actual });
        break;
      }
      case 'BMC': {
        const [tag] = operands(start, end);
        if (mark !== undefined && tag === PDFName.of('ReversedChars')) text.set(mark, undefined);
        sequences.push({ mark, actual: around?.actual });
        break;
      }
      case 'EMC':
        sequences.pop();
        break;
      case 'Tf': {
        const [name] = operands(start, end);
        font = name instanceof PDFName ? name.decodeText() : undefined;
        break;
      }
      case 'Tm':
        if (mark !== undefined) line = numberAt(operands(start, end), 5);
        break;
      case 'Tj':
      case 'TJ':
      case "'":
      case '"':
        if (mark !== undefined && around?.actual === undefined) {
          const decode = decoderOf(fonts, font);
          say(mark, operands(start, end).flatMap(stringsIn).map(decode).join(''));
        }
        break;
    }
  });
  return text;
}

function decoderOf(fonts: PDFDict | undefined, name: string | undefined): Decoder {
  const font = name === undefined ? undefined : fonts?.lookupMaybe(PDFName.of(name), PDFDict);
  return font ? glyphDecoder(font) : () => '';
}

function stringsIn(object: PDFObject): Uint8Array[] {
  if (object instanceof PDFString || object instanceof PDFHexString) return [object.asBytes()];
  return object instanceof PDFArray ? object.asArray().flatMap(stringsIn) : [];
}

function numberAt(operands: readonly PDFObject[], index: number): number {
  const operand = operands[index];
  return operand instanceof PDFNumber ? operand.asNumber() : 0;
}

/** The operands of one instruction; the operator at the end is no object, and ends them. */
function parseOperands(instruction: Uint8Array, context: PDFContext): PDFObject[] {
  const end = instruction.findLastIndex(
    (byte) => byte === 0x20 || byte === 0x3e || byte === 0x29 || byte === 0x5d,
  );
  const parser = PDFObjectParser.forBytes(instruction.subarray(0, end + 1), context);
  const objects: PDFObject[] = [];
  for (;;) {
    try {
      objects.push(parser.parseObject());
    } catch {
      return objects;
    }
  }
}
