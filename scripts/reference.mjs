#!/usr/bin/env node
// Writes docs/handbook/reference/*.md. Run it after a change of a construct, a key or a message: `npm run reference`.
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { referencePages } from './lib/reference.mjs';

const root = resolve(import.meta.dirname, '..');
const keys = await import('../dist/lib/config/keys.js');
const { core } = await import('../dist/lib/core.js');
const examples = await import('../dist/lib/config/key-examples.js');
const { commandLine } = await import('../dist/lib/commands/program.js');
const { en } = await import('../dist/lib/language/words/en.js');
const { catalogueOf } = await import('../dist/lib/config/catalogue.js');
const folder = join(root, 'docs/handbook/reference');
await mkdir(folder, { recursive: true });
const pages = referencePages(root, {
  constructs: core.constructs,
  notices: catalogueOf([core]).values(),
  keys,
  examples,
  commands: commandLine(''),
  en,
});
for (const [name, text] of Object.entries(pages)) {
  await writeFile(join(folder, name), text);
  console.log(`docs/handbook/reference/${name}`);
}
