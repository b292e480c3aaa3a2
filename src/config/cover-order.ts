import type { EditionOptions } from '../model/config.js';
import type { At, Say } from '../model/notice.js';
import type { BindingName, CoverSpec } from './cover-spec.js';
import { coverOrderFits, coverPrinterKnown, spineKnown } from './notices.js';
import { PRINTERS } from './printers.js';
import { INCH } from './trim.js';

/** A cover as its author orders it. */
export interface CoverOrder {
  readonly printer: string;
  readonly binding: BindingName;
  readonly paper: string;
  readonly spec: CoverSpec;
}

/** Why it cannot be ordered: no printer is named, or this one does not make it so. */
export type NoOrder =
  | { readonly fault: 'printer' }
  | {
      readonly fault: 'order';
      readonly key: 'binding' | 'paper' | 'bleed' | 'marks';
      readonly reason: string;
      readonly remedy: string;
    }
  | { readonly fault: 'spine'; readonly printer: string };

/** What the options of a cover come to: a paperback on white paper, unless they say otherwise. */
export function orderOf(options: EditionOptions): CoverOrder | NoOrder {
  const printer = PRINTERS[options.printer ?? ''];
  if (!printer) return { fault: 'printer' };
  const { binding = 'paperback', paper = 'white' } = options;
  const { name } = printer;
  const known = printer.bindings[binding];
  if (!known) {
    const remedy = oneOf(Object.keys(printer.bindings));
    return { fault: 'order', key: 'binding', reason: `for ${name} Octavo knows no ${binding}`, remedy };
  }
  if (!known.papers[paper]) {
    const reason = `${name} has no paper “${paper}” for a ${binding}`;
    return { fault: 'order', key: 'paper', reason, remedy: oneOf(Object.keys(known.papers)) };
  }
  const edge = options.bleed === undefined ? known.edge : options.bleed / INCH;
  if (!printer.asksForBleed && Math.abs(edge - known.edge) > NEAR) {
    const reason = `a ${binding} of ${name} goes ${inMm(known.edge)} beyond its edges, and not ${inMm(edge)}`;
    return {
      fault: 'order',
      key: 'bleed',
      reason,
      remedy: 'Leave “bleed” out: that of the printer is taken.',
    };
  }
  if (options.marks && printer.refusesMarks) {
    const remedy = 'Leave “marks” out: they are for print shops, {printer: shop}.';
    return { fault: 'order', key: 'marks', reason: `${name} refuses covers that have marks`, remedy };
  }
  if (options.spine === undefined && !known.spineSteps && known.papers[paper].page === undefined)
    return { fault: 'spine', printer: name };
  const spec = printer.asksForBleed ? { ...known, edge } : known;
  return { printer: name, binding, paper, spec };
}

/** Somebody who rounds a printer's bleed to a tenth of a millimetre means it, in inches. */
const NEAR = 0.051 / 25.4;

function oneOf(choices: readonly string[]): string {
  return `Choose one of ${choices.join(', ')}.`;
}

function inMm(inches: number): string {
  return `${Math.round(inches * 2540) / 100} mm`;
}

/** Tells what speaks against a cover as it is ordered, at the key that says it. */
export function holdOrder(options: EditionOptions, say: Say, at: (...key: PropertyKey[]) => At): void {
  const order = orderOf(options);
  if (!('fault' in order)) return;
  if (order.fault === 'printer') say(coverPrinterKnown, { printers: Object.keys(PRINTERS) }, at());
  else if (order.fault === 'spine') say(spineKnown, order, at('printer'));
  else say(coverOrderFits, order, at(order.key));
}
