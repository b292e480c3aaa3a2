import { h, s } from 'hastscript';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { bindEpub } from '../../src/binding/epub.js';
import type { Metadata } from '../../src/model/metadata.js';
import type { Section } from '../../src/model/rendition.js';
import { openEpub } from '../support/epub.js';
import { epubcheck } from '../support/epubcheck.js';
import { buildInMemory } from '../support/memory.js';
import { heading, METADATA, rendition, section, tools } from '../support/renditions.js';

const plain = section('one', 'chapter', [h('h1', 'One')]);

async function bind(
  metadata: Partial<Metadata>,
  sections: readonly Section[] = [plain],
  more: Parameters<typeof rendition>[1] = {},
) {
  const [artifact] = await bindEpub(rendition(sections, { ...more, metadata }), tools());
  return openEpub(artifact?.file.value as Uint8Array);
}

test('what is known of the book is in the package document', async () => {
  const epub = await bind({
    title: 'Q & A: "<b>" 📕',
    subtitle: 'Sub',
    authors: [
      { name: 'Ann Author', role: 'aut', sort: 'Author, Ann' },
      { name: 'Bob', role: 'aut' },
    ],
    contributors: [{ name: 'Ida Ink', role: 'ill', sort: 'Ink, Ida' }],
    lang: 'en-GB',
    description: 'All < of it.',
    publisher: 'Lab',
    date: '2024-05-01',
    rights: '© 2024 Ann',
    license: 'CC-BY-SA-4.0',
    subjects: ['Fiction', 'Sea'],
    keywords: ['sea', 'Sea'],
    series: { name: 'Tides', position: 2 },
  });
  expect(epub.meta('dc:title')).toEqual(['Q & A: "<b>" 📕', 'Sub']);
  expect(epub.refinements('title')).toEqual({ 'title-type': 'main', 'display-seq': '1' });
  expect(epub.refinements('subtitle')).toEqual({ 'title-type': 'subtitle', 'display-seq': '2' });
  expect(epub.meta('dc:creator')).toEqual(['Ann Author', 'Bob']);
  expect(epub.refinements('creator-1')).toEqual({
    role: 'aut',
    'file-as': 'Author, Ann',
    'display-seq': '1',
  });
  expect(epub.refinements('creator-2')).toEqual({ role: 'aut', 'display-seq': '2' });
  expect(epub.meta('dc:contributor')).toEqual(['Ida Ink']);
  expect(epub.refinements('contributor-1')).toEqual({
    role: 'ill',
    'file-as': 'Ink, Ida',
    'display-seq': '1',
  });
  expect(epub.meta('dc:language')).toEqual(['en-GB']);
  expect(epub.meta('dc:description')).toEqual(['All < of it.']);
  expect(epub.meta('dc:publisher')).toEqual(['Lab']);
  expect(epub.meta('dc:date')).toEqual(['2024-05-01T00:00:00Z']);
  expect(epub.meta('dc:rights')).toEqual([
    '© 2024 Ann',
    'CC BY-SA 4.0 (https://creativecommons.org/licenses/by-sa/4.0/)',
  ]);
  expect(epub.meta('dc:subject')).toEqual(['Fiction', 'Sea', 'sea']);
  expect(epub.meta('dcterms:modified')).toEqual(['2024-05-01T12:00:00Z']);
  expect(epub.meta('belongs-to-collection')).toEqual(['Tides']);
  expect(epub.refinements('series')).toEqual({ 'collection-type': 'series', 'group-position': '2' });
  expect(epub.opf.root.attributes).toMatchObject({
    version: '3.0',
    'xml:lang': 'en-GB',
    'unique-identifier': 'pub-id',
  });
});

test.each(['2026', '2026-03'])('a date without a day, %s, is written as it stands', async (date) => {
  const [artifact] = await bindEpub(rendition([plain], { metadata: { date } }), tools());
  const bytes = artifact?.file.value as Uint8Array;
  expect((await openEpub(bytes)).meta('dc:date')).toEqual([date]);
  const [verdict] = await epubcheck(bytes);
  expect([...(verdict?.errors ?? []), ...(verdict?.warnings ?? [])]).toEqual([]);
});

test('what is not known is not written, and nothing is empty or claimed', async () => {
  const epub = await bind({ description: ' ', keywords: [''] });
  const names = epub.opf.metadata.map(({ name }) => name);
  for (const absent of [
    'dc:description',
    'dc:creator',
    'dc:publisher',
    'dc:date',
    'dc:rights',
    'dc:subject',
    'display-seq',
  ]) {
    expect(names).not.toContain(absent);
  }
  expect(names).not.toContain('dcterms:conformsTo');
  expect(epub.opf.metadata.filter(({ value }) => value.trim() === '')).toEqual([]);
});

test.each([
  [{}, METADATA.identifier],
  [{ default: '978-0-00-000000-2' }, 'urn:isbn:9780000000002'],
  [{ default: '978-0-00-000000-2', epub: '978-1-4028-9462-6' }, 'urn:isbn:9781402894626'],
  [{ print: '978-0-00-000000-2' }, METADATA.identifier],
])('the identifier with ISBNs %j is %s, in the NCX too', async (isbn, identifier) => {
  const epub = await bind({ isbn });
  expect(epub.meta('dc:identifier')).toEqual([identifier]);
  expect(epub.ncx.uid).toBe(identifier);
});

test('a book from right to left turns its pages so, and its documents say it', async () => {
  const epub = await bind({ dir: 'rtl', lang: 'ar' }, [
    section('one', 'chapter', [h('h1', 'واحد')], { lang: 'ar' }),
  ]);
  expect(epub.opf.direction).toBe('rtl');
  expect(epub.documents.get('one.xhtml')?.attributes).toMatchObject({ dir: 'rtl', lang: 'ar' });
});

test('accessibility: a book of text', async () => {
  const epub = await bind({});
  expect(epub.meta('schema:accessMode')).toEqual(['textual']);
  expect(epub.meta('schema:accessModeSufficient')).toEqual(['textual']);
  expect(epub.meta('schema:accessibilityFeature')).toEqual([
    'tableOfContents',
    'readingOrder',
    'displayTransformability',
    'structuralNavigation',
  ]);
  expect(epub.meta('schema:accessibilityHazard')).toEqual(['none']);
  expect(epub.meta('schema:accessibilitySummary')).toEqual([
    'All of the content is text, with a linked table of contents.',
  ]);
});

test('accessibility: formulas are spoken of', async () => {
  const formula = h('math', [h('mi', 'x')]);
  const image = s('svg', { role: 'img' }, [s('title', 'A door')]);
  const summaries = [[formula], [formula, image]].map(async (content) => {
    const epub = await bind({}, [section('one', 'chapter', [h('h1', 'One'), h('p', content)])]);
    return epub.meta('schema:accessibilitySummary')[0];
  });
  expect(await Promise.all(summaries)).toEqual([
    'The content is text and formulas in MathML, with a linked table of contents.',
    'The content is text, formulas in MathML, and images, which all have alternative text, with a linked table of contents.',
  ]);
});

test('accessibility: images count when they say something, and alternative text only when all of them have it', async () => {
  const ornament = s('svg', { ariaHidden: 'true' });
  const labelled = s('svg', { role: 'img' }, [s('title', 'A door')]);
  const mute = s('svg', [s('rect')]);
  const withSvg = (...children: ReturnType<typeof s>[]) =>
    bind({}, [section('one', 'chapter', [h('h1', 'T'), ...children])]);

  const decorated = await withSvg(ornament);
  expect(decorated.meta('schema:accessMode')).toEqual(['textual']);
  const good = await withSvg(labelled, ornament);
  expect(good.meta('schema:accessMode')).toEqual(['textual', 'visual']);
  expect(good.meta('schema:accessModeSufficient')).toEqual(['textual', 'textual,visual']);
  expect(good.meta('schema:accessibilityFeature')).toContain('alternativeText');
  const bad = await withSvg(labelled, mute);
  expect(bad.meta('schema:accessModeSufficient')).toEqual(['textual,visual']);
  expect(bad.meta('schema:accessibilityFeature')).not.toContain('alternativeText');
});

const STANDARD = 'EPUB Accessibility 1.1 - WCAG 2.2 Level AA';
const table = (cell: string) => h('table', h('tbody', h('tr', [h(cell, 'a'), h('td', 'b')])));

test.each([
  ['nothing', [h('p', 'Text.'), table('th'), h('img.decorative', { src: 'c.png', alt: '' })], ''],
  ['an image without alternative text', [h('img', { src: 'c.png' })], 'image has no alternative text'],
  [
    'an image of which nobody says that it decorates',
    [h('img', { src: 'c.png', alt: '' })],
    'no alternative text',
  ],
  ['a table without a head', [table('td')], 'table has no head'],
  ['a heading without words', [h('h2')], 'heading has no words'],
  ['a link without words', [h('a', { href: 'https://example.org/' })], 'link has no words'],
])('the claim to be accessible: %s is against it', async (_, content, reason) => {
  const recorder = tools();
  const bytes = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#fff' } })
    .png()
    .toBuffer();
  const asset = { path: 'c.png', bytes, mediaType: 'image/png', width: 9, height: 9 };
  const book = rendition([section('one', 'chapter', [h('h1', 'One'), ...content])], {
    metadata: { authors: [{ name: 'Ann', role: 'aut' }] },
    assets: [asset],
  });
  const [artifact] = await bindEpub(book, recorder);
  const epub = await openEpub(artifact?.file.value as Uint8Array);
  const told = recorder.said.filter((line) => line.startsWith('epub-conforms'));
  expect(epub.meta('dcterms:conformsTo')).toEqual(reason ? [] : [STANDARD]);
  expect(epub.meta('a11y:certifiedBy')).toEqual(reason ? [] : ['Ann']);
  expect(told).toEqual(reason ? [expect.stringContaining(reason)] : []);
});

test('boxes and asides say what they are, and are no landmarks', async () => {
  const epub = await bind({}, [
    section('one', 'chapter', [
      h('h1', 'One'),
      h('aside.callout.callout-tip', [h('p', 'A tip.')]),
      h('aside.callout.callout-warning', [h('p', 'A warning.')]),
      h('aside', { role: 'doc-pullquote' }, [h('p', 'A quotation.')]),
    ]),
  ]);
  const asides = epub.documents.get('one.xhtml')?.all('aside') ?? [];
  expect(asides.map(({ attributes }) => attributes.role)).toEqual(['doc-tip', 'note', 'doc-pullquote']);
});

test('figures and tables that can be pointed at are listed with their captions', async () => {
  const epub = await bind({}, [
    section('one', 'chapter', [
      h('h1', 'One'),
      h('figure#lamp', [h('p', 'Drawn.'), h('figcaption', ['Figure 1. ', h('em', 'A lamp')])]),
      h('figure', [h('figcaption', 'Of no name')]),
      h('table#hours', [h('caption', 'Table 1. Hours'), h('tbody', h('tr', h('th', 'a')))]),
    ]),
  ]);
  const lists = epub.documents.get('nav.xhtml')?.all('nav') ?? [];
  const of = (type: string) =>
    lists
      .find(({ attributes }) => attributes['epub:type'] === type)
      ?.all('a')
      .map(({ text, attributes }) => [text, attributes.href]);
  expect(of('loi')).toEqual([['Figure 1. A lamp', 'one.xhtml#lamp']]);
  expect(of('lot')).toEqual([['Table 1. Hours', 'one.xhtml#hours']]);
});

test('headings go down step by step to a screen reader, whatever levels they were given', async () => {
  const epub = await bind({}, [
    section('one', 'chapter', [
      h('h1', 'One'),
      h('h2', 'A'),
      h('h4', 'Deep'),
      h('h4', 'As deep'),
      h('h5', 'Deeper'),
      h('h3', 'Not so deep'),
      h('h2', 'B'),
      h('h3', 'Right'),
    ]),
  ]);
  const headings =
    epub.documents
      .get('one.xhtml')
      ?.all('*')
      .filter(({ name }) => /^h\d$/.test(name)) ?? [];
  expect(headings.map(({ name, attributes }) => `${name} ${attributes['aria-level'] ?? ''}`.trim())).toEqual([
    'h1',
    'h2',
    'h4 3',
    'h4 3',
    'h5 4',
    'h3',
    'h2',
    'h3',
  ]);
});

test('an empty corner of a table is no head, and a picture is no emptiness', async () => {
  const row = (...cells: ReturnType<typeof h>[]) => h('tr', cells);
  const door = s('svg', { role: 'img' }, [s('title', 'A door')]);
  const epub = await bind({}, [
    section('one', 'chapter', [
      h('h1', 'One'),
      h('table', [h('thead', row(h('th', { scope: 'col' }), h('th', { scope: 'col' }, door), h('th', 'B')))]),
    ]),
  ]);
  const cells = epub.documents.get('one.xhtml')?.one('tr').elements ?? [];
  expect(cells.map(({ name, attributes }) => [name, attributes.scope])).toEqual([
    ['td', undefined],
    ['th', 'col'],
    ['th', undefined],
  ]);
});

test('languages of whole sections are named beside that of the book', async () => {
  const epub = await bind({ lang: 'en-GB' }, [
    plain,
    section('two', 'chapter', [h('h1', 'Zwei')], { lang: 'de' }),
  ]);
  expect(epub.meta('dc:language')).toEqual(['en-GB', 'de']);
});

const parts: readonly Section[] = [
  section('title', 'titlepage', [h('h1', 'Book')], { title: 'Title page' }),
  section('contents', 'toc', [h('h1', 'Contents'), h('p', 'not shown')], { title: 'Contents' }),
  section('part-1', 'part', [h('h1#part-1-h', 'Part')], { title: 'Part' }),
  section('one', 'chapter', [h('h1#one-h', 'One'), h('h2#a', 'A'), h('h3#b', 'B'), h('h2#c', 'C')], {
    title: 'One',
  }),
  section('index', 'index', [h('h1', 'Index')], { title: 'Index' }),
];
const outline = [
  heading(
    'part-1-h',
    'part-1',
    'Part',
    heading(
      'one-h',
      'one',
      'On\u00ADe',
      heading('a', 'one', 'A & B', heading('b', 'one', 'B')),
      heading('c', 'one', 'C'),
    ),
  ),
  heading('gone', 'not-in-this-edition', 'Gone', heading('index', 'index', 'Index')),
  heading('lost', 'not-in-this-edition', 'Lost'),
];

test('the contents nest as the outline does, in the navigation document and in the NCX', async () => {
  const epub = await bind({}, parts, { outline });
  const leaf = (title: string, href: string) => ({ title, href, children: [] });
  expect(epub.nav.toc).toEqual([
    {
      title: 'Part',
      href: 'part-1.xhtml',
      children: [
        {
          title: 'One',
          href: 'one.xhtml',
          children: [
            { title: 'A & B', href: 'one.xhtml#a', children: [leaf('B', 'one.xhtml#b')] },
            leaf('C', 'one.xhtml#c'),
          ],
        },
      ],
    },
    { title: 'Gone', href: 'index.xhtml', children: [leaf('Index', 'index.xhtml')] },
  ]);
  expect(epub.ncx.toc).toEqual(epub.nav.toc);
  // “Gone” leads where “Index” does: one place in the play order.
  expect(epub.ncx.playOrders).toEqual(['1', '2', '3', '4', '5', '6', '6']);
  expect(epub.brokenLinks()).toEqual([]);
});

test('the contents page is the navigation document, in its place in the spine', async () => {
  const epub = await bind({}, parts, { outline });
  expect(epub.opf.spine).toEqual(['title.xhtml', 'nav.xhtml', 'part-1.xhtml', 'one.xhtml', 'index.xhtml']);
  expect(epub.files).not.toContain('OEBPS/contents.xhtml');
  expect(epub.textOf('nav.xhtml')).not.toContain('not shown');
  expect(epub.documents.get('nav.xhtml')?.one('h1').text).toBe('Contents');
  expect(epub.nav.landmarks.map(({ type, href }) => [type, href])).toEqual([
    ['titlepage', 'title.xhtml'],
    ['toc', 'nav.xhtml'],
    ['bodymatter', 'part-1.xhtml'],
    ['index', 'index.xhtml'],
  ]);
  expect(epub.opf.guide.map(({ type, href }) => [type, href])).toEqual([
    ['toc', 'nav.xhtml'],
    ['text', 'part-1.xhtml'],
  ]);
});

test('without a contents page the navigation document is not read, and nothing leads to it', async () => {
  const epub = await bind(
    {},
    parts.filter(({ role }) => role !== 'toc'),
    { outline },
  );
  expect(epub.opf.spine).not.toContain('nav.xhtml');
  expect(epub.nav.landmarks.map(({ type }) => type)).not.toContain('toc');
  expect(epub.opf.guide.map(({ type }) => type)).toEqual(['text']);
});

test('a book without an outline lists its sections', async () => {
  const epub = await bind({}, [plain], { outline: [] });
  expect(epub.nav.toc).toEqual([{ title: 'one', href: 'one.xhtml', children: [] }]);
});

test('the claim to be accessible is not made of a book without its images, though that is no error to its author', async () => {
  const made = await buildInMemory(
    {
      'book.yaml': 'title: T\nauthor: Ann\nlang: en\nrules: {image-exists: warning, image-alt: off}\n',
      'one.md': '# One\n\nA cup: ![A cup](no.png).\n\n![](nor.png)\n',
    },
    { editions: ['epub'] },
  );
  const epub = await openEpub(made.delivered.get('out/t.epub') as Uint8Array);
  expect(epub.meta('dcterms:conformsTo')).toEqual([]);
  const told = made.messages.filter(({ ruleId }) => ruleId === 'epub-conforms');
  expect(told.map(({ line }) => line)).toEqual([3, 5]);
});

test('an image that is not there and says nothing leaves nothing that is empty', async () => {
  const made = await buildInMemory(
    {
      'book.yaml': 'title: T\nauthor: Ann\nlang: en\nrules: {image-exists: warning, image-alt: off}\n',
      'one.md':
        '# One\n\n![](a.png)\n\n![](a.png) ![](b.png)\n\n![](a.png) ![A cup](b.png)\n\n- ![](a.png)\n- Two\n\n![](a.png "Words")\n\n![](a.png){#here}\n\n[To it](#here)\n\n| A | B |\n| - | - |\n| ![](a.png) | 2 |\n\nEnd.\n',
    },
    { editions: ['epub'] },
  );
  const epub = await openEpub(made.delivered.get('out/t.epub') as Uint8Array);
  const [, body = ''] =
    /<\/h1>([\s\S]*)<\/section>/.exec(
      new TextDecoder().decode(epub.bytes.get('OEBPS/one.xhtml') ?? new Uint8Array()),
    ) ?? [];
  const plain = body.replace(/ (?:class|id|href)="[^"]*"/g, '').replace(/\s+/g, '');
  expect(plain).toBe(
    '<div><figure>Acup</figure></div><ul><li>Two</li></ul><figure><figcaption>Words</figcaption></figure><span></span><p><a>Toit</a></p><table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td></td><td>2</td></tr></tbody></table><p>End.</p>',
  );
  const told = made.messages.filter(({ ruleId }) => ruleId === 'epub-conforms');
  expect(told.map(({ line }) => line)).toEqual([3, 5, 5, 7, 7, 9, 12, 14, 20]);
});

test('no file of an EPUB or of web pages has a name that Windows keeps for a device', async () => {
  const picture = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#123' } })
    .png()
    .toBuffer();
  const { ok, messages, delivered } = await buildInMemory(
    {
      'book.yaml': 'title: T\n',
      'con.md': '# Against\n\n![A square](aux.png)\n',
      'com1.md': '# The port\n\nText.\n',
      'aux.png': picture,
    },
    { editions: ['epub', 'web'] },
  );
  expect(ok, messages.map(String).join('\n')).toBe(true);
  const epub = await openEpub(delivered.get('out/t.epub') as Uint8Array);
  const names = [...delivered.keys(), ...epub.files].map((path) => path.replace(/^.*\//, ''));
  expect(names).toEqual(
    expect.arrayContaining(['con-file.html', 'com1-file.html', 'con-file.xhtml', 'aux-file.png']),
  );
  expect(names.filter((name) => /^(?:con|aux|com1)\./.test(name))).toEqual([]);
});

test.each([
  ['en', '', []],
  ['fi', '', ['what Octavo writes in it is English']],
  ['fi', 'words: {contents: Sisällys}\n', []],
])(
  'the claim to be accessible: English words in a book in another language are against it (%s, %s)',
  async (lang, words, reasons) => {
    const { delivered, messages } = await buildInMemory(
      { 'book.yaml': `title: T\nauthor: Ann\nlang: ${lang}\n${words}`, 'one.md': '# Yksi\n\nKaksi.\n' },
      { editions: ['epub'] },
    );
    const epub = await openEpub(delivered.get('out/t.epub') as Uint8Array);
    expect(epub.meta('dcterms:conformsTo')).toEqual(reasons.length ? [] : [STANDARD]);
    const told = messages.filter(({ ruleId }) => ruleId === 'epub-conforms').map(String);
    expect(told).toEqual(reasons.map((reason) => expect.stringContaining(reason)));
  },
);

test('titles and terms in another language are in that in the contents and in the index, too', async () => {
  const { delivered, messages } = await buildInMemory(
    {
      'book.yaml': 'title: T\nauthor: Ann\nlang: en\n',
      'one.md':
        '# Σαπφώ {lang=grc}\n\n## [Ναῦς]{lang=grc}\n\n[ψυχή]{lang=grc .index}, [breath]{.index}, [Athena]{.index}.\n',
      'two.md':
        '---\nlang: fr\nauthor: Zoé\n---\n# Le port\n\n## Of ships {lang=en}\n\nLa [mer]{.index}[]{.index entry="sea"}, [Athena]{.index}.\n',
    },
    { editions: ['epub', 'web'] },
  );
  expect(messages.map(String)).toEqual([]);
  const epub = await openEpub(delivered.get('out/t.epub') as Uint8Array);
  const [toc] = epub.documents.get('nav.xhtml')?.all('nav') ?? [];
  const spoken = (toc?.all('a') ?? []).map((line) => {
    const said = line.elements.find(({ name }) => name === 'span')?.attributes ?? {};
    return [line.text, line.attributes.lang ?? said.lang, line.attributes['xml:lang'] ?? said['xml:lang']];
  });
  expect(spoken).toEqual([
    ['Σαπφώ', 'grc', 'grc'],
    ['Ναῦς', 'grc', 'grc'],
    ['Le port · Zoé', 'fr', 'fr'],
    ['Of ships', undefined, undefined],
    ['Index', undefined, undefined],
  ]);
  const terms = epub.documents.get('octavo-index.xhtml')?.all('span') ?? [];
  expect(
    terms
      .filter(({ attributes }) => attributes.class?.includes('index-term'))
      .map(({ text, attributes }) => [text, attributes['xml:lang']]),
  ).toEqual([
    // Where it first stands it is of the language of the book.
    ['Athena', undefined],
    ['breath', undefined],
    ['mer', 'fr'],
    ['sea', undefined],
    ['ψυχή', 'grc'],
  ]);
  const page = new TextDecoder().decode(delivered.get('out/web/two.html'));
  expect(page).toContain('<a href="one.html" lang="grc">Σαπφώ</a>');
  expect(page).toContain('<a href="two.html" lang="fr" aria-current="page">Le port</a>');
  // On a French page the way on is told in the language of the book.
  expect(page).toMatch(
    /<main [^>]*lang="fr".*<nav class="site-turn" lang="en".*<span class="site-turn-title" lang="grc">Σαπφώ/s,
  );
});
