#!/usr/bin/env node
// Writes docs/handbook/reference/*.md. Run it after a change of a construct, a key or a message: `npm run reference`.
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { referencePages } from './lib/reference.mjs';

const root = resolve(import.meta.dirname, '..');
const { bookKeys, catalogueOf, commandLine, core, en, frontMatterKeys, keyExamples } = await import(
  '../dist/lib/workbench.js'
);
const folder = join(root, 'docs/handbook/reference');
await mkdir(folder, { recursive: true });
const pages = referencePages(root, {
  constructs: core.constructs,
  notices: catalogueOf([core]).values(),
  bookKeys,
  frontMatterKeys,
  examples: keyExamples,
  commands: commandLine(''),
  en,
});
for (const [name, text] of Object.entries(pages)) {
  await writeFile(join(folder, name), text);
  console.log(`docs/handbook/reference/${name}`);
}
