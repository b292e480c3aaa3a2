import { h, s } from 'hastscript';
import JSZip from 'jszip';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import sharp from 'sharp';
import { unified } from 'unified';
import { beforeAll, expect, test } from 'vitest';
import { bindEpub } from '../../src/binding/epub.js';
import { type Asset, ROLES, type Role } from '../../src/model/manuscript.js';
import type { Rendition } from '../../src/model/rendition.js';
import { openEpub } from '../support/epub.js';
import { epubcheck, type Verdict } from '../support/epubcheck.js';
import { heading, rendition, section, tools } from '../support/renditions.js';

async function bind(book: Rendition): Promise<Uint8Array> {
  const [artifact] = await bindEpub(book, tools());
  return artifact?.file.value as Uint8Array;
}

const markdown = `# Written in Markdown {#md}

A note[^1] and the same again[^1], a table:

| left | right |
|:-----|------:|
| a    |   1   |

- [x] done
- [ ] to do

[^1]: With \`code\`.

    And a second paragraph.
`;

/** Every construct at once, in two directions of writing and with everything that metadata can say. */
async function fullBook(): Promise<Rendition> {
  const processor = unified().use(remarkParse).use(remarkGfm).use(remarkRehype);
  const written = await processor.run(processor.parse(markdown));
  const image = sharp({ create: { width: 40, height: 30, channels: 3, background: '#36c' } });
  const asset = (path: string, bytes: Uint8Array): Asset => ({ path, bytes, mediaType: 'image/*' });
  const assets = [
    asset('Figures/Plan B.PNG', await image.clone().png().toBuffer()),
    asset('figures/plan b.webp', await image.clone().webp().toBuffer()),
    asset(
      'draw.svg',
      new TextEncoder().encode(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><rect width="4" height="4"/></svg>',
      ),
    ),
  ];
  const cover = s('svg', { viewBox: '0 0 60 96', role: 'img', ariaLabel: 'Cover' }, [
    s('rect', { width: 60, height: 96, fill: '#246' }),
  ]);
  const one = [
    h('h1#one-h', 'One & “only” <1>'),
    h('p', [
      'See ',
      h('a', { href: '#deep' }, 'deep'),
      ', ',
      h('a', { href: '#index' }, 'index'),
      ', ',
      h('a', { href: 'https://example.org/?a=1&b=2' }, 'out'),
      '. ',
      h('span', { lang: 'ar', dir: 'rtl' }, 'سلام'),
      h('ruby', ['漢', h('rp', '('), h('rt', 'kan'), h('rp', ')')]),
    ]),
    h('section', { ariaLabelledBy: 'sub' }, [
      h('h2#sub', 'Sub'),
      h('figure', [
        h('img', { src: 'Figures/Plan B.PNG', alt: 'A plan', width: 40, height: 30 }),
        h('figcaption', 'Fig. 1'),
      ]),
      h('p', [
        h('img', { src: 'figures/plan b.webp', alt: '', loading: 'lazy' }),
        h('img', { src: 'draw.svg', alt: 'A square' }),
      ]),
      h('h3#3-things', 'Three things'),
      s('svg', { viewBox: '0 0 10 10', role: 'img', ariaLabel: 'Drawn' }, [
        s('use', { xLinkHref: '#r' }),
        s('rect#r', { width: 4, height: 4 }),
        s('foreignObject', { width: 5, height: 5 }, [h('p', 'in')]),
      ]),
      h('p', h('math', { display: 'block', alttext: 'x' }, [h('mi', 'x'), h('mo', '='), h('mn', '1')])),
      h('table', [
        h('caption', 'T'),
        h('thead', h('tr', [h('th#c1', { scope: 'col' }, 'A'), h('th', { scope: 'col' }, 'B')])),
        h('tbody', h('tr', [h('td', { headers: 'c1' }, '1'), h('td', '2')])),
      ]),
      h('ol', { start: 3, reversed: true }, [h('li', 'x'), h('li', { value: 9 }, 'y')]),
      h('details', { open: true }, [h('summary', 'More'), h('p', 'text')]),
      h('div', { className: ['verse'], 'data-Kind': 'x' }, [h('p', ['line', h('br'), 'line'])]),
      h('dl', [h('dt', 'term'), h('dd', 'what it is')]),
      h('hr'),
      h('blockquote', [h('p', 'said'), h('footer', h('cite', 'who'))]),
      h('pre', h('code', { className: ['language-js'] }, 'a < b')),
    ]),
  ];
  return rendition(
    [
      section('cover', 'cover', [cover], { title: 'Cover' }),
      section('title', 'titlepage', [h('p', { role: 'doc-subtitle' }, 'And more')], { title: 'Title page' }),
      section('contents', 'toc', [h('h1', 'Contents')], { title: 'Contents' }),
      section('part-1', 'part', [h('h1', 'Part One')], { title: 'Part One' }),
      section('one', 'chapter', one, { title: 'One & “only” <1>' }),
      section('two', 'chapter', [h('h1#two-h', 'Two'), h('p#deep', [h('a', { href: '#sub' }, 'back')])], {
        title: 'Two',
      }),
      section(
        '3rd',
        'chapter',
        written.children.filter((node) => node.type !== 'doctype'),
        { title: 'Third' },
      ),
      section(
        '4th',
        'chapter',
        written.children.filter((node) => node.type !== 'doctype'),
        { title: 'Fourth' },
      ),
      section('index', 'index', [h('h1', 'Index'), h('ul', [h('li', h('a', { href: '#deep' }, 'deep'))])], {
        title: 'Index',
      }),
    ],
    {
      assets,
      outline: [
        heading(
          'part-1',
          'part-1',
          'Part One',
          heading(
            'one-h',
            'one',
            'One & “only” <1>',
            heading('sub', 'one', 'Sub', heading('3-things', 'one', 'Three')),
          ),
          heading('two-h', 'two', 'Two'),
        ),
        heading('3rd', '3rd', 'Third'),
        heading('index', 'index', 'Index'),
      ],
      metadata: {
        title: 'Q & A: "<b>" 📕',
        subtitle: 'Sub',
        authors: [
          { name: 'Ann Author', role: 'aut', sort: 'Author, Ann' },
          { name: 'Bob', role: 'aut' },
        ],
        contributors: [{ name: 'Ida', role: 'ill' }],
        description: 'All < of it.',
        publisher: 'Lab',
        date: '2024-05-01',
        rights: '© 2024',
        license: 'CC-BY-SA-4.0',
        subjects: ['Fiction'],
        keywords: ['sea'],
        series: { name: 'Tides', position: 2 },
        isbn: { epub: '978-1-4028-9462-6' },
      },
    },
  );
}

/** One section of every role there is. */
const everyRole = rendition(
  (Object.keys(ROLES) as Role[]).map((role) =>
    section(`the-${role}`, role, [h('h1', role), h('p', 'x')], { title: role }),
  ),
);
const rightToLeft = rendition([section('one', 'chapter', [h('h1', 'واحد'), h('p', 'نص')], { lang: 'ar' })], {
  metadata: { lang: 'ar', dir: 'rtl', title: 'كتاب', modified: '1970-01-01T00:00:00Z' },
  outline: [],
});

/** A book with a document that is no XHTML document. */
async function faulty(): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(await bind(rightToLeft));
  zip.file('OEBPS/one.xhtml', '<html xmlns="http://www.w3.org/1999/xhtml"><p>no head, no body</p></html>');
  return zip.generateAsync({ type: 'uint8array' });
}

let full: Uint8Array;
let verdicts: Verdict[];
beforeAll(async () => {
  full = await bind(await fullBook());
  verdicts = await epubcheck(full, await bind(everyRole), await bind(rightToLeft), await faulty());
}, 120_000);

test.each([
  [0, 'a book with every construct'],
  [1, 'a book with a section of every role'],
  [2, 'a book from right to left that says next to nothing'],
])('%i: EPUBCheck has no error and no warning for %s', (index) => {
  const verdict = verdicts[index];
  expect(verdict?.checkers).toContain('epubcheck-ts');
  expect(verdict?.errors).toEqual([]);
  expect(verdict?.warnings).toEqual([]);
});

test('the checkers do see a fault', () => {
  expect(verdicts[3]?.errors).toContainEqual(expect.stringContaining('OEBPS/one.xhtml'));
});

test('every link in the book leads somewhere, in documents, contents and NCX', async () => {
  const epub = await openEpub(full);
  expect(epub.brokenLinks()).toEqual([]);
  expect(
    epub.documents
      .get('one.xhtml')
      ?.all('a')
      .map(({ attributes }) => attributes.href),
  ).toEqual(['two.xhtml#deep', 'index.xhtml', 'https://example.org/?a=1&b=2']);
});

test('ids are unique in each document, and those of notes do not clash between chapters', async () => {
  const epub = await openEpub(full);
  for (const tree of epub.documents.values()) {
    const ids = tree.all('*').flatMap(({ attributes }) => attributes.id ?? []);
    expect(ids).toEqual([...new Set(ids)]);
  }
  const third = epub.documents.get('3rd.xhtml')?.one('aside');
  expect(third?.one('a').attributes.href).toBe('#user-content-fnref-1');
});

test('the container is as OCF wants it: mimetype first and stored, one date, no folders, sorted', async () => {
  const epub = await openEpub(full);
  expect(epub.mimetypeFirst).toBe(true);
  expect(epub.files.slice(0, 2)).toEqual(['mimetype', 'META-INF/container.xml']);
  const rest = epub.files.slice(2);
  expect(rest).toEqual([...rest].sort());
  expect(rest.filter((name) => name.endsWith('/'))).toEqual([]);
  expect(rest.filter((name) => name !== name.toLowerCase() && !name.startsWith('OEBPS/'))).toEqual([]);
  const zip = await JSZip.loadAsync(full);
  const dates = Object.values(zip.files).map(({ date }) => date.toISOString());
  expect([...new Set(dates)]).toEqual(['2024-05-01T12:00:00.000Z']);
});

test('the same rendition gives the same bytes, in any time zone, and is not changed by it', async () => {
  const book = await fullBook();
  const before = structuredClone(book.sections);
  const again = await bind(book);
  expect(Buffer.from(again).equals(Buffer.from(full))).toBe(true);
  expect(book.sections).toEqual(before);
  const zone = process.env.TZ;
  try {
    for (const [name, minutes] of [
      ['Pacific/Auckland', -720],
      ['America/St_Johns', 150],
    ] as const) {
      process.env.TZ = name;
      expect(new Date('2024-05-01T12:00:00Z').getTimezoneOffset()).toBe(minutes);
      expect(Buffer.from(await bind(book)).equals(Buffer.from(full))).toBe(true);
    }
  } finally {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  }
});

test('the artifact is named after the book, and after the edition if that has another name', async () => {
  const book = rendition([section('one', 'chapter', [h('h1', 'One')])]);
  const [artifact] = await bindEpub(book, tools());
  expect(artifact).toMatchObject({
    mediaType: 'application/epub+zip',
    edition: 'epub',
    file: { path: 'a-small-book.epub' },
  });
  const [sample] = await bindEpub({ ...book, edition: 'sample' }, tools());
  expect(sample?.file.path).toBe('a-small-book-sample.epub');
});

test('three hundred chapters are all there, each with its links', async () => {
  const chapters = Array.from({ length: 300 }, (_, i) =>
    section(`c${i}`, 'chapter', [
      h(`h1#h${i}`, `Chapter ${i}`),
      ...Array.from({ length: 20 }, (_, k) => h('p', `Text ${k} of ${i}.`)),
      h('p', h('a', { href: `#h${(i + 1) % 300}` }, 'next')),
    ]),
  );
  const epub = await openEpub(await bind(rendition(chapters)));
  expect(epub.opf.spine).toEqual(chapters.map(({ id }) => `${id}.xhtml`));
  expect(epub.nav.toc).toHaveLength(300);
  expect(epub.brokenLinks()).toEqual([]);
  expect(epub.textOf('c299.xhtml')).toContain('Text 19 of 299.');
}, 30_000);
