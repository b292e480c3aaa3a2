import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launch, type Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { browserPath } from '../../src/workshop/browser.js';
import { thisMachine } from '../../src/workshop/machine.js';
import { desk } from './desk.js';
import { openEpub } from './epub.js';
import { buildInMemory } from './memory.js';

/** How a page is looked at. */
export interface Look {
  readonly width: number;
  readonly dark?: boolean;
}

/** Files in a browser, as somebody with a small screen or in the dark has them. */
export interface Screen {
  open(file: string, look: Look): Promise<Page>;
  close(): Promise<void>;
}

/** Opens files of an EPUB or of web pages in the browser that Octavo prints with. */
export async function openScreen(files: ReadonlyMap<string, Uint8Array>): Promise<Screen> {
  const folder = await desk(Object.fromEntries(files));
  const root = process.getuid?.() === 0;
  const browser = await launch({
    executablePath: await browserPath(thisMachine()),
    args: root ? ['--no-sandbox'] : [],
  });
  return {
    async open(file, { width, dark = false }) {
      const page = await browser.newPage();
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }]);
      await page.setViewport({ width, height: 700 });
      await page.goto(pathToFileURL(join(folder, file)).href, { waitUntil: 'load' });
      return page;
    },
    close: () => browser.close(),
  };
}

/**
 * Builds a book that is called T and has a chapter `a.md`, which nothing is said of, and opens an edition of it.
 * @returns the file of that chapter, too
 */
export async function screenOf(
  book: Parameters<typeof buildInMemory>[0],
  edition: string,
): Promise<{ screen: Screen; file: string }> {
  const { delivered, messages } = await buildInMemory(book, { editions: [edition] });
  expect(messages).toEqual([]);
  const files =
    edition === 'web' ? delivered : (await openEpub(delivered.get('out/t.epub') as Uint8Array)).bytes;
  const file = [...files.keys()].find((name) => /(?:^|\/)a\.x?html$/.test(name)) ?? '';
  return { screen: await openScreen(files), file };
}
