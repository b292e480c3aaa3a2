import { PDFContext, PDFDict, PDFName } from '@cantoo/pdf-lib';
import type { Shown } from './documents/copy.js';
import { lettersOf } from './documents/letters.js';
import { operators, scanContent } from './pdf-content.js';
import type { Read } from './pdf-reading-order.js';
import { type ActualText, actualText, parseOperands, stringsIn } from './pdf-text.js';
import { type Decoder, glyphDecoder } from './pdf-unicode.js';

const READ = operators(
  'q',
  'Q',
  'cm',
  're',
  'W',
  'W*',
  'BT',
  'Tm',
  'BMC',
  'BDC',
  'EMC',
  'Tf',
  'Tj',
  'TJ',
  "'",
  '"',
);

/** Collects what is shown in each piece of marked content of a page, and of the drawings in it. */
export class TextReader {
  readonly #pages = new Map<object, Map<number, string>>();

  read(page: object, content: Uint8Array, resources: PDFDict | undefined): void {
    const found = this.#pages.get(page) ?? new Map<number, string>();
    this.#pages.set(page, found);
    readMarks(content, resources, found);
  }

  /** What some marks show, as far as their pages have been read. */
  textOf(marks: readonly { readonly page: object; readonly mark: number }[]): string {
    return marks.map(({ page, mark }) => this.#pages.get(page)?.get(mark) ?? '').join('');
  }

  /** Forgets what is no part of the text. */
  forget(marks: readonly { readonly page: object; readonly mark: number }[]): void {
    for (const { page, mark } of marks) this.#pages.get(page)?.delete(mark);
  }

  /** Everything that was read, put in order, by section. */
  sections(order: readonly Read[]): Map<number, Shown> {
    const sections = new Map<number, { text: string[]; notes: string[] }>();
    for (const { section, note, page, mark } of order) {
      const shown = page && this.#pages.get(page)?.get(mark);
      if (!shown) continue;
      const one = sections.get(section) ?? { text: [], notes: [] };
      sections.set(section, one);
      one[note ? 'notes' : 'text'].push(lettersOf(shown));
    }
    return new Map(
      [...sections].map(([section, { text, notes }]) => [
        section,
        { text: text.join(''), notes: notes.join('') },
      ]),
    );
  }
}

/** How far up and how large what is painted stands on the page; turned pages are not looked at. */
interface Place {
  readonly scale: number;
  readonly shift: number;
}

/** What of the page is seen, from foot to head: whatever it is cut to somewhere, the text block first of all. */
interface Window {
  readonly foot: number;
  readonly head: number;
}

function readMarks(content: Uint8Array, resources: PDFDict | undefined, found: Map<number, string>): void {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const scratch = PDFContext.create();
  const fonts = resources?.lookupMaybe(PDFName.of('Font'), PDFDict);
  const decoders = new Map<string, Decoder>();
  let decode: Decoder = () => '';
  /** The open sequences: the mark whose text it is, and the words that stand for whatever is shown inside. */
  const open: { mark: number | undefined; actual: ActualText | undefined }[] = [];
  const say = (mark: number, text: string): void => {
    const last = shown.at(-1);
    if (last?.mark === mark && last.baseline === baseline) last.text += text;
    else shown.push({ mark, text, baseline });
  };
  // A letter that reaches over the edge of its page is painted on both, and cut away on one.
  let baseline: number | undefined;
  const shown: { readonly mark: number; text: string; readonly baseline: number | undefined }[] = [];
  let place: Place = { scale: 1, shift: 0 };
  const saved: Place[] = [];
  const window = { foot: Number.POSITIVE_INFINITY, head: Number.NEGATIVE_INFINITY };
  let drawn: Window | undefined;
  const numbers = (start: number, end: number): number[] =>
    bytes.toString('latin1', start, end).split(/\s+/).map(Number);

  scanContent(content, READ, (operator, start, end) => {
    switch (operator) {
      case 'q':
        saved.push(place);
        break;
      case 'Q':
        place = saved.pop() ?? place;
        break;
      case 'cm': {
        const [, turn = 0, , scale = 1, , shift = 0] = numbers(start, end);
        place = {
          scale: place.scale * (turn ? Number.NaN : scale),
          shift: place.shift + shift * place.scale,
        };
        break;
      }
      case 're': {
        const [, y = 0, , height = 0] = numbers(start, end);
        const edges = [y, y + height].map((edge) => edge * place.scale + place.shift);
        drawn = { foot: Math.min(...edges), head: Math.max(...edges) };
        break;
      }
      case 'W':
      case 'W*':
        window.foot = Math.min(window.foot, drawn?.foot ?? window.foot);
        window.head = Math.max(window.head, drawn?.head ?? window.head);
        break;
      case 'BT':
        baseline = undefined;
        break;
      case 'Tm': {
        // Of the six nothing but the last is asked for, at the beginning of every line.
        const up = Number(bytes.toString('latin1', start, end).split(/\s+/, 6)[5]);
        baseline = up * place.scale + place.shift;
        break;
      }
      case 'BMC':
        open.push({ mark: open.at(-1)?.mark, actual: open.at(-1)?.actual });
        break;
      case 'BDC': {
        const instruction = bytes.toString('latin1', start, end);
        const around = open.at(-1);
        const id = /\/MCID\s+(\d+)/.exec(instruction)?.[1];
        const mark = id === undefined ? around?.mark : Number(id);
        let actual = around?.actual;
        if (!actual && instruction.includes('/ActualText')) {
          const [, properties] = parseOperands(content.subarray(start, end), scratch);
          actual = actualText(properties instanceof PDFDict ? properties : undefined) ?? {
            text: '',
            said: false,
          };
        }
        open.push({ mark, actual });
        break;
      }
      case 'EMC':
        open.pop();
        break;
      case 'Tf': {
        const name = /^\/(\S+)/.exec(bytes.toString('latin1', start, end))?.[1] ?? '';
        const font = fonts?.lookupMaybe(PDFName.of(name), PDFDict);
        decode = decoders.get(name) ?? (font ? glyphDecoder(font) : () => '');
        decoders.set(name, decode);
        break;
      }
      case 'Tj':
      case 'TJ':
      case "'":
      case '"': {
        const at = open.at(-1);
        if (at?.mark === undefined) break;
        if (at.actual) {
          if (!at.actual.said) say(at.mark, at.actual.text);
          at.actual.said = true;
          break;
        }
        if (bytes[start] === LESS) say(at.mark, decode(fromHex(bytes, start)));
        else
          for (const string of parseOperands(content.subarray(start, end), scratch).flatMap(stringsIn))
            say(at.mark, decode(string));
        break;
      }
    }
  });
  // A page that is cut nowhere is seen whole, and so is what stands askew.
  const isCut = (at: number | undefined): boolean =>
    at !== undefined && (at < window.foot - EDGE || at > window.head + EDGE) && window.foot < window.head;
  for (const { mark, text, baseline: at } of shown)
    if (!isCut(at)) found.set(mark, (found.get(mark) ?? '') + text);
}

/** A line that stands on the very edge, in points. */
const EDGE = 0.5;

const [LESS, MORE, NINE] = [0x3c, 0x3e, 0x39];

/** The bytes of one glyph, as nearly all strings have them: made once, for there are half a million of them in a book. */
const GLYPH = new Uint8Array(2);
const half = (digit: number | undefined = 0): number => (digit & 0xf) + (digit > NINE ? 9 : 0);

/** What a string in hexadecimal says; it holds until the next is asked for. */
function fromHex(bytes: Buffer, start: number): Uint8Array {
  if (bytes[start + 5] !== MORE)
    return Buffer.from(bytes.toString('latin1', start + 1, bytes.indexOf(MORE, start)), 'hex');
  GLYPH[0] = half(bytes[start + 1]) * 16 + half(bytes[start + 2]);
  GLYPH[1] = half(bytes[start + 3]) * 16 + half(bytes[start + 4]);
  return GLYPH;
}
