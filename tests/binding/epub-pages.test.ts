import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { describe, expect, it } from 'vitest';
import { markPages, pageIds } from '../../src/binding/epub/page-breaks.js';
import { bindEpub } from '../../src/binding/epub.js';
import type { PageBreak } from '../../src/model/page-break.js';
import { openEpub } from '../support/epub.js';
import { rendition, section, tools } from '../support/renditions.js';
import { openScreen } from '../support/screen.js';

/** Page breaks as the layout finds them: of the text of a section, where its nth page begins with these words. */
function breaksAt(text: string, ...begins: string[]): PageBreak[] {
  const letters = (words: string): string => words.replace(/\s/g, '');
  return begins.map((words, i) => ({
    label: String(i + 1),
    section: 'one',
    before: letters(text.slice(0, text.indexOf(words))).length,
    letters: letters(text.slice(text.indexOf(words))).slice(0, 60),
    picture: false,
  }));
}

/** The content with `|n|` where page n begins. */
function marked(content: Element[], breaks: readonly PageBreak[]): string {
  const made = markPages(content, breaks, (label) => `page-${label}`);
  return toHtml({ type: 'root', children: made.content }).replace(
    /<span epub:type="pagebreak" role="doc-pagebreak" id="page-(\w+)" aria-label="\1"><\/span>/g,
    '|$1|',
  );
}

describe('pages of the printed book in an EPUB', () => {
  it('begin between the letters that they begin between on paper', () => {
    const text = 'It rained on the harbour, and on the town.';
    const content = [h('p', ['It rained on ', h('em', 'the harbour'), ', and on the town.'])];
    expect(marked(content, breaksAt(text, 'It rained', 'harbour', 'on the town'))).toBe(
      '|1|<p>It rained on <em>the |2|harbour</em>, and |3|on the town.</p>',
    );
  });

  it('stand in their order where two begin with the same letter', () => {
    const text = 'It rained. The lamp was lit.';
    const content = [h('p', 'It rained.'), h('p', [h('b', 'The lamp'), ' was lit.'])];
    expect(marked(content, breaksAt(text, 'The lamp', 'The lamp'))).toBe(
      '<p>It rained.</p><p><b>|1||2|The lamp</b> was lit.</p>',
    );
  });

  it('stand before what they begin with, where their section ends in pages without a letter', () => {
    const end = (label: string, drawn: number): PageBreak => ({
      label,
      section: 'one',
      before: 9,
      letters: '',
      picture: true,
      drawn,
    });
    const text = h('p', 'It rained.');
    const image = (name: string): Element => h('img', { src: name, alt: '' });
    const notes = h('section', { 'epub:type': 'footnotes' }, h('p', ['In May.', image('n.png')]));
    const pictures = [h('figure', image('a.png')), h('p', image('b.png')), h('div', { dataField: 'box' })];
    expect(marked([h('section', [text, ...pictures, notes])], [end('2', 3), end('3', 2), end('4', 1)])).toBe(
      '<section><p>It rained.</p><figure>|2|<img src="a.png" alt=""></figure><p>|3|<img src="b.png" alt=""></p>|4|<div data-field="box"></div>' +
        '<section epub:type="footnotes"><p>In May.<img src="n.png" alt=""></p></section></section>',
    );
    expect(marked([h('p', 'It rained.')], [end('2', 0)])).toBe('<p>It rained.</p>|2|');
  });

  it('are found where the same words stand on every page, by how many letters come before', () => {
    const line = 'Rain fell on the quiet town. ';
    const content = Array.from({ length: 9 }, () => h('p', line));
    const breaks = [3, 6].map((n, i) => ({
      label: String(i + 1),
      section: 'one',
      before: n * line.replace(/\s/g, '').length,
      letters: line.repeat(3).replace(/\s/g, '').slice(0, 60),
      picture: false,
    }));
    const parts = marked(content, breaks).split(/\|\d\|/);
    expect(parts.map((part) => part.split('Rain').length - 1)).toEqual([3, 3, 3]);
  });

  it('are found behind notes and what refers to pages, which are not counted alike', () => {
    const long =
      'The lamp was lit at dusk by a man with a ladder and it burned until the morning came. '.repeat(6);
    const note = h('a', { 'epub:type': 'noteref' }, '12');
    const content = [h('p', ['See Figure 1. ', long, note, ' After that he went home.'])];
    const printed = `See Figure 1, page 7. ${long} After that he went home.`;
    expect(marked(content, breaksAt(printed, 'After that'))).toContain('12</a> |1|After that he');
  });

  it('begin before what cannot be parted, and with the figure that is above their words', () => {
    const ruby = [h('p', ['Before ', h('ruby', ['漢字', h('rt', 'kanji')]), ' after.'])];
    expect(marked(ruby, breaksAt('Before 漢字 after.', '字'))).toContain('Before |1|<ruby>');
    const figure = [h('p', 'Words.'), h('figure', [h('img', { alt: '' }), h('figcaption', 'A lamp.')])];
    const [one] = breaksAt('Words. A lamp.', 'A lamp');
    expect(marked(figure, [{ ...(one as PageBreak), picture: true }])).toContain('<figure>|1|<img');
  });

  it('have no mark where their words are not found, rather than a wrong one', () => {
    const lost: PageBreak = { label: '9', section: 'one', before: 4, letters: 'Zyxwvuts', picture: false };
    const made = markPages([h('p', 'It rained.')], [lost], (label) => label);
    expect(made.pages).toEqual([]);
    expect(toHtml({ type: 'root', children: made.content })).toBe('<p>It rained.</p>');
  });

  it('have ids that nothing else has', () => {
    const idFor = pageIds([{ type: 'root', children: [h('h2#page-7', 'Page 7')] }]);
    expect(['7', 'xii', '7'].map(idFor)).toEqual(['page-7-2', 'page-xii', 'page-7-3']);
  });

  it('are listed, with the book that they are of, and a reader is told', async () => {
    const content: ElementContent[] = [h('h1', 'One'), h('p', 'It rained on the harbour.')];
    const breaks = breaksAt('One It rained on the harbour.', 'One', 'harbour');
    const book = rendition([section('one', 'chapter', content)], {
      metadata: { isbn: { print: '978-0-00-000000-2' } },
    });
    const [artifact] = await bindEpub(book, tools(breaks));
    const epub = await openEpub(artifact?.file.value as Uint8Array);
    expect(epub.nav.pages).toEqual([
      { label: '1', href: 'one.xhtml#page-1' },
      { label: '2', href: 'one.xhtml#page-2' },
    ]);
    expect(epub.textBehind('one.xhtml#page-2')).toMatch(/^harbour\./);
    expect(epub.meta('dc:source')).toEqual(['urn:isbn:9780000000002']);
    expect(epub.refinements('page-source')).toEqual({ 'source-of': 'pagination' });
    expect(epub.meta('pageBreakSource')).toEqual(['urn:isbn:9780000000002']);
    expect(epub.meta('schema:accessibilityFeature')).toEqual(
      expect.arrayContaining(['pageBreakMarkers', 'pageNavigation']),
    );
    expect(epub.brokenLinks()).toEqual([]);
  });

  it('are listed for EPUB 2 readers, in the play order of the contents', async () => {
    const sections = ['one', 'two'].map((id) =>
      section(id, 'chapter', [h('h1', { id }, id), h('p', 'It rained on the harbour.')]),
    );
    const breaks = ['one', 'two'].flatMap((id) =>
      breaksAt(`${id} It rained on the harbour.`, id, 'harbour').map((one) => ({
        ...one,
        section: id,
        label: id === 'one' ? one.label : String(Number(one.label) + 2),
      })),
    );
    const outline = ['one', 'two'].map((id) => ({ id, section: id, title: id, depth: 1, children: [] }));
    const [artifact] = await bindEpub(rendition(sections, { outline }), tools(breaks));
    const { ncx, nav } = await openEpub(artifact?.file.value as Uint8Array);
    expect(ncx.pages.map(({ label, href }) => ({ label, href }))).toEqual(nav.pages);
    // The chapters are played before the pages that begin within them.
    const played = [...ncx.playOrders.map((order, i) => [order, `chapter ${i + 1}`])];
    for (const { label, playOrder } of ncx.pages) played.push([playOrder, `page ${label}`]);
    expect(played.sort(([a], [b]) => Number(a) - Number(b)).map(([, name]) => name)).toEqual([
      'chapter 1',
      'page 1',
      'page 2',
      'chapter 2',
      'page 3',
      'page 4',
    ]);
  });

  it('are named in the index, each once', async () => {
    const locator = (from: string, to?: string): Element =>
      h('span.locator', [
        ', ',
        h('a', { href: `#${from}`, dataFolio: from }, '1'),
        ...(to ? [h('span.locator-end', ['–', h('a', { href: `#${to}`, dataFolio: to }, '1')])] : []),
      ]);
    const entry = (term: string, ...locators: Element[]): Element =>
      h('li', [h('span.index-term', term), h('span.locators', locators)]);
    const index = section('index', 'index', [
      h('ul.index-group', [
        entry('lamp', locator('a'), locator('b'), locator('c')),
        entry('harbour', locator('a', 'b'), locator('b', 'c')),
        entry('rain', locator('a'), locator('elsewhere')),
      ]),
    ]);
    const words = section('one', 'chapter', [
      h(
        'p',
        ['a', 'b', 'c'].map((id) => h('span', { id }, id)),
      ),
    ]);
    const folios = new Map([
      ['a', '4'],
      ['b', '4'],
      ['c', '12'],
    ]);
    const read = async (known: Map<string, string> | undefined): Promise<string> => {
      const [artifact] = await bindEpub(rendition([words, index]), tools(known && [], known));
      const epub = await openEpub(artifact?.file.value as Uint8Array);
      expect(epub.brokenLinks()).toEqual([]);
      return epub
        .textOf('index.xhtml')
        .trim()
        .split(/\s*(?=harbour|rain)/)
        .join('; ');
    };
    expect(await read(folios)).toBe('lamp, 4, 12; harbour, 4, 4–12; rain, 1, 1');
    expect(await read(undefined)).toBe('lamp, 1, 1, 1; harbour, 1, 1; rain, 1, 1');
  });

  it('part no page of an e-reader: a title stays with the picture below it', async () => {
    const tall = h('figure', [h('p', 'Tall')]);
    const content = [h('p', 'Chapter 1'), h('h1', 'One'), tall, h('p', 'It rained.')];
    const breaks = breaksAt('Chapter 1 One Tall It rained.', 'Chapter');
    const [artifact] = await bindEpub(rendition([section('one', 'chapter', content)]), tools(breaks));
    const { bytes } = await openEpub(artifact?.file.value as Uint8Array);
    const screen = await openScreen(bytes);
    const page = await screen.open('OEBPS/one.xhtml', { width: 390 });
    await page.addStyleTag({
      content: `html { columns: 390px; column-fill: auto; column-gap: 0; height: 700px } body { margin: 0 }
        section > p:not(:last-child), h1 { break-after: avoid } figure { margin: 0 }
        figure p { height: 680px; margin: 0; overflow: auto }`,
    });
    const pageOf = (selector: string) =>
      page.$eval(selector, (one) => Math.floor(one.getBoundingClientRect().left / 390));
    expect(await pageOf('[role="doc-pagebreak"]')).toBe(0);
    expect(await pageOf('h1')).toBe(0);
    expect(await pageOf('figure')).toBe(1);
    await screen.close();
  });

  it('are not spoken of where no book is printed', async () => {
    const [artifact] = await bindEpub(rendition([section('one', 'chapter', [h('h1', 'One')])]), tools());
    const epub = await openEpub(artifact?.file.value as Uint8Array);
    expect(epub.nav.pages).toEqual([]);
    expect(epub.meta('pageBreakSource')).toEqual([]);
    expect(epub.meta('schema:accessibilityFeature')).not.toContain('pageNavigation');
  });
});
