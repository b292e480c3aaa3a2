import type { VFile } from 'vfile';
import { catalogueOf } from './config/catalogue.js';
import { SAID_LATER } from './core-notices.js';
import { tellFault } from './manuscript/plugins/fault.js';
import { holdAllowances } from './markdown/allowances.js';
import type { Book } from './model/book.js';
import type { Say } from './model/notice.js';
import type { Plugin } from './model/plugin.js';

/** Holds the rules against a book, and then against its files whether what was allowed there was there to be allowed. */
export function judge(book: Book, files: ReadonlySet<VFile>, plugins: readonly Plugin[], say: Say): void {
  try {
    for (const rule of plugins.flatMap((plugin) => plugin.rules ?? []))
      rule.check(book, (facts, at) => say(rule, facts, at));
  } catch (error) {
    tellFault(error, say);
  }
  const catalogue = catalogueOf(plugins);
  for (const file of files) holdAllowances(file, catalogue, SAID_LATER, say);
}
