import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { build } from '../src/build.js';
import { toRecord } from '../src/report/json.js';
import { thisWorld } from '../src/world.js';
import { ace } from './support/ace.js';
import { bytesOf, desk, ROOT } from './support/desk.js';
import { dumpEpub, dumpMessages, dumpPdf } from './support/dump.js';
import { openEpub } from './support/epub.js';
import { epubcheck } from './support/epubcheck.js';
import { golden } from './support/golden.js';
import { matterhorn } from './support/matterhorn.js';
import { inspectPdf } from './support/pdf.js';
import { qpdfFaults } from './support/qpdf.js';

/*
 * Small whole books, built as an author would and held against what they should be, message for message. After a change
 * that is meant: UPDATE=1 npx vitest run tests/books.test.ts, and read what changed.
 */
const BOOKS = join(ROOT, 'tests/books');

describe.each(readdirSync(BOOKS))('the book “%s”', (name) => {
  it('is what it was', async () => {
    const output = await desk();
    const folder = `tests/books/${name}/manuscript`;
    const result = await build({ folder, output }, thisWorld());
    const lines = ['# messages', ...dumpMessages(result.messages.map(toRecord))];
    const epubs: Uint8Array[] = [];
    for (const { path, mediaType, pages } of result.artifacts) {
      lines.push('', `# ${path}${pages ? ` (${pages} pages)` : ''}`);
      const bytes = await bytesOf(output, path);
      if (mediaType === 'application/pdf') {
        lines.push(...dumpPdf(await inspectPdf(bytes)));
        expect(await matterhorn(bytes), path).toEqual([]);
        expect(await qpdfFaults(bytes), path).toEqual([]);
      } else {
        lines.push(...dumpEpub(await openEpub(bytes)));
        epubs.push(bytes);
      }
    }
    const dump = `${lines.join('\n')}\n`;
    expect(dump).toBe(golden(join(BOOKS, name, 'expected.txt'), dump));
    expect(result.ok).toBe(true);
    for (const { errors, warnings } of await epubcheck(...epubs))
      expect([...errors, ...warnings]).toEqual([]);
    // It uses every construct.
    if (name !== 'torture') return;
    for (const epub of epubs) {
      const { violations, documents } = await ace(epub);
      expect(violations).toEqual([]);
      expect(documents).toBeGreaterThan(20);
    }
  });
});

describe('golden files', () => {
  it('are written by a person only', async () => {
    const path = join(await desk(), 'expected.txt');
    expect(() => golden(path, 'new', { UPDATE: '1', CI: 'true' })).toThrow('not rewritten in CI');
    expect(() => golden(path, 'new', {})).toThrow('is not there');
    expect(golden(path, 'new', { UPDATE: '1' })).toBe('new');
    expect(golden(path, 'newer', {})).toBe('new');
    expect(readFileSync(path, 'utf8')).toBe('new');
  });
});
