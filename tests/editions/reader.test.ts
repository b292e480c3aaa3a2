import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build } from '../../src/build.js';
import { thisWorld } from '../../src/world.js';
import { bytesOf, desk } from '../support/desk.js';
import { type Epub, openEpub } from '../support/epub.js';
import { openReader, type Reader } from '../support/reader.js';

/*
 * The book in a real reading engine: what a reader taps is what he gets.
 */
const squeezed = (text: string): string => text.replace(/\s+/g, '');

let reader: Reader;
let epub: Epub;
beforeAll(async () => {
  const output = await desk();
  const { messages } = await build({ editions: ['print', 'epub'], output }, thisWorld());
  expect(messages.map(String)).toEqual([]);
  const bytes = await bytesOf(output, 'room-to-come-back.epub');
  epub = await openEpub(bytes);
  reader = await openReader(bytes);
}, 120_000);
afterAll(() => reader.close());

describe('a reading engine', () => {
  it('opens the book and knows its title, its contents, its places and its pages', async () => {
    const about = await reader.about();
    expect(about.title).toContain('Room to Come Back');
    expect(about.sections).toHaveLength(epub.opf.spine.length);
    expect(about.contents.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['Before you begin', 'Either way', 'Safety first']),
    );
    expect(about.landmarks).toEqual(expect.arrayContaining(['cover', 'toc', 'bodymatter']));
    expect(about.pages.map(({ label }) => label)).toEqual(epub.nav.pages.map(({ label }) => label));
    expect(about.pages.length).toBeGreaterThan(80);
  });

  it('goes where each line of the contents says', async () => {
    const { contents } = await reader.about();
    for (const { label, href } of contents.filter((_, i) => i % 6 === 0)) {
      const place = await reader.goTo(href);
      expect(squeezed(place.text)).toContain(squeezed(label));
    }
  });

  it('goes to the pages of the printed book, and shows their first words first', async () => {
    const { pages } = await reader.about();
    for (const { label, href } of pages.filter((_, i) => i % 9 === 4)) {
      const place = await reader.goTo(href);
      const words = squeezed(epub.textBehind(href.replace(/^OEBPS\//, ''))).slice(0, 12);
      expect(squeezed(place.text), label).toContain(words);
    }
  });

  it('turns every page of a chapter to its end, and goes on in the next', async () => {
    const from = await reader.goTo('OEBPS/what-has-happened.xhtml');
    let place = from;
    let all = '';
    for (let turned = 0; place.file === from.file && turned < 60; turned++) {
      all += place.text;
      place = (await reader.next()) ?? place;
    }
    expect(place.file).toBe('the-first-72-hours.xhtml');
    const whole = squeezed(epub.textOf(from.file));
    expect(squeezed(all)).toContain(whole.slice(0, 200));
    expect(squeezed(all).length).toBeGreaterThan(whole.length * 0.9);
    expect(reader.faults).toEqual([]);
  });

  it('opens a note where it is called', async () => {
    const [file = ''] =
      [...epub.documents].find(
        ([, tree]) =>
          tree.all('aside').length > 0 &&
          /doc-noteref/.test(
            tree
              .all('a')
              .map((a) => a.attributes.role)
              .join(),
          ),
      ) ?? [];
    await reader.goTo(`OEBPS/${file}`);
    const opened = await reader.page.evaluate(
      () =>
        new Promise<{ type: string; text: string }>((resolve, reject) => {
          // biome-ignore lint/suspicious/noExplicitAny: the engine has no types
          const { view, notes } = window as any;
          notes.addEventListener('render', ({ detail }: { detail: { type: string; view: HTMLElement } }) => {
            // biome-ignore lint/suspicious/noExplicitAny: the engine has no types
            const [shown] = (detail.view as any).renderer.getContents();
            resolve({ type: detail.type, text: shown.doc.body.textContent });
          });
          const [{ doc }] = view.renderer.getContents();
          doc.querySelector('a[role="doc-noteref"]').click();
          setTimeout(() => reject(new Error('no note was opened')), 5_000);
        }),
    );
    expect(opened.type).toBe('footnote');
    expect(opened.text.trim()).toMatch(/^1\.\s/);
  });

  it('is readable by night and in very large type: nothing keeps a colour of its own, or runs off the page', async () => {
    await reader.page.evaluate(() => {
      // biome-ignore lint/suspicious/noExplicitAny: the engine has no types
      (window as any).view.renderer.setStyles(
        'html { font-size: 220%; color: rgb(255, 255, 255) !important; background: rgb(0, 0, 0) !important; }',
      );
    });
    let drawings = 0;
    for (const file of [
      'what-to-say-when-he-asks.xhtml',
      'the-first-72-hours.xhtml',
      'when-fear-comes.xhtml',
    ]) {
      await reader.goTo(`OEBPS/${file}`);
      const found = await reader.page.evaluate(() => {
        // biome-ignore lint/suspicious/noExplicitAny: the engine has no types
        const [{ doc }] = (window as any).view.renderer.getContents();
        const all = [
          ...doc.querySelectorAll('p,h1,h2,li,td,th,aside,a,figcaption,.callout-title'),
        ] as HTMLElement[];
        const style = (one: Element): CSSStyleDeclaration => doc.defaultView.getComputedStyle(one);
        const room = Number.parseFloat(style(doc.body).width);
        return {
          count: all.length,
          papers: [...doc.querySelectorAll('img.drawing')].map((one) => style(one).backgroundColor),
          dark: all
            .filter((one) => style(one).color !== 'rgb(255, 255, 255)')
            .map((one) => one.outerHTML.slice(0, 80)),
          lit: all
            .filter((one) => !/^(?:rgba\(0, 0, 0, 0\)|transparent)$/.test(style(one).backgroundColor))
            .map((one) => one.outerHTML.slice(0, 80)),
          wide: all
            .filter(
              (one) => one.tagName !== 'A' && [...one.getClientRects()].some(({ width }) => width > room + 1),
            )
            .map((one) => one.outerHTML.slice(0, 80)),
        };
      });
      expect(found.count).toBeGreaterThan(20);
      expect(found.papers).toEqual(found.papers.map(() => 'rgb(255, 255, 255)'));
      drawings += found.papers.length;
      expect([...found.dark, ...found.lit, ...found.wide], file).toEqual([]);
    }
    // A drawing keeps its paper.
    expect(drawings).toBeGreaterThan(0);
  });
});
