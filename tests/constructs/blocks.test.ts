import type { Nodes, Root } from 'mdast';
import { describe, expect, it } from 'vitest';
import { core } from '../../src/core.js';
import { visit } from '../../src/tree/visit.js';
import { understand } from '../support/chapter.js';
import { openEpub } from '../support/epub.js';
import { buildInMemory, checkInMemory } from '../support/memory.js';

/*
 * Asides, dialogue, pairs, scene breaks, drop caps and ruby, and what is said of them where they are wrong.
 */
const TITLE = '<h1 id="chapter--t">T</h1>\n';
const dressed = (markdown: string, options: Parameters<typeof understand>[1] = {}) => {
  const book = understand({ 'chapter.md': `# T\n\n${markdown}` }, options);
  return { html: book.dress('reflowable').html.replace(TITLE, ''), book };
};
const html = (markdown: string, options?: Parameters<typeof understand>[1]) =>
  dressed(markdown, options).html;

describe('columns', () => {
  const his = '<div class="column"><p class="column-title">His</p><p>a</p></div>';
  const hers = '<div class="column"><p class="column-title">Hers</p><p>b</p></div>';
  const both = ':::column[His]\na\n:::\n\n:::column[Hers]\nb\n:::';

  it('stand below their title, and beside nothing that is no column', () => {
    const { html, book } = dressed(
      `::::columns[*Both* of us]{#both .wide}\nBefore.\n\n:::column[His]\na\n:::\n\nBetween.\n\n:::column[Hers]\nb\n:::\n\nBehind.\n::::`,
    );
    expect(book.said()).toEqual([]);
    expect(html.replaceAll('\n', '')).toBe(
      `<p class="columns-title"><em>Both</em> of us</p><p>Before.</p><div class="columns wide" id="chapter--both">${his}${hers}</div><p>Between.</p><p>Behind.</p>`,
    );
  });

  it('and conditions may be written as Pandoc writes them, and nowhere otherwise', () => {
    const panes = '::: {.column}\na\n:::\n\n::: {#r .column}\nb\n:::';
    const { html, book } = dressed(`::: {#two .columns}\n${panes}\n:::`);
    expect(book.said()).toEqual([]);
    expect(html.replaceAll('\n', '')).toBe(
      '<div class="columns" id="chapter--two"><div class="column"><p>a</p></div><div class="column" id="chapter--r"><p>b</p></div></div>',
    );
    expect(dressed('::: {#x .unless profile=pupil}\na\n:::', { profiles: ['pupil'] }).html).toBe(
      '<h1 id="chapter--t">T</h1>',
    );
  });

  it('do so under a condition, too, and in other columns', () => {
    const inner = `::::columns[Inner]\n${both}\n::::`;
    const { html, book } = dressed(
      `::::::columns[Outer]\n:::::column\n${inner}\n:::::\n\n:::::column{when-edition=epub}\nc\n:::::\n::::::`,
    );
    expect(book.said()).toEqual([]);
    expect(html.replaceAll('\n', '')).toBe(
      `<p class="columns-title">Outer</p><div class="columns"><div class="column"><p class="columns-title">Inner</p><div class="columns">${his}${hers}</div></div><div class="column"><p>c</p></div></div>`,
    );
  });
});

describe('attributes of blocks', () => {
  const directives = (core.constructs ?? []).flatMap(({ directives = [], attributes = [] }) =>
    directives.map((name) => [name, attributes] as const),
  );

  it.each(directives)('%s reports one that it does not take, at its place', (name, attributes) => {
    const end = name.startsWith(':::') ? '\n+ a\n- b\n\nAnna: c\n:::' : '';
    const own = attributes.map((attribute) => `${attribute}=1 `).join('');
    const { book } = dressed(`${name}{${own}.x #y lang=de colour=red}${end}`);
    const column = `${name}{${own}.x #y lang=de `.length + 1;
    expect(book.said()).toContain(`attribute-known chapter.md:3:${column}`);
    expect(book.said().filter((one) => one.startsWith('attribute-known'))).toHaveLength(1);
  });

  it('ask whether a like one was meant', () => {
    expect(dressed('::handout{nmae=log name=log}').book.words()).toContain(
      '“nmae” means nothing here, so it was passed over. Did you mean “name”?',
    );
    expect(dressed(':::cards{copeis=4}\nx\n:::').book.words()[0]).toContain('Did you mean “copies”?');
    expect(dressed(':::note[colour]{clas=a}\nx\n:::').book.said()).toEqual([
      'attribute-known chapter.md:3:17',
    ]);
  });
});

describe('what other tools call otherwise', () => {
  it.each([
    ['::lines{5}', 'correct its name: n, spacing.'],
    ['::lines{count=5}', 'Write n=….'],
    ['::box{count=5}', 'correct its name: height, ruling, size.'],
    ['::scale[A]{max=10}', 'Write from=… and to=….'],
    [':lines{n=4}', 'Write ::lines{n=4} on a line of its own'],
    ['::: danger Stop here\nText.\n:::', 'Write :::caution[Stop here] on a line of its own'],
    [':::info\nText.\n:::', 'Did you mean “:::note”?'],
    [':::danger\nText.\n:::', 'Did you mean “:::caution”?'],
    ['> [!DANGER]\n> Text.', 'Did you mean “[!CAUTION]”?'],
    ['::: {custom-style="Centered"}\nText.\n:::', 'Write a class'],
    ['~~~{.python lst-cap="A"}\nx\n~~~', 'Write caption="…".'],
    ['| a |\n| - |\n| b |\n\n: C {tbl-colwidths="[30]"}', 'Write widths='],
    ['## Two {#sec:two}\n\nSee @sec:two.', '{#sec-two} and @sec-two.'],
    ['##', '* * *'],
  ])('is told with how it is written here: %j', async (text, remedy) => {
    const { messages } = await checkInMemory({
      'book.yaml': 'title: T\nauthor: A\n',
      'a.md': `# One\n\n${text}\n`,
    });
    expect(messages).toHaveLength(1);
    expect(messages[0]?.remedy).toContain(remedy);
  });
});

describe('words in the brackets of a block of one line', () => {
  const blocks = (core.constructs ?? [])
    .flatMap(({ directives = [] }) => directives)
    .filter((name) => /^::[^:]/.test(name));

  it('are printed, or it is told at their place that they are not', async () => {
    expect(blocks.length).toBeGreaterThan(10);
    const files = Object.fromEntries(
      blocks.map((name, i) => [`${i + 10}.md`, `# T\n\n- a\n\n${name}[Words of a *label*]{name=log}\n`]),
    );
    const made = await buildInMemory({
      'book.yaml': 'title: T\nauthor: A\nlang: en\nidentifier: urn:x:1\n',
      'handouts/log.md': '# Log\n',
      ...files,
    });
    const epub = await openEpub(made.delivered.get('out/t.epub') as Uint8Array);
    for (const [i, name] of blocks.entries()) {
      const page = epub.opf.spine.find((file) => file.endsWith(`${i + 10}.xhtml`)) ?? '';
      const isPrinted = epub.textOf(page).includes('Words of a label');
      const told = made.messages.filter(
        ({ ruleId, file }) => ruleId === 'label-shows' && file?.endsWith(`${i + 10}.md`),
      );
      expect(
        told.map(({ line, column }) => [line, column]),
        name,
      ).toEqual(isPrinted ? [] : [[5, name.length + 2]]);
    }
  });

  it('keep their looks in a list whose items are brief', () => {
    for (const name of ['lines', 'box', 'scale', 'calendar'])
      expect(understand(`- ::${name}[Words of a *label*]\n- b\n`).dress('paged').html, name).toContain(
        '<div class="field-label">Words of a <em>label</em></div>',
      );
    expect(understand('::lines[Why?]\n').dress('paged').html).toContain('<p class="field-label">Why?</p>');
  });

  it('may name a handout in either way of writing an accent', () => {
    const [composed, apart] = ['caf\u00e9', 'cafe\u0301'];
    for (const [file, name] of [
      [composed, apart],
      [apart, composed],
    ]) {
      const book = understand({
        'chapter.md': `# T\n\n::handout{name="${name}"}\n`,
        [`handouts/${file}.md`]: '# Coffee\n',
      });
      expect(book.said()).toEqual([]);
      expect(book.dress('paged').html).toContain('Coffee');
    }
  });
});

describe('asides and sidebars', () => {
  it('keep the marks of their titles and what stands in them', () => {
    expect(html('::::sidebar[A *fine* one]{#here .wide}\n- a\n\n:::aside\nb\n:::\n::::')).toBe(
      '<aside class="sidebar wide" epubType="sidebar" id="chapter--here"><p class="aside-title">A <em>fine</em> one</p><ul>\n<li>a</li>\n</ul><aside class="aside"><p>b</p></aside></aside>',
    );
    expect(html(':::aside\n:::')).toBe('<aside class="aside"></aside>');
  });
});

describe('dialogue', () => {
  it('has speeches that each have their own place, and so have their words', () => {
    const book = understand(
      '# T\n\n:::dialogue\nAnna: Where *were* you?\nBen *(low)*: Out.\n**Anna:** Out where?\n:::\n',
    );
    const places: string[] = [];
    visit(book.book.chapters[0]?.tree as Root, (node: Nodes) => {
      if (!node.position || (node.type !== 'paragraph' && node.type !== 'text')) return;
      const { start, end } = node.position;
      places.push(`${node.type} ${start.line}:${start.column}-${end.line}:${end.column}`);
    });
    expect(places.filter((place) => place.startsWith('paragraph'))).toEqual([
      'paragraph 4:1-5:1',
      'paragraph 5:1-6:1',
      'paragraph 6:3-6:21',
    ]);
    expect(places).toContain('text 4:1-4:6');
    expect(places).toContain('text 5:1-5:5');
  });

  const speeches = (markdown: string, options?: Parameters<typeof understand>[1]) => {
    const { html: page, book } = dressed(`:::dialogue\n${markdown}\n:::`, options);
    const found = [
      ...page.matchAll(/<p(?: class="(speech)")?>(?:<span class="speaker">(.*?)<\/span>)?([\s\S]*?)<\/p>/g),
    ];
    return { said: book.said(), speeches: found.map(([, , name = '', words = '']) => [name, words]) };
  };

  it.each([
    ['in lines', 'Anna: One.\nBen: Two.'],
    ['in paragraphs', 'Anna: One.\n\nBen: Two.'],
    ['with hard breaks', 'Anna: One.  \nBen: Two.\\'],
    ['with names in bold', '**Anna:** One.\n**Ben**: Two.'],
    ['with slanted names', '*Anna:* One.\n\n_Ben_: Two.'],
  ])('is written %s', (_, markdown) => {
    expect(speeches(markdown.replace(/\\$/, ''))).toEqual({
      said: [],
      speeches: [
        ['Anna:', ' One.'],
        ['Ben:', ' Two.'],
      ],
    });
  });

  it('goes on over lines and paragraphs that name nobody', () => {
    expect(speeches('Dr van Dam: One *and\ntwo*, he said: three.\nfour\n\nShe waits.').speeches).toEqual([
      ['Dr van Dam:', ' One <em>and\ntwo</em>, he said: three.\nfour'],
      ['', 'She waits.'],
    ]);
  });

  it.each([
    ['Dr. A. Smith: One.', 'Dr. A. Smith:'],
    ['Anna (softly): One.', 'Anna (softly):'],
    ['Anna *(softly)*: One.', 'Anna <em>(softly)</em>:'],
    ['**Anna** *(softly)*: One.', 'Anna <em>(softly)</em>:'],
    ['דוד: One.', 'דוד:'],
    ['花子：One.', '花子：'],
  ])('knows who speaks in %j', (line, speaker) => {
    const [said] = speeches(line).speeches;
    expect([said?.[0]?.replaceAll('\u00a0', ' '), said?.[1]?.trim()]).toEqual([speaker, 'One.']);
  });

  it('takes no time, address or sentence for a name, and no colon with a backslash', () => {
    expect(
      speeches('Anna: Come\nat 10:30, or\nhttps://a.org\nBut listen\\: I am here.\nYes, he said: no.')
        .speeches,
    ).toEqual([
      [
        'Anna:',
        ' Come\nat 10:30, or\n<a href="https://a.org">https://a.org</a>\nBut listen: I am here.\nYes, he said: no.',
      ],
    ]);
  });

  it('has the marks of its language around the name', () => {
    expect(speeches('Anna : "Oui ?"', { lang: 'fr' }).speeches).toEqual([
      ['Anna\u00a0:', ' «\u202fOui\u202f?\u202f»'],
    ]);
  });

  it.each([
    'Anna: One.\n\n::: {lang=cy}\nBen: Two.\n:::',
    ':::div{lang=cy}\nAnna: One.\nBen: Two.\n:::',
    'Anna: One.\n\n:::when{profile=actor}\nBen: Two.\n:::',
  ])('holds speeches in another language, or for some readers: %j', (markdown) => {
    expect(speeches(markdown, { profiles: ['actor'] })).toEqual({
      said: [],
      speeches: [
        ['Anna:', ' One.'],
        ['Ben:', ' Two.'],
      ],
    });
  });

  it('takes no name in a box for somebody who speaks', () => {
    expect(speeches('Anna: One.\n\n:::note\nRemember: two.\n:::').speeches.map(([name]) => name)).toEqual([
      'Anna:',
      '',
    ]);
  });

  it.each(['No name here.', '', '- Anna: in a list'])('says so if nobody speaks: %j', (markdown) => {
    expect(speeches(markdown).said).toEqual(['speaker-named chapter.md:3:1']);
  });
});

describe('pairs', () => {
  const cells = (markdown: string, options?: Parameters<typeof understand>[1]) => {
    const { html: page, book } = dressed(`:::pairs\n${markdown}\n:::`, options);
    const bodies = page.split('<tbody class="pair">').slice(1);
    return {
      said: book.said(),
      pairs: bodies.map((body) =>
        [...body.matchAll(/<t[dh][^>]*>([\s\S]*?)<\/t[dh]>/g)].map(([, text]) => text?.trim()),
      ),
      html: page,
    };
  };

  it('are one after the other, with or without what somebody says before', () => {
    expect(cells('+ a\n- b\n+ c\n- d\n\nWhen *x*:\n\n- f\n+ e').pairs).toEqual([
      ['<p>a</p>', '<p>b</p>'],
      ['<p>c</p>', '<p>d</p>'],
      ['<p>When <em>x</em>:</p>', '<p>e</p>', '<p>f</p>'],
    ]);
  });

  it('hold more than one thing to say, and more than a line', () => {
    expect(cells('+ a\n+ b\n- c\n\n  d').pairs).toEqual([['<p>a</p>\n<p>b</p>', '<p>c</p>\n<p>d</p>']]);
  });

  it('have their heads in words, in the language of the chapter, and a title', () => {
    const { html: page } = cells('+ a\n- b', { lang: 'de', words: { pairs: { say: 'So' } } });
    expect(page).toContain('<th scope="col">So</th>');
    expect(html(':::pairs[When *he* asks]\n+ a\n- b\n:::')).toMatch(
      /^<table class="pairs"><caption>\n<p>When <em>he<\/em> asks<\/p>\n<\/caption><thead>/,
    );
  });

  it.each([
    ['+ a', ['pair-complete chapter.md:4:3']],
    ['When?\n\n- b', ['pair-complete chapter.md:4:1']],
    ['+ a\n- b\n\nAnd then?', ['pair-complete chapter.md:7:1', 'pair-complete chapter.md:7:1']],
    ['* a\n* b', ['pair-complete chapter.md:4:1', 'pair-complete chapter.md:4:1']],
    ['', ['pair-complete chapter.md:3:1', 'pair-complete chapter.md:3:1']],
  ])('are told where a side is missing: %j', (markdown, said) => {
    expect(cells(markdown).said).toEqual(said);
  });
});

describe('a quotation', () => {
  it('says whose it is in its last lines, and takes no speech for that', () => {
    const attribution = '<p class="attribution">—\u2009<em>Reminiscences of a Goods Clerk</em>, 1931</p>';
    expect(html('> They sang.\n>\n> -- *Reminiscences of a Goods Clerk*, 1931')).toContain(attribution);
    // The same dash before a title in an epigraph.
    expect(html(':::epigraph\nThey sang.\n\n-- *Reminiscences of a Goods Clerk*, 1931\n:::')).toContain(
      attribution,
    );
    for (const quote of [
      '> -- *Reminiscences*, 1931',
      '> They sang.\n>\n> -- And then they went home.',
      '> -- Who is there?\n>\n> -- Nobody',
      '> Outside it was\n>\n> -5 °C',
      '> To hear more, say\n>\n> --verbose',
      `> They sang.\n>\n> -- ${'and sang '.repeat(12)}`,
    ])
      expect(html(quote), quote).not.toContain('attribution');
  });
});

describe('a line with a dash right below a quotation', () => {
  it('says whose it is, and stands with it', () => {
    expect(html('> They sang.\n\n-- *Reminiscences*, 1931\n\nThen they went home.')).toMatch(
      /<p>They sang\.<\/p>\s*<p class="attribution">—\u2009<em>Reminiscences<\/em>, 1931<\/p>\s*<\/blockquote>\s*<p>Then/,
    );
  });

  it.each([
    '> They sang.\n\n-- And then they went home.',
    '> They sang.\n\n-- Who is there\n\n-- Nobody',
    '> They sang.\n>\n> -- Jane\n\n-- Ann',
    '> [!NOTE]\n> They sang.\n\n-- Jane',
  ])('is none where it speaks, or what is above it is no quotation: %j', (text) => {
    expect(html(text)).toMatch(/(<\/blockquote>|<\/aside>|<\/div>|<\/section>)\s*<p>[–—-]/);
  });
});

describe('scene breaks', () => {
  it.each(['***', '---', '* * *', '_ _ _'])('%s is one, and one with attributes', (line) => {
    expect(html(`a\n\n${line}\n\nb`)).toBe('<p>a</p>\n<hr>\n<p>b</p>');
    expect(html(`a\n\n${line} {.space #x}\n\nb`)).toBe(
      '<p>a</p>\n<hr class="space" id="chapter--x">\n<p>b</p>',
    );
    expect(html(`> a\n>\n> ${line} {.space}\n>\n> b`)).toContain('<hr class="space">');
  });

  it.each(['* * * x {.space}', '** {.space}', '* * *\n\n  {.space}', '*-* {.space}', '*** {not so}'])(
    '%j is none with attributes',
    (line) => {
      const { html: page, book } = dressed(`a\n\n${line}\n\nb`);
      expect(page).not.toContain('class="space"');
      expect(book.said()).toEqual([]);
    },
  );
});

describe('drop caps', () => {
  it.each([
    ['[W]{.drop-cap}hen it rained.', 'When it rained.'],
    ['"[W]{.drop-cap}hen," she said.', '“When,” she said.'],
    ['[[W]{.drop-cap}hen it]{.lead-in} rained.', '<span class="lead-in">When it</span> rained.'],
    ['[W]{.drop-cap}[hen it]{.lead-in} rained.', '<span class="lead-in">When it</span> rained.'],
    ['*[W]{.drop-cap}hen* it rained.', '<em>When</em> it rained.'],
    ['[*W*]{.drop-cap}hen', '<em>W</em>hen'],
    ['[]{.index entry=rain}[W]{.drop-cap}hen', '<span id="chapter--index-1"></span>When'],
    ["[I]{.drop-cap}'ll [W]{.big}ait", 'I’ll <span class="big">W</span>ait'],
  ])('leave the word whole: %s', (markdown, expected) => {
    const { html: page, book } = dressed(markdown);
    expect(page).toBe(`<p class="drop-cap">${expected}</p>`);
    expect(book.said()).toEqual([]);
  });

  it.each([
    'Then [W]{.drop-cap}hen',
    '[W]{.drop-cap}hen [I]{.drop-cap}t',
    '## [W]{.drop-cap}hen',
    '`x` [W]{.drop-cap}hen',
    '[W]{.drop-cap}. H. Auden',
    '[W.]{.drop-cap} H. Auden',
    '[I]{.drop-cap}, for one,',
  ])('only open a paragraph: %s', (markdown) => {
    const { html: page, book } = dressed(markdown);
    expect(page).toContain('<span>');
    expect(book.said()).toEqual([expect.stringMatching(/^attribute-known chapter\.md:3:\d+$/)]);
  });
});

describe('ruby', () => {
  it.each([
    ['[Kyoto]{ruby="kjo-to"}', '<ruby>Kyoto<rp>(</rp><rt>kjo-to</rt><rp>)</rp></ruby>'],
    ['[*a*b]{ruby="x|y|z"}', '<ruby><em>a</em>b<rp>(</rp><rt>xyz</rt><rp>)</rp></ruby>'],
    ['[a]{ruby="x &lt; y"}', '<ruby>a<rp>(</rp><rt>x &#x3C; y</rt><rp>)</rp></ruby>'],
    ['<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>', '<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>'],
    ['<ruby><rb>漢</rb><rt>かん</rt></ruby>', '<ruby><rb>漢</rb><rt>かん</rt></ruby>'],
  ])('%s', (markdown, expected) => {
    const { html: page, book } = dressed(markdown);
    expect(page).toBe(`<p>${expected}</p>`);
    expect(book.said()).toEqual([]);
  });
});

describe('spans', () => {
  it.each([
    ['H[2]{.sub}O, x[2]{.sup}', 'H<sub>2</sub>O, x<sup>2</sup>'],
    ['<kbd>Ctrl</kbd>+[C]{.kbd}', '<kbd>Ctrl</kbd>+<kbd>C</kbd>'],
    ['~x~ and ~~y~~', '<del>x</del> and <del>y</del>'],
    ['2^3^4', '2^3^4'],
    ['H~2~O and (a)~i~', 'H<sub>2</sub>O and (a)<sub>i</sub>'],
    ['no~t so~ here, nor ~~x~~', 'no<del>t so</del> here, nor <del>x</del>'],
    ['x^2^ + (y)^n+1^, 1^st^', 'x<sup>2</sup> + (y)<sup>n+1</sup>, 1<sup>st</sup>'],
    ['a ^ b ^ c, \\^2^, x^a b^', 'a ^ b ^ c, ^2^, x^a b^'],
    ['==these words==, (==one==).', '<mark>these words</mark>, (<mark>one</mark>).'],
    ['a == b == c, a==b==c, === x ===, \\==x==', 'a == b == c, a==b==c, === x ===, ==x=='],
    [
      '==*word*==, ==some *slanted* words==',
      '<mark><em>word</em></mark>, <mark>some <em>slanted</em> words</mark>',
    ],
    [
      '==`code`== ==[link](https://a.example)==',
      '<mark><code>code</code></mark> <mark><a href="https://a.example">link</a></mark>',
    ],
    [
      '**==a== *b* ==c *d*==** ==e',
      '<strong><mark>a</mark> <em>b</em> <mark>c <em>d</em></mark></strong> ==e',
    ],
    ['==a *b* == *c* and ==*d* ==', '==a <em>b</em> == <em>c</em> and ==<em>d</em> =='],
    ['\\==*a*== ==*b*\\==', '==<em>a</em>== ==<em>b</em>=='],
    [
      'x^*2*^, *x*^2^, H~*2*~O, *x*~i~',
      'x<sup><em>2</em></sup>, <em>x</em><sup>2</sup>, H<sub><em>2</em></sub>O, <em>x</em><sub>i</sub>',
    ],
    ['x^*2 3*, H~*2 \\~', 'x^<em>2 3</em>, H~*2 ~'],
    ['`x^2^` `==a==`', '<code>x^2^</code> <code>==a==</code>'],
  ])('%s', (markdown, expected) => {
    expect(html(markdown)).toBe(`<p>${expected}</p>`);
  });
});

describe('verse', () => {
  const lines = (markdown: string) =>
    html(markdown)
      .split('</p>')
      .map((stanza) => [...stanza.matchAll(/verse-line">(.*?)<\/span>/g)].map(([, line]) => line))
      .filter(({ length }) => length);

  it.each([
    [':::verse\na\n  *b*\n    **c** d\n:::', [['a', '\u2003<em>b</em>', '\u2003\u2003<strong>c</strong> d']]],
    ['> :::verse\n>   a\n> b\n>\n>     c\n> :::', [['\u2003a', 'b'], ['\u2003\u2003c']]],
    ['- x\n\n  :::verse\n  a\n    b\n  :::', [['a', '\u2003b']]],
    [
      ':::verse\n1. a\n  b\nc\n\n2. d\n   e\n     f\n\n   g\n:::',
      [['a', '\u2003b', 'c'], ['d', 'e', '\u2003f'], ['g']],
    ],
    [':::verse\n1. a\n2. b\n   c\n\n  d\n:::', [['a'], ['b', 'c'], ['\u2003d']]],
    ['> :::verse\n> - a\n>   b\n>\n> c\n> :::', [['a', 'b'], ['c']]],
    [
      '| a\n|   b\n|\n| c *d\n| e*',
      [
        ['a', '\u2003b'],
        ['c <em>d</em>', '<em>e</em>'],
      ],
    ],
    ['| **1** a\n|\n|   \n| *b*\n| *|* c', [['<strong>1</strong> a'], ['<em>b</em>', '<em>|</em> c']]],
    ['| [a](http://x.example)\n| b', [['<a href="http://x.example">a</a>', 'b']]],
    [
      '| a\n| *b* c\n| `d`\n|\n| **e**\n| ~~f~~',
      [
        ['a', '<em>b</em> c', '<code>d</code>'],
        ['<strong>e</strong>', '<del>f</del>'],
      ],
    ],
  ])('keeps what is indented and its stanzas: %j', (markdown, expected) => {
    expect(lines(markdown)).toEqual(expected);
  });
});

describe('a definition', () => {
  it('of several paragraphs keeps them apart', () => {
    expect(html('Recto\n: One.\n\n    Two.\n\n    - a\n')).toContain(
      '<dd>\n<p>One.</p>\n<p>Two.</p>\n<ul>\n<li>a</li>\n</ul>\n</dd>',
    );
    expect(html('Recto\n: One.\n: Two.\n')).toContain('<dd>One.\n</dd>\n<dd>Two.\n</dd>');
  });
});
