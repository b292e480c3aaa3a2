/*
 * What the scripts of this repository need of Octavo's insides: set-up, the reference pages, the bench. No part of the library.
 */
export { gather } from './book/gather.js';
export { build } from './build.js';
export { commandLine } from './commands/program.js';
export { catalogueOf } from './config/catalogue.js';
export * as keyExamples from './config/key-examples.js';
export * as bookKeys from './config/keys.js';
export * as frontMatterKeys from './config/keys-front-matter.js';
export { resolveConfig } from './config/resolve.js';
export { core } from './core.js';
export { en } from './language/words/en.js';
export { createParser } from './markdown/parse.js';
export { openPress } from './press/chromium.js';
export { openLedger } from './report/ledger.js';
export { toHast } from './typeset/to-hast.js';
export { browserPath } from './workshop/browser.js';
export { fetchBrowser } from './workshop/fetch-browser.js';
export { fetchJava } from './workshop/fetch-java.js';
export { thisMachine } from './workshop/machine.js';
export { openScratch } from './workshop/scratch.js';
export { thisWorld } from './world.js';

/** How many pages a PDF has. */
export async function pageCount(bytes: Uint8Array): Promise<number> {
  return (await import('./binding/pdf.js')).pageCount(bytes);
}
