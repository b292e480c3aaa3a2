import { operators, scanContent } from './pdf-content.js';

const PAINTING = operators(
  'BDC',
  'BMC',
  'EMC',
  'BT',
  'Tj',
  'TJ',
  "'",
  '"',
  'ET',
  'm',
  'l',
  'c',
  'v',
  'y',
  'h',
  're',
  'n',
  'f',
  'F',
  'f*',
  'B',
  'B*',
  'b',
  'b*',
  'S',
  's',
  'BI',
  'sh',
  'Do',
);

/** From the first byte of the first operand to the last of the operator. */
type Span = readonly [start: number, end: number];

const OPEN = Buffer.from('/Artifact BMC\n');
const CLOSE = Buffer.from('\nEMC');

/** What was found in a content stream. */
export interface Marked {
  /** The content with its artifacts marked; the very same array if there were none. */
  readonly content: Uint8Array;
  /** How many pieces of painting were marked as artifacts. */
  readonly artifacts: number;
  /** Marked-content sequences that were opened and not closed; 0 in a sound stream. */
  readonly open: number;
}

/**
 * Marks everything that is painted outside tagged content as an artifact (ISO 32000-1, 14.8.2.2; Matterhorn 01-005):
 * margin boxes, generated text, backgrounds, rules, decorative images. A reader that follows the tags then knows that
 * it may skip them. Only marks are added: no instruction is changed, so the page looks the same.
 *
 * Marked content may not cross the border of a text object, so a text object is wrapped whole, or, if part of it is
 * tagged, piece by piece.
 * @param untag marks (MCID) that are to be artifacts, whatever they were
 * @param paints whether the XObject of this name, drawn outside tagged content, is to be marked
 */
export function markArtifacts(
  content: Uint8Array,
  paints: (xObject: string) => boolean,
  untag: ReadonlySet<number> = new Set(),
): Marked {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const spans: Span[] = [];
  const untagged: Span[] = [];
  /** For each open sequence, whether it speaks for what is in it: it is tagged, or an artifact already. */
  const sequences: boolean[] = [];
  let covered = 0;
  let unopened = 0;
  let path = -1;
  /** The text object being read: where it starts, what was shown in it untagged, whether some of it is tagged. */
  let text: { start: number; level: number; shown: Span[]; tagged: boolean } | undefined;
  const paint = (start: number, end: number) => {
    if (covered === 0) spans.push([start, end]);
  };

  scanContent(content, PAINTING, (operator, start, end) => {
    switch (operator) {
      case 'BDC':
      case 'BMC': {
        const instruction = bytes.toString('latin1', start, end);
        const speaks = speaksForItsContent(instruction, operator);
        if (untag.size && untag.has(Number(/\/MCID\s+(\d+)/.exec(instruction)?.[1] ?? -1)))
          untagged.push([start, end]);
        sequences.push(speaks);
        if (speaks) covered++;
        if (speaks && text) text.tagged = true;
        break;
      }
      case 'EMC': {
        const speaks = sequences.pop();
        if (speaks === undefined) unopened++;
        if (speaks) covered--;
        break;
      }
      case 'BT':
        text = { start, level: sequences.length, shown: [], tagged: covered > 0 };
        break;
      case 'Tj':
      case 'TJ':
      case "'":
      case '"':
        if (covered === 0) text?.shown.push([start, end]);
        break;
      case 'ET':
        if (text && text.shown.length > 0) {
          const whole = !text.tagged && text.level === sequences.length;
          spans.push(...(whole ? [[text.start, end] as const] : text.shown));
        }
        text = undefined;
        break;
      case 'm':
      case 'l':
      case 'c':
      case 'v':
      case 'y':
      case 'h':
      case 're':
        if (path < 0) path = start;
        break;
      case 'n':
        path = -1;
        break;
      case 'f':
      case 'F':
      case 'f*':
      case 'B':
      case 'B*':
      case 'b':
      case 'b*':
      case 'S':
      case 's':
        paint(path < 0 ? start : path, end);
        path = -1;
        break;
      case 'BI':
      case 'sh':
        paint(start, end);
        break;
      case 'Do':
        if (covered === 0 && paints(nameIn(bytes.toString('latin1', start, end)))) paint(start, end);
        break;
    }
  });
  return {
    content: spans.length + untagged.length > 0 ? wrap(content, spans, untagged) : content,
    artifacts: spans.length + untagged.length,
    open: sequences.length + unopened,
  };
}

/** `/Span <</ActualText …>>` only spells its text; an MCID ties it to the structure. A named property list may hold one. */
function speaksForItsContent(instruction: string, operator: 'BDC' | 'BMC'): boolean {
  if (/^\/Artifact\b/.test(instruction)) return true;
  return operator === 'BDC' && (/\/MCID\b/.test(instruction) || !instruction.includes('<<'));
}

const nameIn = (instruction: string) => /^\/([^\s/<>[\](){}%]+)/.exec(instruction)?.[1] ?? '';

function wrap(content: Uint8Array, spans: readonly Span[], untagged: readonly Span[]): Uint8Array {
  const pieces: Uint8Array[] = [];
  let done = 0;
  const edits = [
    ...spans.map((span) => ({ span, wraps: true })),
    ...untagged.map((span) => ({ span, wraps: false })),
  ].sort((a, b) => a.span[0] - b.span[0]);
  for (const { span, wraps } of edits) {
    const [start, end] = span;
    pieces.push(content.subarray(done, start), OPEN);
    if (wraps) pieces.push(content.subarray(start, end), CLOSE);
    done = end;
  }
  pieces.push(content.subarray(done));
  return Buffer.concat(pieces);
}
