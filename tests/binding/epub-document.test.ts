import { h, s } from 'hastscript';
import { expect, test } from 'vitest';
import { bindEpub } from '../../src/binding/epub.js';
import type { Section } from '../../src/model/rendition.js';
import { openEpub } from '../support/epub.js';
import { rendition, section, tools } from '../support/renditions.js';
import type { XmlElement } from '../support/xml.js';

type Content = Parameters<typeof section>[2];

async function bind(sections: readonly Section[], more: Parameters<typeof rendition>[1] = {}) {
  const [artifact] = await bindEpub(rendition(sections, more), tools());
  return openEpub(artifact?.file.value as Uint8Array);
}

async function document(children: Content, more: Partial<Section> = {}): Promise<XmlElement> {
  const epub = await bind([section('one', 'chapter', children, more)]);
  const tree = epub.documents.get('one.xhtml');
  if (!tree) throw new Error('one.xhtml was not written');
  return tree;
}

test('a section is called by its title where its heading calls a note, and not by the number of that', async () => {
  const call = h('sup', h('a', { href: '#fn-a', id: 'fnref-a', dataFootnoteRef: '' }, '1'));
  const notes = h('section', { dataFootnotes: '' }, [h('ol', [h('li#fn-a', h('p', 'A note.'))])]);
  const html = await document([h('h1#start', ['One', call]), h('p', 'Text.'), notes], { title: 'One' });
  const [{ attributes } = { attributes: {} }] = html.one('body').elements;
  expect(attributes).toMatchObject({ 'aria-label': 'One' });
  expect(attributes).not.toHaveProperty('aria-labelledby');
});

test('a document has title, language, stylesheet and one section with type and role', async () => {
  const html = await document([h('h1#start', 'Über uns')], { title: 'A < B & "C" 📕', lang: 'de' });
  expect(html.attributes).toMatchObject({
    xmlns: 'http://www.w3.org/1999/xhtml',
    'xmlns:epub': 'http://www.idpf.org/2007/ops',
    lang: 'de',
    'xml:lang': 'de',
  });
  expect(html.one('title').text).toBe('A < B & "C" 📕');
  expect(html.all('link').map(({ attributes }) => attributes)).toEqual(
    ['plain.css', 'style.css'].map((href) => ({ rel: 'stylesheet', type: 'text/css', href })),
  );
  const [wrapper, ...others] = html.one('body').elements;
  expect(others).toEqual([]);
  expect(wrapper?.attributes).toMatchObject({
    id: 'one',
    'epub:type': 'chapter',
    role: 'doc-chapter',
    'aria-labelledby': 'start',
  });
  expect(html.one('body').attributes['epub:type']).toBe('bodymatter');
});

test('a section without a heading is named by its title, and a heading without an id gets one', async () => {
  const bare = await document([h('p', 'For you.')], {
    role: 'dedication',
    matter: 'front',
    title: 'Dedication',
  });
  expect(bare.one('section').attributes).toMatchObject({
    'aria-label': 'Dedication',
    role: 'doc-dedication',
  });
  const headed = await document([h('h1', 'First'), h('h1', 'Second')]);
  expect(headed.all('h1').map(({ attributes }) => attributes.id)).toEqual(['one-title', undefined]);
  expect(headed.one('section').attributes['aria-labelledby']).toBe('one-title');
});

test('a document says from which side it is read, in a book that is read from the right', async () => {
  const one = (dir: 'ltr' | undefined) => section('one', 'chapter', [h('h1', 'T')], { lang: 'en', dir });
  const readFrom = async (metadata: { dir: 'ltr' | 'rtl' }, dir: 'ltr' | undefined) => {
    const epub = await bind([one(dir)], { metadata: { ...rendition([]).metadata, ...metadata } });
    return epub.documents.get('one.xhtml')?.attributes.dir;
  };
  expect(await readFrom({ dir: 'rtl' }, 'ltr')).toBe('ltr');
  expect(await readFrom({ dir: 'rtl' }, undefined)).toBe('rtl');
  expect(await readFrom({ dir: 'ltr' }, undefined)).toBe(undefined);
});

test('attributes and text arrive as they were', async () => {
  const html = await document([
    h('h1', 'T'),
    h('table', [
      h('caption', 'C'),
      h(
        'thead',
        h('tr', [h('th', { scope: 'col', id: 'a' }, 'A'), h('th', { scope: 'col', colSpan: 2 }, 'B')]),
      ),
      h('tbody', h('tr', [h('td', { headers: ['a'] }, '1'), h('td', { rowSpan: 1 }, '2'), h('td', '3')])),
    ]),
    h('ol', { start: 3, reversed: true }, [h('li', { value: 7 }, 'seven')]),
    h('p', [
      h('span', { lang: 'ar', dir: 'rtl' }, 'سلام'),
      h('ruby', ['漢', h('rp', '('), h('rt', 'kan'), h('rp', ')')]),
    ]),
    h('details', { open: true }, [h('summary', 'More'), h('p', 'a < b && c > d “quoted” \u00A0 😀')]),
    h('p', { style: 'color: red', dataKind: 'tip', title: 'say "hi" & <go>' }, [
      h('time', { dateTime: '2024' }, 'then'),
      h('br'),
      'x',
    ]),
    h('pre', h('code', { className: ['language-js'] }, 'if (a < b) {\n  c();\n}\n')),
  ]);
  expect(html.all('th').map(({ attributes }) => attributes)).toEqual([
    { scope: 'col', id: 'a' },
    { scope: 'col', colspan: '2' },
  ]);
  expect(html.all('td').map(({ attributes }) => attributes)).toEqual([
    { headers: 'a' },
    { rowspan: '1' },
    {},
  ]);
  expect(html.one('ol').attributes).toEqual({ start: '3', reversed: '' });
  expect(html.one('li').attributes).toEqual({ value: '7' });
  expect(html.one('span').attributes).toEqual({ lang: 'ar', 'xml:lang': 'ar', dir: 'rtl' });
  expect(html.one('ruby').text).toBe('漢(kan)');
  expect(html.one('details').attributes).toEqual({ open: '' });
  expect(html.one('details').one('p').text).toBe('a < b && c > d “quoted” \u00A0 😀');
  expect(html.all('p').at(-1)?.attributes).toEqual({
    style: 'color: red',
    'data-kind': 'tip',
    title: 'say "hi" & <go>',
  });
  expect(html.one('time').attributes).toEqual({ datetime: '2024' });
  expect(html.one('pre').text).toBe('if (a < b) {\n  c();\n}\n');
});

test('SVG and MathML keep every attribute and are in their namespaces', async () => {
  const epub = await bind([
    section('one', 'chapter', [
      h('h1', 'T'),
      s(
        'svg',
        { viewBox: '0 0 10 10', role: 'img', ariaLabel: 'A square', preserveAspectRatio: 'xMidYMid' },
        [
          s('defs', s('linearGradient#g', { gradientUnits: 'userSpaceOnUse' })),
          s('rect', { width: 10, height: 10, fill: 'url(#g)', strokeWidth: 2 }),
          s('use', { xLinkHref: '#g' }),
          s('foreignObject', { width: 5, height: 5 }, [h('p', 'inside')]),
        ],
      ),
    ]),
    section('two', 'chapter', [
      h('h1', 'T'),
      h(
        'p',
        h('math', { display: 'block', alttext: 'x equals 1' }, [
          h('mi', { mathvariant: 'bold' }, 'x'),
          h('mo', '='),
          h('mn', '1'),
        ]),
      ),
    ]),
  ]);
  const svg = epub.documents.get('one.xhtml')?.one('svg');
  expect(svg?.uri).toBe('http://www.w3.org/2000/svg');
  expect(svg?.attributes).toMatchObject({
    viewBox: '0 0 10 10',
    preserveAspectRatio: 'xMidYMid',
    'aria-label': 'A square',
  });
  expect(svg?.one('linearGradient').attributes.gradientUnits).toBe('userSpaceOnUse');
  expect(svg?.one('rect').attributes).toMatchObject({ fill: 'url(#g)', 'stroke-width': '2' });
  expect(svg?.one('use').attributes['xlink:href']).toBe('#g');
  expect(svg?.one('p').uri).toBe('http://www.w3.org/1999/xhtml');
  const math = epub.documents.get('two.xhtml')?.one('math');
  expect(math?.uri).toBe('http://www.w3.org/1998/Math/MathML');
  expect(math?.one('mn').uri).toBe('http://www.w3.org/1998/Math/MathML');
  expect(math?.attributes).toMatchObject({ display: 'block', alttext: 'x equals 1' });
  expect(math?.one('mi').attributes.mathvariant).toBe('bold');
  const properties = (href: string) => epub.opf.manifest.find((item) => item.href === href)?.properties;
  expect(properties('one.xhtml')).toBe('svg');
  expect(properties('two.xhtml')).toBe('mathml');
  expect(epub.opf.manifest.some((item) => item.properties?.includes('scripted'))).toBe(false);
});

test('what XML or e-readers refuse is gone: comments, soft hyphens, source positions, capitals, foreign prefixes, controls', async () => {
  const html = await document([
    h('h1', 'Hy\u00ADphen'),
    { type: 'comment', value: ' a -- b ' },
    {
      type: 'element',
      tagName: 'p',
      properties: { 'data-Some-Thing': 'x', dataSource: 'ch.md:3:1', 'v-on:click': 'y', onClick: 'z' },
      children: [{ type: 'text', value: 'a\u0000b\uFFFEc\uD800d' }],
    },
    h('table', h('tbody', h('tr', h('td', { align: 'right' }, '1')))),
  ]);
  expect(html.one('h1').text).toBe('Hyphen');
  expect(html.all('p').map(({ attributes, text }) => [attributes, text])).toEqual([
    [{ 'data-some-thing': 'x' }, 'abcd'],
  ]);
  expect(html.one('td').attributes).toEqual({ style: 'text-align: right' });
});

test('what XML refuses is in no title and no attribute either', async () => {
  const bad = 'T\u0000\uFFFE\uFFFF\uD800 t';
  const [artifact] = await bindEpub(
    rendition([section('one', 'chapter', [h('p', { title: bad }, bad)], { title: bad })]),
    tools(),
  );
  const { bytes } = await openEpub(artifact?.file.value as Uint8Array);
  for (const name of ['one.xhtml', 'nav.xhtml', 'toc.ncx', 'content.opf']) {
    const text = new TextDecoder().decode(bytes.get(`OEBPS/${name}`));
    expect(text).not.toMatch(/[\0\uFFFD-\uFFFF]/);
    if (name !== 'content.opf') expect(text).toContain('T t');
  }
});

test('only elements that are empty in HTML close themselves', async () => {
  const [artifact] = await bindEpub(
    rendition([section('one', 'chapter', [h('h1', 'T'), h('div'), h('br'), h('hr'), h('span#x')])]),
    tools(),
  );
  const source = new TextDecoder().decode(
    (await openEpub(artifact?.file.value as Uint8Array)).bytes.get('OEBPS/one.xhtml'),
  );
  expect(source).toMatch(/^<\?xml version="1.0" encoding="utf-8"\?>\n<!DOCTYPE html>\n<html /);
  expect(source).toContain('<div></div><br/><hr/><span id="x"></span>');
});

test('links across sections, inside one, and out of the book', async () => {
  const link = (href: string) => h('a', { href }, href);
  const epub = await bind([
    section('contents', 'toc', [h('h1', 'Contents')], { title: 'Contents' }),
    section('one', 'chapter', [
      h('h1#one-h', 'One'),
      h('p#here', [
        link('#here'),
        link('#there'),
        link('#two'),
        link('#contents'),
        link('#gr%C3%B6%C3%9Fe'),
        link('#nowhere'),
        link('other.md'),
        link('javascript:alert(1)'),
        link('https://example.org'),
        link('https://example.org/a b|c?d=[1]'),
        link('mailto:a@example.org'),
      ]),
    ]),
    section('two', 'chapter', [h('h1#two-h', 'Two'), h('p#there', [link('#here')]), h('p#größe', 'x')]),
    section('nav', 'chapter', [h('h1', 'Named like the navigation'), h('p', [link('#nav')])]),
  ]);
  const hrefs = epub.documents
    .get('one.xhtml')
    ?.all('a')
    .map(({ attributes }) => attributes.href);
  expect(hrefs).toEqual([
    '#here',
    'two.xhtml#there',
    'two.xhtml',
    'nav.xhtml',
    'two.xhtml#größe',
    undefined,
    undefined,
    undefined,
    'https://example.org',
    'https://example.org/a%20b%7Cc?d=%5B1%5D',
    'mailto:a@example.org',
  ]);
  expect(epub.documents.get('nav-2.xhtml')?.one('a').attributes.href).toBe('#nav');
  expect(epub.brokenLinks()).toEqual([]);
});

test('HTML that was never parsed and images from outside the book are bugs upstream', async () => {
  const raw = section('one', 'chapter', [{ type: 'raw', value: '<b>x' } as never]);
  await expect(bind([raw])).rejects.toThrow('not been parsed');
  const remote = section('one', 'chapter', [h('img', { src: 'https://example.org/a.png', alt: '' })]);
  await expect(bind([remote])).rejects.toThrow('https://example.org/a.png');
  await expect(
    bind([section('one', 'chapter', [h('h1', 'T')])], {
      styles: [{ path: 'a.css', css: 'a{background:url(x.png)}' }],
    }),
  ).rejects.toThrow('x.png');
});

test('two hundred quotations inside each other arrive', async () => {
  let inner = h('p', 'at last');
  for (let depth = 0; depth < 200; depth++) inner = h('blockquote', [inner]);
  const html = await document([h('h1', 'T'), inner]);
  expect(html.all('blockquote')).toHaveLength(200);
  expect(html.one('p').text).toBe('at last');
});
