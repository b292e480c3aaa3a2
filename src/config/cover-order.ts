import type { EditionOptions } from '../model/config.js';
import type { At, Say } from '../model/notice.js';
import { coverOrderFits, coverPrinterKnown, spineKnown } from './notices.js';
import { type BindingName, type CoverSpec, PRINTERS } from './printers.js';

/** A cover as its author orders it. */
export interface CoverOrder {
  readonly printer: string;
  readonly binding: BindingName;
  readonly paper: string;
  readonly spec: CoverSpec;
}

/** Why it cannot be ordered: no printer is named, or this one has no such binding or paper. */
export type NoOrder =
  | { readonly fault: 'printer' }
  | {
      readonly fault: 'order';
      readonly key: 'binding' | 'paper';
      readonly reason: string;
      readonly choices: readonly string[];
    }
  | { readonly fault: 'spine'; readonly printer: string };

/** What the options of a cover come to: a paperback on white paper, unless they say otherwise. */
export function orderOf(options: EditionOptions): CoverOrder | NoOrder {
  const printer = PRINTERS[options.printer ?? ''];
  if (!printer) return { fault: 'printer' };
  const { binding = 'paperback', paper = 'white' } = options;
  const spec = printer.bindings[binding];
  if (!spec) {
    const choices = Object.keys(printer.bindings);
    return {
      fault: 'order',
      key: 'binding',
      reason: `for ${printer.name} Octavo knows no ${binding}`,
      choices,
    };
  }
  if (!spec.papers[paper]) {
    const reason = `${printer.name} has no paper “${paper}” for a ${binding}`;
    return { fault: 'order', key: 'paper', reason, choices: Object.keys(spec.papers) };
  }
  if (options.spine === undefined && !spec.spineSteps && spec.papers[paper].page === undefined)
    return { fault: 'spine', printer: printer.name };
  return { printer: printer.name, binding, paper, spec };
}

/** Tells what speaks against a cover as it is ordered, at the key that says it. */
export function holdOrder(options: EditionOptions, say: Say, at: (...key: PropertyKey[]) => At): void {
  const order = orderOf(options);
  if (!('fault' in order)) return;
  if (order.fault === 'printer') say(coverPrinterKnown, { printers: Object.keys(PRINTERS) }, at());
  else if (order.fault === 'spine') say(spineKnown, order, at('printer'));
  else say(coverOrderFits, order, at(order.key));
}
