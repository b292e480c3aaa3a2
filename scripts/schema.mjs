#!/usr/bin/env node
// Writes schema/*.schema.json, for editors. Run it after a change of src/config/keys*.ts: `npm run schema`.
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { schemaFiles } from './lib/schema.mjs';

const root = resolve(import.meta.dirname, '..');
const { bookKeys, frontMatterKeys } = await import('../dist/lib/workbench.js');
await mkdir(join(root, 'schema'), { recursive: true });
for (const [name, text] of Object.entries(schemaFiles(bookKeys, frontMatterKeys))) {
  await writeFile(join(root, 'schema', name), text);
  console.log(`schema/${name}`);
}
