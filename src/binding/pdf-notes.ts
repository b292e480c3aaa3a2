import { type PDFContext, PDFDict, PDFName, PDFRef } from '@cantoo/pdf-lib';
import { kidsOf, roleOf, type StructElement } from './pdf-structure.js';

const P = PDFName.of('P');
const K = PDFName.of('K');

/** What a note may not stand in the middle of: text, and whatever has its parts in an order. */
const WHOLE =
  /^(?:P|H[1-6]|Caption|Table|THead|TBody|TFoot|TR|TH|TD|Code|Link|Span|Em|Strong|Ruby|Quote|Figure)$/;

/**
 * Takes notes out of the sentences and tables that a page is cut through above them: they are read after the whole of what
 * they stand in. On the page they stay where they are.
 * @param notes in reading order
 */
export function liftNotes(context: PDFContext, notes: readonly StructElement[]): void {
  const moves = new Map<PDFDict, { after: PDFRef; blocks: PDFRef[] }[]>();
  for (const block of blocksOf(context, notes)) {
    const place = placeFor(context, block);
    if (!place) continue;
    takeOut(context, block);
    block.dict.set(P, place.parent.ref);
    const moved = moves.get(place.parent.dict) ?? [];
    moves.set(place.parent.dict, moved);
    const last = moved.at(-1);
    if (last?.after === place.after) last.blocks.push(block.ref);
    else moved.push({ after: place.after, blocks: [block.ref] });
  }
  for (const [parent, moved] of moves) {
    const behind = new Map(moved.map(({ after, blocks }) => [after, blocks]));
    const kids = kidsOf(context, parent).flatMap(({ object }) => [
      object,
      ...(object instanceof PDFRef ? (behind.get(object) ?? []) : []),
    ]);
    parent.set(K, context.obj(kids));
  }
}

type Place = Pick<StructElement, 'ref' | 'dict'>;

/** What holds the notes of one page. */
function blocksOf(context: PDFContext, notes: readonly StructElement[]): Place[] {
  const blocks = new Map<PDFRef, Place>();
  for (const { dict } of notes) {
    const parent = parentOf(context, dict);
    if (parent) blocks.set(parent.ref, parent);
  }
  return [...blocks.values()];
}

/** Behind the outermost of what may not be parted; nowhere if nothing is parted. */
function placeFor(context: PDFContext, block: Place): { parent: Place; after: PDFRef } | undefined {
  let place: { parent: Place; after: PDFRef } | undefined;
  for (let at = parentOf(context, block.dict); at; at = parentOf(context, at.dict)) {
    const role = roleOf(at.dict) ?? '';
    if (role === 'NonStruct') continue;
    if (!WHOLE.test(role)) break;
    const parent = parentOf(context, at.dict);
    if (!parent) break;
    place = { parent, after: at.ref };
  }
  return place;
}

/** Takes an element out of its parent; what holds nothing then goes, too. */
function takeOut(context: PDFContext, { ref, dict }: Place): void {
  const parent = parentOf(context, dict);
  if (!parent) return;
  const kids = kidsOf(context, parent.dict).filter(({ object }) => object !== ref);
  if (kids.length) parent.dict.set(K, context.obj(kids.map(({ object }) => object)));
  else takeOut(context, parent);
}

function parentOf(context: PDFContext, dict: PDFDict): Place | undefined {
  const ref = dict.get(P);
  const parent = context.lookup(ref);
  return ref instanceof PDFRef && parent instanceof PDFDict && roleOf(parent)
    ? { ref, dict: parent }
    : undefined;
}
