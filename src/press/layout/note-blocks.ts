/*
 * Runs inside the page: each function is lent to it as its own source, under its own name, and may use nothing but its arguments, the
 * DOM and what else was lent.
 */
import type { isLoose as loose } from './loose.js';
import type { NoteCopy } from './note-copies.js';
import type * as parting from './parting.js';

declare const isLoose: typeof loose;
declare const partNotes: typeof parting.partNotes;

/** A note whose height at the foot of a page is known, in CSS pixels. */
export interface Note extends NoteCopy {
  readonly height: number;
}

/** What goes on on the next page, with its height. */
export interface CarriedNotes {
  readonly bodies: readonly HTMLElement[];
  readonly height: number;
}

/** Notes that were parted. */
export interface PartedNotes {
  readonly kept: readonly HTMLElement[];
  readonly rest: CarriedNotes;
}

/** How high notes are at the foot of a page, in CSS pixels. */
export interface NoteHeights {
  readonly notes: readonly Note[];
  /** Those that no page has room for: what is not parted and higher than a page has no foot anywhere. */
  readonly homeless: readonly Note[];
  /** Of the rule above the notes. */
  readonly rule: number;
  /** Of one line of them. */
  readonly line: number;
  /** Parts notes so that they need no more than this. */
  part(bodies: readonly HTMLElement[], most: number): PartedNotes;
}

/**
 * A block for the foot of a page, with a rule above the notes if there are any.
 * @param width of the text block, in CSS pixels
 */
export function noteBlock(bodies: readonly HTMLElement[], width: number, rightToLeft: boolean): HTMLElement {
  const block = document.createElement('aside');
  block.className = 'foot-notes';
  // Wherever it is put in: what it stands in may be in another language.
  block.dir = rightToLeft ? 'rtl' : 'ltr';
  block.style.float = rightToLeft ? 'right' : 'left';
  block.style.width = `${width}px`;
  if (bodies.length) {
    const rule = document.createElement('div');
    rule.className = 'foot-notes-rule';
    // A long rule tells that what is under it began on the page before (*The Chicago Manual of Style*, 14.37).
    if (bodies[0]?.dataset.resumed !== undefined) rule.dataset.resumed = '';
    block.append(rule, ...bodies);
  }
  return block;
}

/**
 * Measures notes, all at once and where nobody sees them.
 * @param block that holds them
 */
export function noteHeights(sheet: Element, copies: readonly NoteCopy[], block: HTMLElement): NoteHeights {
  block.style.cssText += ';float:none;position:absolute;visibility:hidden;display:block;top:0;left:0';
  sheet.append(block);
  // At the foot of a page they have lines of their own, which are filled: formulas are parted for it, or they end where they end.
  const hard = [...block.querySelectorAll('p')].filter(
    (one) =>
      one.querySelector('code,img,math,.endless,.address,.nowrap') &&
      getComputedStyle(one).textAlign === 'justify',
  );
  for (const one of hard) one.dataset.ragged = '';
  const torn = new Set(hard.filter(isLoose));
  const formulas = [...torn].flatMap((one) => [
    ...one.querySelectorAll<HTMLElement>('math.breakable:not([display])'),
  ]);
  for (const formula of formulas) delete formula.dataset.whole;
  const parted = new Set(formulas.map((formula) => formula.closest('p')));
  const ragged = new Set([...torn].filter((one) => !parted.has(one) || isLoose(one)));
  for (const one of hard) if (!ragged.has(one)) delete one.dataset.ragged;
  const heightOf = (bodies: readonly HTMLElement[]): number =>
    bodies.reduce((sum, body) => sum + body.getBoundingClientRect().height, 0);
  const all = copies.map((note): Note => ({ ...note, height: heightOf(note.bodies) }));
  const top = block.getBoundingClientRect().top;
  const rule = (copies[0]?.bodies[0]?.getBoundingClientRect().top ?? top) - top;
  const line = Number.parseFloat(getComputedStyle(block).lineHeight) || 16;
  const most = sheet.getBoundingClientRect().height - rule - 1;
  const isHigh = (child: Element): boolean =>
    child.tagName !== 'P' && child.getBoundingClientRect().height > most;
  const homeless = all.filter(({ bodies }) => bodies.some(({ children }) => [...children].some(isHigh)));
  block.remove();
  const part = (bodies: readonly HTMLElement[], most: number): PartedNotes => {
    block.replaceChildren();
    sheet.append(block);
    const { kept, rest } = partNotes(bodies, most, block);
    block.append(...rest);
    const height = heightOf(rest);
    block.replaceChildren();
    block.remove();
    return { kept, rest: { bodies: rest, height } };
  };
  return { notes: all.filter((note) => !homeless.includes(note)), homeless, rule, line, part };
}

/** What is lent to the page. */
export const NOTE_BLOCKS = { noteBlock, noteHeights };
