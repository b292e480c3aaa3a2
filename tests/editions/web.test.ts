import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import puppeteer, { type Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserPath } from '../../src/workshop/browser.js';
import { thisMachine } from '../../src/workshop/machine.js';
import { desk, octavo, octavoJson, ROOT } from '../support/desk.js';
import { textOf } from '../support/hast.js';
import { buildInMemory } from '../support/memory.js';
import { picture } from '../support/pictures.js';
import { openScreen } from '../support/screen.js';
import { filesIn, openSite, type Site } from '../support/site.js';

/*
 * Web pages: of small books in memory, and of the book that uses everything, in a browser.
 */
const build = async (files: Parameters<typeof buildInMemory>[0]) => {
  const { delivered, messages, artifacts } = await buildInMemory(files, { editions: ['web'] });
  expect(messages.filter(({ fatal }) => fatal).map(String)).toEqual([]);
  return { site: openSite(delivered, 'out/web'), messages: messages.map(String), artifacts, delivered };
};
const wordsOf = (text: string): string => text.replace(/\s+/g, ' ').trim();

describe('a folder of web pages', () => {
  it('numbers chapters on its front page as beside the text', async () => {
    const { site } = await build({
      'book.yaml': 'title: Years\nauthor: A\nnumber-chapters: true\n',
      'a.md': '# 1914\n\nText.\n',
      'b.md': '# 1915\n\nText.\n',
    });
    const lines = site.page('index.html').all('a').map(textOf);
    expect(lines).toEqual(expect.arrayContaining(['1. 1914', '2. 1915']));
    expect(wordsOf(textOf(site.page('a.html').one('nav', 'site-menu')))).toContain('2. 1915');
  });

  it('has a front page with title and contents, and a page for each chapter, in reading order', async () => {
    const { site, messages, artifacts } = await build({
      'book.yaml': 'title: Bread\nauthor: The Mill\ndescription: Of flour.\nrights: Ours.\n',
      '01-flour.md': '# Flour\n\nSee [water](02-water.md#warm).\n\n## Sieves\n\nFine ones.\n',
      '02-water.md': '# Water\n\n## Warm {#warm}\n\nAs a hand.\n',
    });
    expect(messages).toEqual([]);
    expect(site.order).toEqual([
      'index.html',
      'flour.html',
      'water.html',
      'colophon.html',
      'copyright-page.html',
    ]);
    expect(site.broken).toEqual([]);
    const front = site.page('index.html');
    expect(wordsOf(front.text)).toBe('Bread The Mill Contents Flour Water Next Flour');
    expect(front.all('meta').map(({ properties: { name, content } }) => [name, content])).toContainEqual([
      'description',
      'Of flour.',
    ]);
    const flour = site.page('flour.html');
    expect(textOf(flour.one('title'))).toBe('Flour · Bread');
    const links = flour.all('a').map(({ properties: { href } }) => href);
    expect(links).toContain('water.html#warm');
    const [open] = flour.all('a').filter(({ properties: { ariaCurrent } }) => ariaCurrent === 'page');
    expect(open && textOf(open)).toBe('Flour');
    // The sections of the chapter that is open, and of no other.
    expect(wordsOf(textOf(flour.one('nav', 'site-menu')))).toBe('FlourSieves Water');
    expect(new Set(artifacts.map(({ edition }) => edition))).toEqual(new Set(['web']));
  });

  it('says what is shown of it where its address is sent to somebody', async () => {
    const { site } = await build({
      'book.yaml': 'title: Bread\nauthor: The Mill\ndescription: Of flour.\n',
      'a.md': '# Flour\n\nText.\n',
    });
    const facts = (name: string) =>
      Object.fromEntries(
        site
          .page(name)
          .all('meta')
          .flatMap(({ properties: { property, content } }) => (property ? [[property, content]] : [])),
      );
    const book = { 'og:description': 'Of flour.', 'og:image': 'images/cover.jpg' };
    expect(facts('index.html')).toEqual({ 'og:title': 'Bread', 'og:type': 'book', ...book });
    expect(facts('a.html')).toEqual({
      'og:title': 'Flour',
      'og:type': 'article',
      'og:site_name': 'Bread',
      ...book,
    });
  });

  it('keeps the ways to other pages apart where it has no stylesheet', async () => {
    const { site } = await build({
      'a.md': '# A\n\nText.\n',
      'b.md': '# B\n\nText.\n',
      'c.md': '# C\n\nText.\n',
    });
    const page = site.page('b.html');
    expect(textOf(page.one('nav', 'site-turn'))).toBe('Previous A Next C');
    expect(textOf(page.one('header', 'masthead'))).toMatch(/\S Contents$/);
  });

  it('shows its cover once: drawn or painted, as the picture beside the title', async () => {
    const painted = await picture().png().toBuffer();
    for (const [book, images] of [
      ['', ['cover.jpg']],
      ['cover: {src: front.png, alt: A loaf}\n', ['cover.jpg']],
    ] as const) {
      const { site, delivered } = await build({
        'book.yaml': `title: Bread\nauthor: The Mill\n${book}`,
        'front.png': painted,
        'a.md': '# A\n\nText.\n',
      });
      const front = site.page('index.html');
      expect(front.all('img').map(({ properties: { src } }) => src)).toEqual(['images/cover.jpg']);
      expect(front.all('svg')).toEqual([]);
      expect(textOf(front.one('section', 'titlepage'))).toContain('Bread');
      const names = [...delivered.keys()].filter((path) => path.includes('/images/'));
      expect(names.map((path) => path.replace(/.*\//, ''))).toEqual(images);
    }
  });

  it('keeps notes with back-links on their page, and puts alignment where HTML has it', async () => {
    const { site } = await build({
      'a.md': '# A\n\nOne.[^1]\n\n| a |\n| -: |\n| b |\n\n[^1]: A note.\n',
      'b.md': '# B\n\nTwo.[^1]\n\n[^1]: Another.\n',
    });
    expect(site.broken).toEqual([]);
    const a = site.page('a.html');
    expect(a.text).toContain('A note.');
    expect(site.page('b.html').text).toContain('Another.');
    const [cell] = a.all('td');
    expect(cell?.properties.align).toBeUndefined();
    expect(cell?.properties.style).toBe('text-align: right');
    expect(a.one('div', 'site-wide').children).toHaveLength(1);
  });

  it('calls a way back by what is seen of it, each of one note by its own, and says what notes are', async () => {
    const { site } = await build({ 'a.md': '# A\n\nOne.[^1] Two.[^1]\n\n[^1]: A note.\n' });
    const page = site.page('a.html');
    const links = page.all('a').filter(({ properties: { role } }) => role === 'doc-backlink');
    expect(links.map(({ properties: { ariaLabel } }) => ariaLabel)).toEqual([
      '↩ Back to the text',
      '↩2 Back to the text',
    ]);
    expect(page.all('a').filter(({ properties: { role } }) => role === 'doc-noteref')).toHaveLength(2);
    expect(page.all('section').map(({ properties: { role } }) => role)).toContain('doc-endnotes');
  });

  it('has a title of the first level on every page, whether it is seen or not', async () => {
    const { site } = await build({
      'dedication.md': '---\nrole: dedication\n---\nFor Ada.\n',
      'a.md': '# Water\n\nText.\n',
    });
    const titles = site.order.map((name) => site.page(name).all('h1').map(textOf));
    expect(titles).toEqual([['Water', 'Contents'], ['Dedication'], ['Water'], ['Colophon'], ['Copyright']]);
    const [hidden] = site.page('dedication.html').all('h1');
    expect(hidden?.properties.className).toEqual(['site-unseen']);
  });

  it('leads nowhere that it has not, runs nothing and loads nothing from elsewhere', async () => {
    const { site, delivered } = await build({
      'a.md': '# A\n\n[away](https://example.org/a) [mail](mailto:a@example.org)\n',
    });
    expect(site.broken).toEqual([]);
    for (const [path, bytes] of delivered) {
      const text = new TextDecoder().decode(bytes);
      if (!/\.(?:html|css)$/.test(path)) continue;
      expect(text, path).not.toMatch(/<script|onclick|javascript:|@import|url\("?(?:https?:)?\/\//);
    }
  });

  it('speaks the language of its book, in its direction', async () => {
    const { site } = await build({
      'book.yaml': 'title: Brot\nlang: de\n',
      'a.md': '# Mehl\n\nGut.\n',
      'b.md': '---\nlang: he\n---\n\n# מים\n\nטוב.\n',
    });
    const [html] = site.page('a.html').all('html');
    expect(html?.properties).toMatchObject({ lang: 'de', dir: 'ltr' });
    const other = site.order[2] ?? '';
    expect(site.page(other).one('main').properties.lang).toBe('he');
    expect(textOf(site.page('a.html').one('a', 'site-skip'))).toBe('Zum Text springen');
  });

  it('gives the word for a page that is called like its front page another name', async () => {
    const { site } = await build({ 'index.md': '# Index\n\nOf all.\n', 'b.md': '# B\n\nTwo.\n' });
    expect(site.broken).toEqual([]);
    expect(site.order).toContain('index-2.html');
  });

  it('has addresses in the letters of its book, which stay when chapters change places', async () => {
    const { site, delivered } = await build({
      'book.yaml': 'lang: ru\nauthor: A\n',
      '01-начало.md': '# Начало\n\nСм. [конец](02-конец.md#море).\n',
      '02-конец.md': '# Конец\n\n## Море\n\nТекст.\n',
      '03-été.md': '# Лето\n\nТекст.\n',
      '04-日本語.md': '# Япония\n\nТекст.\n',
    });
    expect(site.broken).toEqual([]);
    expect(site.order.slice(1, 5)).toEqual(['начало.html', 'конец.html', 'ete.html', '日本語.html']);
    expect(
      site
        .page('начало.html')
        .all('a')
        .map(({ properties: { href } }) => href),
    ).toContain('конец.html#море');
    const screen = await openScreen(delivered);
    const page = await screen.open('out/web/начало.html', { width: 800 });
    await Promise.all([page.waitForNavigation(), page.click('main p a')]);
    expect(await page.evaluate(() => document.querySelector(':target')?.textContent)).toBe('Море');
    await screen.close();
  });

  it('keeps its own ids apart from those of the book', async () => {
    const { site } = await build({
      'a.md': '---\nid: text\n---\n\n# Menu {#menu}\n\n## Text {#text-2}\n\nSee [it](#menu).\n',
      'b.md': '# B\n\n## Text\n\n## Menu\n\nTwo.\n',
    });
    expect(site.broken).toEqual([]);
    for (const name of site.order) {
      const { ids } = site.page(name);
      expect(ids.length, name).toBe(new Set(ids).size);
    }
    expect(site.page('b.html').ids).toEqual(expect.arrayContaining(['text', 'menu']));
  });

  it('does not list a thousand chapters a thousand times', async () => {
    const chapters = Object.fromEntries(
      Array.from({ length: 400 }, (_, i) => [`c${1000 + i}.md`, `# Chapter the ${i}th\n\nText.\n`]),
    );
    const { site, delivered } = await build(chapters);
    expect(site.order).toHaveLength(403);
    const page = site.page(site.order[200] ?? '');
    expect(page.one('nav', 'site-menu').children).toHaveLength(1);
    expect(page.all('a').length).toBeLessThan(100);
    const bytes = [...delivered].reduce(
      (sum, [path, { length }]) => sum + (/html$/.test(path) ? length : 0),
      0,
    );
    expect(bytes).toBeLessThan(403 * 15_000);
  });

  it('takes the title of the book from its first heading, without attributes', async () => {
    const { site } = await build({ 'a.md': '# Of *bread* {#top .wide}\n\nText.\n' });
    expect(textOf(site.page('index.html').one('title'))).toBe('Of bread');
  });

  it('is of the same bytes again', async () => {
    const files = { 'a.md': '# A\n\n==Marked== `code` $x^2$.\n' };
    const [one, two] = [await build(files), await build(files)];
    expect([...two.delivered]).toEqual([...one.delivered]);
  });

  it('brings along only typefaces that its text needs', async () => {
    const fonts = async (text: string) => {
      const { delivered } = await build({ 'a.md': `# A\n\n${text}\n` });
      return [...delivered.keys()].filter((path) => path.startsWith('out/web/fonts/')).join(' ');
    };
    const latin = await fonts('Bread.');
    expect(latin).toContain('eb-garamond-latin-400-normal');
    expect(latin).not.toMatch(/cyrillic|stix/);
    expect(await fonts('Хлеб.')).toContain('eb-garamond-cyrillic-400-normal');
    expect(await fonts('Of $n$ loaves.')).toContain('stix-two-math');
  });
});

describe('the web pages of the book that uses everything', () => {
  let folder: string;
  let site: Site;
  let browser: Browser;

  beforeAll(async () => {
    folder = await desk();
    const run = await octavoJson(ROOT, [
      'build',
      'tests/books/torture/manuscript',
      '--edition',
      'web',
      '--output',
      folder,
    ]);
    expect(run.code).toBe(0);
    site = openSite(await filesIn(folder));
    const root = process.getuid?.() === 0;
    browser = await puppeteer.launch({
      executablePath: await browserPath(thisMachine()),
      args: root ? ['--no-sandbox'] : [],
    });
  });
  afterAll(() => browser?.close());

  it('are whole: every address leads somewhere, every file is led to, every id stands once', () => {
    expect(site.broken).toEqual([]);
    expect(site.idle).toEqual([]);
    expect(site.order.length).toBeGreaterThan(20);
    for (const name of site.order) {
      const { ids, faults } = site.page(name);
      expect(faults, name).toEqual([]);
      expect(ids.length, name).toBe(new Set(ids).size);
    }
  });

  it('show what was written', () => {
    const all = wordsOf(site.order.map((name) => site.page(name).text).join(' '));
    const missing = ['prose', 'boxes', 'numbers'].flatMap((name) =>
      readFileSync(join(ROOT, `tests/books/torture/manuscript/${name}.md`), 'utf8')
        .split('\n')
        .filter((line) => /^[A-Z][\w ,;’]{20,}\.$/.test(line) && !all.includes(line)),
    );
    expect(missing).toEqual([]);
  });

  it.each([320, 1400])(
    'fit a window of %i pixels, by day and by night, with nothing from elsewhere',
    async (width) => {
      const page = await browser.newPage();
      const asked: string[] = [];
      page.on('request', (request) => void asked.push(request.url()));
      const failed: string[] = [];
      page.on('requestfailed', (request) => void failed.push(request.url()));
      await page.setViewport({ width, height: 800 });
      const home = pathToFileURL(join(folder, 'web')).href;
      for (const scheme of ['light', 'dark']) {
        await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
        for (const name of site.order) {
          await page.goto(`${home}/${name}`, { waitUntil: 'load' });
          const seen = await page.evaluate(() => {
            const { color, backgroundColor } = getComputedStyle(document.body);
            const light = (value: string) =>
              (value.match(/\d+/g) ?? []).slice(0, 3).reduce((sum, one) => sum + Number(one), 0);
            const headings = [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map((heading) =>
              Math.abs(light(getComputedStyle(heading).color) - light(backgroundColor)),
            );
            return {
              headings: Math.min(...headings, 765),
              // The window takes the colour of the page, also below its end.
              canvas: getComputedStyle(document.documentElement).backgroundColor,
              over: document.documentElement.scrollWidth - innerWidth,
              contrast: Math.abs(light(color) - light(backgroundColor)),
              isDark: light(backgroundColor) < 200,
            };
          });
          expect(seen.over, name).toBeLessThanOrEqual(0);
          expect(seen.contrast, name).toBeGreaterThan(450);
          expect(seen.headings, name).toBeGreaterThan(400);
          expect(seen.canvas, name).toBe('rgba(0, 0, 0, 0)');
          expect(seen.isDark, name).toBe(scheme === 'dark');
        }
      }
      expect(failed).toEqual([]);
      expect(asked.filter((url) => !url.startsWith(home) && !url.startsWith('data:'))).toEqual([]);
      await page.close();
    },
  );

  it('have the files of a handout together, beside its title or below it', async () => {
    const page = await browser.newPage();
    for (const width of [390, 1400]) {
      await page.setViewport({ width, height: 800 });
      await page.goto(pathToFileURL(join(folder, 'web/handout.html')).href, { waitUntil: 'load' });
      const lines = await page.evaluate(() =>
        [...document.querySelectorAll('.handout-list > li')].map((line) =>
          [...line.querySelectorAll('.handout-file')].map((file) =>
            Math.round(file.getBoundingClientRect().top),
          ),
        ),
      );
      expect(lines.length).toBeGreaterThan(0);
      for (const tops of lines) {
        expect(tops).toHaveLength(2);
        expect(new Set(tops), `${width}`).toHaveLength(1);
      }
    }
    await page.close();
  });

  it('are told as one thing, which is opened at its front page', async () => {
    const output = join(await desk(), 'out');
    const run = await octavo(ROOT, [
      'build',
      'tests/books/bare-german/manuscript',
      '-e',
      'web',
      '-o',
      output,
    ]);
    expect(run.out).toMatch(/web\/index\.html {2} +\d+ KB {2}\d+ files\n$/);
    expect(run.out.trim().split('\n')).toHaveLength(1);
    // And it goes as one, with its folders.
    await octavo(ROOT, ['clean', '-o', output]);
    expect(await readdir(output).catch(() => [])).toEqual([]);
  });
});
