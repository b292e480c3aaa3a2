import { describe, expect, it } from 'vitest';
import { openEpub } from '../support/epub.js';
import { buildInMemory } from '../support/memory.js';

const NOVEL = `---
title: A Novel
author: [Ann Writer]
date: 2024-05-06
lang: de
---

# A Novel

# Preface

Hello.[^p]

# The first *day*

Text, see [later](#the-second-day) and [the web][web].[^a]

## Morning

Again.

# The second day

More.[^b] And [back](#morning).[^a]

## Morning

Late.

# Appendix: tools

Tools.[^a]

[web]: https://example.org
[^p]: Preface note.
[^a]: Note a.[^c]
[^b]: Note b.
[^c]: Note c.
`;

/** The pages of a book in reading order, by their names and texts, without those that nobody wrote. */
async function pagesOf(files: Readonly<Record<string, string>>) {
  const { delivered, messages } = await buildInMemory(files);
  const [bytes] = delivered.values();
  const epub = await openEpub(bytes as Uint8Array);
  const pages = epub.opf.spine
    .filter((file) => !/octavo-|nav|cover/.test(file))
    .map((file): [string, string] => [
      file.replace(/^.*\/|\.xhtml$/g, ''),
      epub.textOf(file).replace(/\s+/g, ''),
    ]);
  return { epub, pages, said: messages.map(({ ruleId, line }) => `${ruleId} ${line}`) };
}

describe('a manuscript in one file', () => {
  it('has a chapter for each heading of the first level, each with the notes that it calls', async () => {
    const { pages, said, epub } = await pagesOf({ 'novel.md': NOVEL });
    expect(said).toEqual([]);
    expect(pages).toEqual([
      ['preface', 'PrefaceHello.11.Prefacenote.'],
      ['the-first-day', 'ThefirstdayText,seelaterandtheweb.1MorningAgain.1.Notea.22.Notec.'],
      ['the-second-day', 'TheseconddayMore.1Andback.2MorningLate.1.Noteb.2.Notea.33.Notec.'],
      ['appendix-tools', 'Appendix:toolsTools.11.Notea.22.Notec.'],
    ]);
    expect(epub.brokenLinks()).toEqual([]);
  });

  it('stands as it is written: front matter before the story, and what is behind it stays there', async () => {
    const { pages, said, epub } = await pagesOf({
      'book.yaml': 'title: T\nauthor: A\nlang: en\nnumber-chapters: true\n',
      'novel.md': `# Copyright

Nobody may copy this.

# Dedication

For *you*.

# One

Text.

# Dedication

It said so on the bell.

# Introduction

He bowed.

# Three

Text.

# Acknowledgements

Thanks.

# About the Author

She writes.

# Also by Ann

Another.
`,
    });
    expect(said).toEqual([]);
    expect(pages).toEqual([
      ['copyright', 'Nobodymaycopythis.'],
      ['dedication', 'Foryou.'],
      ['one', 'Chapter1OneText.'],
      ['dedication-2', 'Chapter2DedicationItsaidsoonthebell.'],
      ['introduction', 'IntroductionHebowed.'],
      ['three', 'Chapter3ThreeText.'],
      ['acknowledgements', 'AcknowledgementsThanks.'],
      ['about-the-author', 'AbouttheAuthorShewrites.'],
      ['also-by-ann', 'AlsobyAnnAnother.'],
    ]);
    const types = epub.opf.spine
      .filter((file) => !/octavo-|nav|cover/.test(file))
      .map((file) => epub.documents.get(file)?.one('body').attributes['epub:type']);
    expect(types.map((type) => type?.replace('matter', ''))).toEqual([
      ...['front', 'front', 'body', 'body', 'body', 'body'],
      ...['back', 'back', 'back'],
    ]);
  });

  it.each([
    ['Dedication', 121],
    ['Epigraph', 121],
    ['Copyright', 301],
  ])('begins with a chapter that is called %s, where that has %i words', async (heading, words) => {
    const novel = (count: number): string =>
      `---\ntitle: T\nauthor: A\n---\n\n# ${heading}\n\n${'Go. '.repeat(count)}\n\n# Epigraph\n\nTwo.\n\n# Home\n\nThree.\n`;
    const long = await pagesOf({ 'novel.md': novel(words) });
    expect(long.pages.map(([, text]) => text.replace(/(Go\.)+/, '…'))).toEqual([
      `${heading}…`,
      'EpigraphTwo.',
      'HomeThree.',
    ]);
    expect(long.epub.nav.toc.map(({ title }) => title)).toEqual([heading, 'Epigraph', 'Home']);
    const brief = await pagesOf({ 'novel.md': novel(words - 1) });
    expect(brief.pages.map(([, text]) => text.replace(/(Go\.)+/, '…'))).toEqual(['…', 'Two.', 'HomeThree.']);
    expect([...long.said, ...brief.said]).toEqual([]);
  });

  it('has chapters that are called by their own headings, whatever stands before the first', async () => {
    const { pages, epub } = await pagesOf({
      'novel.md':
        '---\ntitle: T\nauthor: A\n---\n\n## Dedication\n\nFor you.\n\n# One\n\nText.\n\n# Two\n\nText.\n',
    });
    expect(pages).toEqual([
      ['one', 'DedicationForyou.OneText.'],
      ['two', 'TwoText.'],
    ]);
    expect(epub.nav.toc.map(({ title }) => title)).toEqual(['Dedication', 'One', 'Two']);
  });

  it('has its front matter in the order of every book', async () => {
    const { pages, said } = await pagesOf({
      'novel.md':
        '---\ntitle: T\nauthor: A\n---\n\n# Epigraph\n\nRun.\n\n# Dedication\n\nFor you.\n\n# One\n\nText.\n',
    });
    expect(pages.map(([name]) => name)).toEqual(['dedication', 'epigraph', 'one']);
    expect(said).toEqual([]);
  });

  it('may point at a page whose heading is not shown, which is called by that', async () => {
    const { epub, said } = await pagesOf({
      'novel.md': `---
title: T
author: A
---

# Copyright

# Dedication {#sec-ded}

For you.

# One

See [it](#sec-ded), [](#copyright) and @sec-ded.
`,
    });
    const links =
      epub.documents.get(epub.opf.spine.find((file) => file.endsWith('one.xhtml')) ?? '')?.all('a') ?? [];
    expect(links.map((link) => [link.attributes.href, link.text])).toEqual([
      ['dedication.xhtml', 'it'],
      ['copyright.xhtml', 'Copyright'],
      ['dedication.xhtml', '“Dedication”'],
    ]);
    expect(epub.brokenLinks()).toEqual([]);
    expect(said).toEqual([]);
  });

  it('has the notes of a heading that is not shown where else they are called', async () => {
    const { pages, said } = await pagesOf({
      'novel.md':
        '---\ntitle: T\nauthor: A\n---\n\n# Dedication[^1]\n\nFor Tom.\n\n# One\n\nText[^1].\n\n[^1]: Note.\n',
    });
    expect(pages).toEqual([
      ['dedication', 'ForTom.'],
      ['one', 'OneText.11.Note.'],
    ]);
    expect(said).toEqual([]);
  });

  it('may count its notes from one in each chapter, and is told of one that is written again and called nowhere', async () => {
    const { pages, said } = await pagesOf({
      'novel.md': `---
title: T
author: A
---

# One

Text.[^1] More.[^2]

[^1]: First of one.
[^2]: Second of one.

# Two

Text.[^1]

[^1]: First of two.

# Three

Text.[^2]

[^1]: Called nowhere.
[^3]: Nor this.
`,
    });
    expect(pages.map(([, text]) => text)).toEqual([
      'OneText.1More.21.Firstofone.2.Secondofone.',
      'TwoText.11.Firstoftwo.',
      'ThreeText.11.Secondofone.',
    ]);
    expect(said).toEqual(['note-printed 23', 'note-printed 24']);
  });

  it.each([
    ['# Copyright\n\nMine.\n\n# Dedication\n\nYours.\n\n# The Lamp\n\nText.\n', 'The Lamp'],
    ['# Copyright\n\nMine.\n\n# Introduction\n\nText.\n\n# Installing\n\nText.\n', 'Introduction'],
    ['# Preface\n\n## Why\n\nText.\n\n# Afterword\n\nText.\n', 'Preface'],
    [`# Dedication\n\n${'It cost her years. '.repeat(40)}\n\n# Home\n\nText.\n`, 'Dedication'],
    ['# Dedication\n\nYours.\n', 'Dedication'],
  ])('has no page without a heading for its title, if it has another: %j', async (novel, title) => {
    const { epub } = await pagesOf({ 'novel.md': novel });
    expect(epub.meta('dc:title')).toEqual([title]);
  });

  it('says in its front matter what the book is', async () => {
    const { epub } = await pagesOf({ 'novel.md': NOVEL });
    expect(['dc:title', 'dc:creator', 'dc:language'].map((name) => epub.meta(name))).toEqual([
      ['A Novel'],
      ['Ann Writer'],
      ['de'],
    ]);
  });

  it.each([
    ['nothing of it', 'trim: 5x8', ['A Novel', 'A Tale', 'Ann Writer', '2024-05-06T00:00:00Z', 'de']],
    [
      'all of it',
      'title: B\nsubtitle: C\nauthor: D\ndate: 2020-01-01\nlang: fr',
      ['B', 'C', 'D', '2020-01-01T00:00:00Z', 'fr,de'],
    ],
    [
      'another title, which has no subtitle',
      'title: B',
      ['B', '', 'Ann Writer', '2024-05-06T00:00:00Z', 'de'],
    ],
  ])('says so wherever its book.yaml says nothing: %s', async (_, yaml, expected) => {
    const beside = { 'dedication.md': 'For you.\n', 'handouts/log.md': '# Log\n\nText.\n' };
    const novel = NOVEL.replace('author:', 'subtitle: A Tale\nauthor:');
    const { epub } = await pagesOf({ 'novel.md': novel, 'book.yaml': `${yaml}\n`, ...beside });
    const [title, subtitle = ''] = epub.meta('dc:title');
    const others = ['dc:creator', 'dc:date', 'dc:language'].map((name) => epub.meta(name).join());
    expect([title, subtitle, ...others]).toEqual(expected);
  });

  it('names authors of whom other tools know more', async () => {
    const { delivered } = await buildInMemory({
      'a.md': '---\ntitle: Rules\nauthors:\n  - name: Ann\n    orcid: 0000\n  - Ben\n---\n\n# A\n\nText.\n',
    });
    const epub = await openEpub(delivered.get('out/rules.epub') as Uint8Array);
    expect(epub.meta('dc:creator')).toEqual(['Ann', 'Ben']);
  });

  it('says nothing of a date that no catalogue reads, and is told', async () => {
    const { messages, delivered } = await buildInMemory({
      'a.md': "---\ntitle: Rules\ndate: 'Adopted: 3 May'\n---\n\n# A\n\nText.\n",
    });
    expect(messages.map(({ ruleId, line, column }) => [ruleId, line, column])).toEqual([
      ['date-reads', 3, 7],
    ]);
    const epub = await openEpub(delivered.get('out/rules.epub') as Uint8Array);
    expect(epub.meta('dc:date')).toEqual([]);
  });

  it('says so of no book of several files, or of one whose book.yaml cannot be read', async () => {
    const several = await pagesOf({ 'a.md': NOVEL, 'b.md': '# B\n\nText.\n', 'book.yaml': 'lang: fr\n' });
    expect(several.epub.meta('dc:creator')).toEqual([]);
    const { messages } = await buildInMemory({ 'a.md': NOVEL, 'book.yaml': 'title: [\n' });
    expect(messages.map(({ ruleId }) => ruleId)).toEqual(['yaml-parses']);
  });

  it('has appendices by what their headings say, and puts no second name above these', async () => {
    const { pages, said } = await pagesOf({
      'book.yaml': 'number-chapters: true\n',
      'novel.md': '# One\n\nText.\n\n# Appendix: Sources\n\nText.\n\n# Appendix B: More\n\nText.\n',
    });
    expect(pages.map(([, text]) => text)).toEqual([
      'Chapter1OneText.',
      'Appendix:SourcesText.',
      'AppendixB:MoreText.',
    ]);
    expect(said).toEqual([]);
  });

  it('may have pages of other kinds beside it', async () => {
    const { pages } = await pagesOf({
      'book.yaml': 'title: T\n',
      'novel.md': '# One\n\nText.\n\n# Two\n\nText.\n',
      'dedication.md': 'For you.\n',
      'handouts/log.md': '# Log\n\nText.\n\n# Another\n\nText.\n',
    });
    expect(pages.map(([name]) => name)).toEqual(['dedication', 'one', 'two']);
  });

  it('is one of several where there are several, and they are chapters whatever headings they have', async () => {
    const { pages } = await pagesOf({
      'one.md': '# One\n\nText.\n\n# Still one\n\nText.\n',
      'two.md': '# Two\n\nText.\n',
    });
    expect(pages.map(([name]) => name)).toEqual(['one', 'two']);
  });

  it('keeps what stands before its first heading, and a first chapter with the title of the book', async () => {
    const { pages } = await pagesOf({
      'book.yaml': 'title: One\n',
      'novel.md': 'Before.\n\n# One\n\nText.\n\n# Two\n\nText.\n',
    });
    expect(pages.map(([, text]) => text)).toEqual(['Before.OneText.', 'TwoText.']);
  });

  it('has no chapter by a heading without words', async () => {
    const { pages, said } = await pagesOf({
      'book.yaml': 'title: T\n',
      'novel.md': '# One\n\nText.\n\n#\n\nMore.\n\n# Two\n\nText.\n',
    });
    expect(pages.map(([name]) => name)).toEqual(['one', 'two']);
    expect(said).toContain('heading-text 5');
  });

  it('leads by the same address from each of its chapters', async () => {
    const { said, epub } = await pagesOf({
      'book.yaml': 'title: T\n',
      'novel.md':
        '# One\n\nSee [it][s].\n\n# Two\n\n## Sub\n\nSee [it][s].\n\n# Three\n\nSee.\n\n[s]: #sub\n[u]: https://example.org\n',
    });
    expect(said).toEqual([]);
    const led = ['one', 'two', 'three'].map((name) =>
      epub.documents
        .get(`${name}.xhtml`)
        ?.all('a')
        .map(({ attributes }) => attributes.href),
    );
    expect(led).toEqual([['two.xhtml#two--sub'], ['#two--sub'], []]);
    expect(epub.brokenLinks()).toEqual([]);
  });
});
