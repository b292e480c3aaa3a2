import { PDFContext, PDFDict, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import { operators, scanContent } from './pdf-content.js';
import { parseOperands } from './pdf-text.js';
import { glyphDecoder } from './pdf-unicode.js';

const SPELLING = operators('BDC', 'BMC', 'EMC', 'BT', 'ET', 'Tf', 'Tj', 'TJ', "'", '"');

/** What stands in tagged content first: a drop cap, if it is one letter and much larger than what follows. */
interface First {
  readonly text: string;
  readonly size: number;
  readonly start: number;
  /** The end of its text object; 0 as long as that is open. */
  end: number;
}

type Edit = readonly [start: number, end: number, text: string];

/** How much larger than its text a letter is that counts as a drop cap. */
const LARGER = 1.8;

/**
 * Spells a drop cap with its word. It is painted by itself, its foot some lines below the head of its word, so that what
 * reads a page by place finds “W” and “hen”. So the first small letter says that it is two (`/ActualText`, ISO 32000-1,
 * 14.9.4), and the large one that it is none. What is painted stays as it is.
 */
export function joinInitials(content: Uint8Array, resources: PDFDict | undefined): Uint8Array {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const scratch = PDFContext.create();
  const fonts = resources?.lookupMaybe(PDFName.of('Font'), PDFDict);
  const edits: Edit[] = [];
  /** Sequences that are open: tagged ones, those whose text is given, and others. */
  const open: { tagged: boolean; spelled?: { start: number; end: number; text: string } | undefined }[] = [];
  let font: PDFDict | undefined;
  let size = 0;
  let textStart = 0;
  let first: First | 'past' | undefined;
  const operands = (start: number, end: number) => parseOperands(content.subarray(start, end), scratch);

  const show = (start: number, end: number): void => {
    const spelled = open.at(-1)?.spelled;
    const string = /^<([\da-f]{4})([\da-f]*)>/i.exec(bytes.toString('latin1', start, end));
    const text =
      spelled?.text ?? (string && font ? glyphDecoder(font)(Buffer.from(string[1] ?? '', 'hex')) : '');
    const isDrop =
      first !== 'past' &&
      first !== undefined &&
      first.end > 0 &&
      size * LARGER < first.size &&
      /^\p{L}/u.test(text);
    if (first === undefined && string?.[2] === '' && /^[\p{L}\d]$/u.test(text) && !spelled)
      first = { text, size, start: textStart, end: 0 };
    else {
      if (isDrop && typeof first === 'object') {
        const word = `/Span <</ActualText ${PDFHexString.fromText(first.text + text)}>> BDC`;
        edits.push(
          [first.start, first.start, '/Span <</ActualText ()>> BDC\n'],
          [first.end, first.end, '\nEMC'],
        );
        const [, glyph, rest] = string ?? [];
        if (spelled) edits.push([spelled.start, spelled.end, word]);
        else edits.push([start, end, `${word} <${glyph}> Tj EMC${rest ? ` <${rest}> Tj` : ''}`]);
      }
      first = 'past';
    }
  };

  scanContent(content, SPELLING, (operator, start, end) => {
    switch (operator) {
      case 'BDC': {
        const [, properties] = operands(start, end);
        const given = properties instanceof PDFDict ? properties : undefined;
        const actual = given?.lookupMaybe(PDFName.of('ActualText'), PDFString, PDFHexString)?.decodeText();
        const tagged = given?.has(PDFName.of('MCID')) ?? false;
        if (tagged) first = undefined;
        open.push({ tagged, spelled: actual === undefined ? undefined : { start, end, text: actual } });
        break;
      }
      case 'BMC':
        open.push({ tagged: false });
        break;
      case 'EMC':
        if (open.pop()?.tagged) first = 'past';
        break;
      case 'BT':
        textStart = start;
        break;
      case 'ET':
        if (typeof first === 'object') first.end ||= end;
        break;
      case 'Tf': {
        const [name, points] = operands(start, end);
        font = name instanceof PDFName ? fonts?.lookupMaybe(name, PDFDict) : undefined;
        size = Number(points?.toString());
        break;
      }
      case 'Tj':
        if (open.some(({ tagged }) => tagged)) show(start, end);
        break;
      case 'TJ':
      case "'":
      case '"':
        first = 'past';
        break;
    }
  });
  return edits.length ? edited(content, edits) : content;
}

function edited(content: Uint8Array, edits: readonly Edit[]): Uint8Array {
  const pieces: Uint8Array[] = [];
  let done = 0;
  for (const [start, end, text] of edits) {
    pieces.push(content.subarray(done, start), Buffer.from(text, 'latin1'));
    done = end;
  }
  pieces.push(content.subarray(done));
  return Buffer.concat(pieces);
}
