import { expect, it } from 'vitest';
import { openEpub } from '../support/epub.js';
import { buildInMemory } from '../support/memory.js';

/*
 * What a file is in the book, by its front matter or its name: where that shows in what is made.
 */
it('a prologue is part of the story, counted by nobody, and says what it is', async () => {
  const { delivered, messages } = await buildInMemory({
    'book.yaml': 'title: T\nauthor: A\nnumber-chapters: true\n',
    '01-before.md': '---\nrole: prologue\n---\n\n# Before\n\nIt snowed.\n',
    '02-one.md': '# One\n\nIt rained.\n',
    '03-epilogue.md': '# After\n\nIt was dry.\n',
  });
  expect(messages).toEqual([]);
  const [bytes] = [...delivered].flatMap(([name, file]) => (name.endsWith('.epub') ? [file] : []));
  const epub = await openEpub(bytes as Uint8Array);
  const told = [...epub.documents].flatMap(([name, html]) => {
    const body = html.one('body');
    const { 'epub:type': type, role } = body.all('section')[0]?.attributes ?? {};
    const part = body.attributes['epub:type'];
    return part === 'bodymatter' ? [[name, part, type, role, body.text.trim()]] : [];
  });
  expect(told).toEqual([
    ['c-01-before.xhtml', 'bodymatter', 'prologue', 'doc-prologue', 'Before\nIt snowed.'],
    ['c-02-one.xhtml', 'bodymatter', 'chapter', 'doc-chapter', 'Chapter 1One\nIt rained.'],
    ['c-03-epilogue.xhtml', 'bodymatter', 'epilogue', 'doc-epilogue', 'After\nIt was dry.'],
  ]);
});

/** The titles of a book in the order of its pages, and in that of its contents; and what was said of it. */
async function ordersOf(files: Readonly<Record<string, string>>) {
  const { delivered, messages } = await buildInMemory(files);
  const [bytes] = [...delivered].flatMap(([name, file]) => (name.endsWith('.epub') ? [file] : []));
  const epub = await openEpub(bytes as Uint8Array);
  const { nav, documents, opf } = epub;
  const written = opf.spine.filter((file) => file !== 'nav.xhtml' && !file.startsWith('octavo-'));
  return {
    pages: written.flatMap(
      (file) =>
        documents
          .get(file)
          ?.all('h1')
          .map(({ text }) => text) ?? [],
    ),
    contents: nav.toc.map(({ title }) => title),
    said: messages.map(({ ruleId, file, line, reason }) => [ruleId, file, line, reason]),
  };
}

const ENDS = { 'alpha.md': '# Alpha\n\nOne.\n', 'zeta.md': '# Zeta\n\nTwo.\n' };
const listing = (...files: string[]) => ({
  'book.yaml': `title: T\nauthor: A\nlang: en\ncontents: [${files.join(', ')}]\n`,
});

it('a book has several appendices by the names of their files, and they stand behind its text', async () => {
  const { pages, contents } = await ordersOf({
    'book.yaml': 'title: T\nauthor: A\nnumber-chapters: true\n',
    'appendix-a.md': '# Tables\n\nOne.\n',
    'appendix b - maps.md': '# Maps\n\nTwo.\n',
    'one.md': '# One\n\nText.\n',
  });
  expect(pages).toEqual(['One', 'Maps', 'Tables']);
  expect(contents).toEqual(['1. One', 'A. Maps', 'B. Tables']);
});

it('README.md begins its folder, and is no chapter beside the others of the book', async () => {
  const files = {
    'README.md': '# Project\n\nAbout it.\n',
    'alpha.md': ENDS['alpha.md'],
    'b/README.md': '# Bees\n\nOf them.\n',
    'b/ants.md': '# Ants\n\nThree.\n',
    'b/c/CHANGELOG.md': '# Changes\n\nNone.\n',
    'b/c/README.md': '# Crows\n\nFour.\n',
    'zeta.md': ENDS['zeta.md'],
  };
  const order = ['Alpha', 'Bees', 'Ants', 'Crows', 'Zeta'];
  const { pages, contents } = await ordersOf({ 'book.yaml': 'title: T\nauthor: A\n', ...files });
  expect({ pages, contents }).toEqual({ pages: order, contents: order });
  const nothingElse = await ordersOf({
    'book.yaml': 'title: T\nauthor: A\n',
    'README.md': files['README.md'],
    'b/README.md': files['b/README.md'],
  });
  expect(nothingElse.pages).toEqual(['Project', 'Bees']);
});

it.each(['index', 'loi', 'lot', 'list-of-listings'])(
  '%s.md is a chapter in its place, unless it holds that list',
  async (name) => {
    const order = ['Welcome', 'Alpha', 'Zeta'];
    const files = { ...listing(`${name}.md`, 'alpha.md', 'zeta.md'), ...ENDS };
    const answer = await ordersOf({ ...files, [`${name}.md`]: '# Welcome\n\nCome in.\n' });
    expect(answer).toEqual({ pages: order, contents: order, said: [] });
  },
);

it('index.md is the index where it holds that, and where it stands in the back matter', async () => {
  const order = ['Alpha', 'Zeta', 'Words'];
  const alpha = '# Alpha\n\n[One]{.index}.\n';
  const held = { ...listing('alpha.md', 'zeta.md', 'index.md'), ...ENDS, 'alpha.md': alpha };
  expect(await ordersOf({ ...held, 'index.md': '# Words\n\n::index\n' })).toEqual({
    pages: order,
    contents: order,
    said: [],
  });
  const back = 'title: T\nauthor: A\ncontents: {body: [alpha.md, zeta.md], back: [index.md]}\n';
  const { delivered } = await buildInMemory({
    ...ENDS,
    'book.yaml': back,
    'alpha.md': alpha,
    'index.md': '# Words\n\nHow to use it.\n',
  });
  const epub = await openEpub([...delivered.values()][0] as Uint8Array);
  expect(epub.textOf('index.xhtml')).toMatch(/One\s*, 1/);
});

it('a file that is moved for its name is told, and is in the contents where it stands', async () => {
  const order = ['Before', 'Alpha', 'Zeta', 'After'];
  const files = { 'afterword.md': '# After\n\nBye.\n', 'preface.md': '# Before\n\nHello.\n' };
  const said = ['afterword', 'preface'].map((name) => [
    'file-stands-as-listed',
    `book/${name}.md`,
    undefined,
    expect.stringContaining(`role “${name}”`),
  ]);
  const moved = { ...listing('afterword.md', 'alpha.md', 'zeta.md', 'preface.md'), ...ENDS, ...files };
  expect(await ordersOf(moved)).toEqual({ pages: order, contents: order, said });
  // By the order of their names, or as they are listed: nobody asks for another place.
  const bare = { ...ENDS, ...files, 'book.yaml': 'title: T\nauthor: A\nlang: en\n' };
  expect(await ordersOf(bare)).toEqual({ pages: order, contents: order, said: [] });
  const listed = { ...bare, ...listing('preface.md', 'alpha.md', 'zeta.md', 'afterword.md') };
  expect(await ordersOf(listed)).toEqual({ pages: order, contents: order, said: [] });
});

it('front matter stands as it is listed where custom has no place for it, else what is moved is told', async () => {
  const page = (title: string) => `# ${title}\n\nSo.\n`;
  const front = (...files: string[]) =>
    ordersOf({
      'book.yaml': `title: T\nauthor: A\nlang: en\ncontents: {front: [${files.join(', ')}], body: [prologue.md, alpha.md]}\n`,
      'alpha.md': ENDS['alpha.md'],
      'prologue.md': page('Before'),
      ...Object.fromEntries(files.map((file) => [file, page(file.replace('.md', ''))])),
    });
  for (const files of [
    ['abstract', 'acknowledgments', 'abbreviations'],
    ['abstract', 'foreword', 'summary', 'introduction', 'signs'],
    ['dedication', 'abstract', 'signs'],
  ]) {
    const { pages, contents, said } = await front(...files.map((name) => `${name}.md`));
    const shown = [...files.filter((name) => name !== 'dedication'), 'Before', 'Alpha'];
    expect({ pages: pages.filter((title) => title !== 'dedication'), contents, said }).toEqual({
      pages: shown,
      contents: shown,
      said: [],
    });
  }
  const { pages, said } = await front('acknowledgments.md', 'signs.md', 'foreword.md');
  expect(pages).toEqual(['foreword', 'acknowledgments', 'signs', 'Before', 'Alpha']);
  expect(said).toEqual([
    [
      'file-stands-as-listed',
      'book/foreword.md',
      undefined,
      'foreword.md has the role “foreword”, and stands before others that are listed above it, not where it is listed',
    ],
  ]);
});

it('names of files may have capitals and spaces, and what stands beside the chapters is not their title', async () => {
  const { delivered, messages } = await buildInMemory({
    'About the Author.md': '# About her\n\nShe writes.\n',
    'Chapter 1.md': '# One\n\nText.\n',
    'Chapter 2.md': '# Two\n\nText.\n',
    '00 Copyright_Page.md': 'Nobody may copy this.\n',
    '01. Dedication.md': 'For you.\n',
  });
  expect(messages).toEqual([]);
  const [bytes] = [...delivered].flatMap(([name, file]) => (name.endsWith('.epub') ? [file] : []));
  const { nav, meta, opf } = await openEpub(bytes as Uint8Array);
  expect(meta('dc:title')).toEqual(['One']);
  expect(nav.toc.map(({ title }) => title)).toEqual(['One', 'Two', 'About her']);
  expect(opf.spine.filter((file) => /opyright|edication/.test(file))).toHaveLength(2);
});

it('a book with a title page has its title from there', async () => {
  const { delivered } = await buildInMemory({
    'a.md': '# A\n\nText.\n',
    'b.md': '# B\n\nText.\n',
    'Title Page.md': '# The Lamp\n\nby Ann\n',
  });
  const epub = await openEpub([...delivered.values()][0] as Uint8Array);
  expect(epub.meta('dc:title')).toEqual(['The Lamp']);
});

it('a prologue begins a bare folder and an epilogue ends it, unless a number or a listing says otherwise', async () => {
  const chapter = (title: string) => `# ${title}\n\nText.\n`;
  const story = {
    'Chapter 1.md': chapter('One'),
    'Chapter 2.md': chapter('Two'),
    'Afterword.md': chapter('After'),
  };
  const ends = {
    'Epilogue.md': chapter('End'),
    'Prologue.md': chapter('Begin'),
    'conclusion.md': chapter('So'),
  };
  const yaml = { 'book.yaml': 'title: T\nauthor: A\nlang: en\n' };
  const { pages, said } = await ordersOf({ ...yaml, ...story, ...ends });
  expect([pages, said]).toEqual([['Begin', 'One', 'Two', 'So', 'End', 'After'], []]);
  const numbered = {
    '1 Epilogue.md': chapter('End'),
    '2 Prologue.md': chapter('Begin'),
    'a.md': chapter('A'),
  };
  expect((await ordersOf({ ...yaml, ...numbered })).pages).toEqual(['End', 'Begin', 'A']);
  const names = '[Epilogue.md, Chapter 1.md, Prologue.md]';
  const listed = { ...ends, ...story, 'book.yaml': `title: T\nauthor: A\nlang: en\ncontents: ${names}\n` };
  expect((await ordersOf(listed)).pages).toEqual(['End', 'One', 'Begin']);
});

it('several authors of a chapter are named below its title, by whatever word they are called', async () => {
  const { delivered, messages } = await buildInMemory({
    'book.yaml': 'title: T\ncontributor: [{name: P. Stone, role: edt}]\n',
    'a.md': '---\nauthors:\n  - Lou Vane\n  - Tom Ax\n---\n# One\n\nText.\n',
    'b.md': '---\nbyline: Ann Weir\n---\n# Two\n\nText.\n',
  });
  const [bytes] = [...delivered].flatMap(([name, file]) => (name.endsWith('.epub') ? [file] : []));
  const epub = await openEpub(bytes as Uint8Array);
  expect(epub.textOf('a.xhtml')).toContain('Lou Vane and Tom Ax');
  expect(epub.textOf('b.xhtml')).toContain('Ann Weir');
  expect(messages).toEqual([]);
});
