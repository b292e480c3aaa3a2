import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, launch, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserPath } from '../../src/workshop/browser.js';
import { thisMachine } from '../../src/workshop/machine.js';
import { desk, octavo, put } from '../support/desk.js';
import { inspectPdf } from '../support/pdf.js';
import { type Previewed, preview } from '../support/previewed.js';

let browser: Browser;
beforeAll(async () => {
  const root = process.getuid?.() === 0;
  browser = await launch({
    executablePath: await browserPath(thisMachine()),
    args: root ? ['--no-sandbox'] : [],
  });
});
afterAll(() => browser.close());

/** The preview in a browser. */
async function looked(address: string): Promise<Page> {
  const page = await browser.newPage();
  await page.setViewport({ width: 900, height: 500 });
  await page.goto(address);
  return page;
}
/** Asks at intervals: a page that is drawn by nobody has no frames to ask at. */
const OFTEN = { polling: 50, timeout: 120_000 };
const stateIs = (page: Page, text: string) =>
  page.waitForFunction(
    (wanted) => document.getElementById('state')?.textContent?.includes(wanted),
    OFTEN,
    text,
  );
/** Waits until the book in the frame is there whole, and says something. */
const says = (page: Page, text: string) =>
  page.waitForFunction(
    (wanted) => {
      const inside = document.querySelector<HTMLIFrameElement>('#frame')?.contentDocument;
      return inside?.readyState === 'complete' && inside.body.textContent.includes(wanted);
    },
    OFTEN,
    text,
  );

const LONG = Array.from({ length: 60 }, (_, i) => `Paragraph ${i} of a long chapter.`).join('\n\n');
const BOOK = {
  'book/book.yaml': 'title: The garden\nauthor: A\nlang: en\n',
  'book/1-first.md': `# First\n\nA word that is old.\n\n${LONG}\n`,
  'book/2-second.md': '# Second\n\nThe second chapter.\n',
};

describe('web pages', () => {
  let cwd: string;
  let shown: Previewed;
  let page: Page;
  beforeAll(async () => {
    cwd = await desk(BOOK);
    shown = await preview(cwd, ['book']);
    page = await looked(shown.address);
  });

  it('are shown, with the title of the book', async () => {
    await says(page, 'The garden');
    await stateIs(page, 'As it is now');
    expect(await page.title()).toBe('The garden · Preview');
    // One edition is no choice.
    expect(await page.$eval('#choosing', (label) => (label as HTMLElement).hidden)).toBe(true);
  });

  it('are shown anew where they were read', async () => {
    await says(page, 'The garden');
    await page.evaluate(() =>
      document
        .querySelector<HTMLIFrameElement>('#frame')
        ?.contentDocument?.querySelector<HTMLAnchorElement>('a[href*="first"]')
        ?.click(),
    );
    await says(page, 'A word that is old.');
    const read = await page.evaluate(() => {
      const inside = document.querySelector<HTMLIFrameElement>('#frame')?.contentWindow;
      inside?.scrollTo(0, 700);
      return [inside?.location.pathname, inside?.scrollY];
    });
    expect(read).toEqual([expect.stringContaining('first'), 700]);
    await put(cwd, { 'book/1-first.md': `# First\n\nA word that is new.\n\n${LONG}\n` });
    await says(page, 'A word that is new.');
    await page.waitForFunction(
      () => document.querySelector<HTMLIFrameElement>('#frame')?.contentWindow?.scrollY === 700,
      OFTEN,
    );
    expect(shown.said()).toContain('Changed: book/1-first.md\n');
  });

  it('begin again there, when the page itself is loaded anew', async () => {
    await page.reload();
    await says(page, 'A word that is new.');
    expect(new URL(page.url()).hash).toContain('first');
  });

  it('stay as they were made last, while the book has errors', async () => {
    await put(cwd, { 'book/2-second.md': '# Second\n\n![A rose](rose.png)\n' });
    await stateIs(page, 'The book has 1 error, so this is what was made before');
    await says(page, 'A word that is new.');
    const messages = await page.$eval('#messages', (box) => [
      (box as HTMLDetailsElement).open,
      box.textContent,
    ]);
    expect(messages).toEqual([true, expect.stringContaining('book/2-second.md:3:1')]);
    expect(messages[1]).toContain('There is no image rose.png');
    expect(shown.said()).toContain('The preview shows what was made before.\n');
    // Who has closed them is not shown them again at the next save.
    await page.$eval('#messages', (box) => {
      (box as HTMLDetailsElement).open = false;
    });
    await put(cwd, { 'book/2-second.md': '# Second\n\n![A rose](rose.png)\n\n![A tulip](tulip.png)\n' });
    await stateIs(page, 'The book has 2 errors');
    expect(await page.$eval('#messages', (box) => (box as HTMLDetailsElement).open)).toBe(false);
    await rm(join(cwd, 'book/2-second.md'));
    await stateIs(page, 'As it is now');
    expect(await page.$eval('#messages', (box) => (box as HTMLElement).hidden)).toBe(true);
  });

  it('have a chapter more, when a file is put into the folder', async () => {
    await put(cwd, { 'book/3-third.md': '# The third\n\nWords.\n' });
    await says(page, 'The third');
  });

  it('begin at the front again, when the chapter that is open is no longer there', async () => {
    await page.evaluate(() =>
      document
        .querySelector<HTMLIFrameElement>('#frame')
        ?.contentDocument?.querySelector<HTMLAnchorElement>('a[href*="third"]')
        ?.click(),
    );
    await page.waitForFunction(() => location.hash.includes('third'), OFTEN);
    await rm(join(cwd, 'book/3-third.md'));
    await page.waitForFunction(() => location.hash === '#web/index.html', OFTEN);
    await says(page, 'The garden');
  });

  it('go on when the folder was away for a while', async () => {
    await rename(join(cwd, 'book'), join(cwd, 'away'));
    await stateIs(page, 'The book has 1 error');
    await rename(join(cwd, 'away'), join(cwd, 'book'));
    await stateIs(page, 'As it is now');
    await put(cwd, { 'book/3-third.md': '# The third\n\nWords.\n' });
    await says(page, 'The third');
  });

  it('are written nowhere', () => {
    expect(existsSync(join(cwd, 'dist'))).toBe(false);
  });

  it('say that nobody makes them any more, when it is ended from the keyboard', async () => {
    expect(await shown.end()).toBe(130);
    await stateIs(page, 'Octavo has ended');
    expect(shown.said()).not.toContain('fault of Octavo');
  });
});

describe('editions that are named', () => {
  it('can be chosen, a PDF from the page that has changed on, an EPUB to be saved', async () => {
    const cwd = await desk({
      ...BOOK,
      'book/4-draft.md': '---\ndraft: true\n---\n\n# A draft\n\nNot yet.\n',
    });
    const shown = await preview(cwd, ['book', '-e', 'web', '-e', 'screen', '-e', 'epub']);
    const page = await looked(shown.address);
    await stateIs(page, 'As it is now');
    const options = await page.$$eval('#choice option', (all) => all.map((one) => one.textContent));
    expect(options).toEqual(['web', 'screen', 'epub']);
    const frame = () => page.$eval('#frame', (one) => (one as HTMLIFrameElement).src.replace(/\?.*#/, '?#'));
    const [, pdf, epub] = await page.$$eval('#choice option', (all) =>
      all.map((one) => (one as HTMLOptionElement).value),
    );
    await page.select('#choice', pdf ?? '');
    expect(await frame()).toContain(`/book/${pdf}?`);
    await put(cwd, { 'book/2-second.md': '# Second\n\nThe second chapter is another.\n' });
    await page.waitForFunction(
      () => document.querySelector<HTMLIFrameElement>('#frame')?.src.includes('#page='),
      OFTEN,
    );
    const bytes = new Uint8Array(await (await fetch(`${shown.address}book/${pdf}`)).arrayBuffer());
    const pages = (await inspectPdf(bytes)).pages.map(({ text }) => text);
    const changed = 1 + pages.findIndex((text) => text.includes('chapter is another'));
    expect(await frame()).toBe(`${shown.address}book/${pdf}?#page=${changed}`);
    expect(pages.join(' ')).toContain('A draft');
    await page.select('#choice', epub ?? '');
    const save = await page.$eval('#save', (link) => [link.textContent, (link as HTMLAnchorElement).href]);
    expect(save).toEqual([`Save ${epub}`, `${shown.address}book/${epub}`]);
    expect(await page.$eval('#frame', (one) => (one as HTMLIFrameElement).hidden)).toBe(true);
  });
});

describe('a book that takes long to be made', () => {
  it('has its address told before it is there', async () => {
    const cwd = await desk({
      'book/a.md': '# A\n\nWords.\n',
      'slow.mjs':
        "await new Promise((done) => setTimeout(done, 4000));\nexport default { title: 'Slowly made', lang: 'en', authors: ['A'] };\n",
    });
    const shown = await preview(cwd, ['book', '--config', 'slow.mjs']);
    const page = await looked(shown.address);
    expect(shown.said()).toContain(`shown at ${shown.address} once it is made, and until`);
    await says(page, 'Slowly made');
    expect(shown.said()).toContain('Made.\n');
  });
});

describe.concurrent('a call that cannot be done', () => {
  it('ends with what is wrong, and waits for nothing', async () => {
    const cwd = await desk(BOOK);
    const none = await octavo(cwd, ['preview', 'garden']);
    expect([none.code, none.out]).toEqual([2, '']);
    expect(none.err).toContain('There is no folder garden');
    const edition = await octavo(cwd, ['preview', 'book', '-e', 'prnt']);
    expect(edition.code).toBe(2);
    expect(edition.err).toContain('prnt');
    const port = await octavo(cwd, ['preview', 'book', '--port', '80x']);
    expect([port.code, port.err]).toEqual([2, expect.stringContaining('Ports are numbers from 1 to 65535.')]);
  });

  it('is one for a port that is taken, too; and without one the next is taken', async () => {
    const cwd = await desk(BOOK);
    const first = await preview(cwd, ['book']);
    const { port } = new URL(first.address);
    const second = await octavo(cwd, ['preview', 'book', '--port', port]);
    expect([second.code, second.out]).toEqual([2, '']);
    expect(second.err).toContain(`Something else listens on port ${port}.`);
    const third = await preview(cwd, ['book']);
    expect(new URL(third.address).port).not.toBe(port);
  });
});
