import { describe } from 'vitest';
import { GOOD, mistakenFiles, mistakes } from '../support/mistake.js';
import { noise } from '../support/pictures.js';

/** The smallest PNG: one pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=',
  'base64',
);
const photograph = await noise(160, 120).jpeg().toBuffer();
const png = await noise(60, 60).png().toBuffer();
const otherPixels = Buffer.from(png).fill(0x5a, 600, 620);
const chapter = (text: string): string => `# A chapter\n\n${text}\n`;
const front = (yaml: string): string => `---\n${yaml}\n---\n\n# A chapter\n\nText.\n`;

describe('images', () => {
  mistakenFiles(
    {
      'that are not there': { text: chapter('![A](gone.png)'), says: ['3:1 error image-exists'] },
      'of another name': {
        text: chapter('![A](images/wafe.png)'),
        says: ['3:1 error image-exists'],
        remedy: /Did you mean images\/wave\.png\?/,
      },
      'in another folder': {
        text: chapter('![A](wave.png)'),
        says: ['3:1 error image-exists'],
        remedy: /Did you mean images\/wave\.png\?/,
      },
      'in other letters': {
        text: chapter('![A](images/Wave.PNG)'),
        says: ['3:1 error image-exists'],
        remedy: /Did you mean images\/wave\.png\?/,
      },
      'without an address': {
        text: chapter('![A]() ![A](#x)'),
        says: ['3:1 error image-exists', '3:8 error image-exists'],
        remedy: /between the round brackets/,
      },
      'that are none': {
        text: chapter('![A](images/text.png)'),
        says: ['3:1 error image-readable'],
        remedy: /no image at all/,
      },
      'of 0 bytes': {
        text: chapter('![A](images/empty.png)'),
        says: ['3:1 error image-readable'],
        remedy: /empty/,
      },
      'cut short': {
        text: chapter('![A](images/half.png)'),
        says: ['3:1 error image-readable'],
        remedy: /cut short/,
      },
      'of other bytes than they were': {
        text: chapter('![A](images/meddled.png)'),
        says: ['3:1 error image-readable'],
        remedy: /check sums are wrong/,
      },
      'half of which is grey': {
        text: chapter('![A](images/grey.jpg)'),
        says: ['3:1 warning image-is-sound'],
        remedy: /copy it here again/,
      },
      'of a telephone': {
        text: chapter('![A](images/photo.heic)'),
        says: ['3:1 error image-readable'],
        remedy: /HEIC.*\n[\s\S]*Export it as JPEG/,
      },
      'with labels of HTML': {
        text: chapter('![A](images/flow.svg)'),
        says: ['3:1 error svg-is-safe'],
        remedy: /labels are HTML.*draw\.io/,
      },
      'that are a folder': {
        text: chapter('![A](images)'),
        says: ['3:1 error image-readable'],
        remedy: /folder/,
      },
      'of the web': {
        text: chapter('![A](https://example.org/a.png)'),
        says: ['3:1 error image-is-local'],
      },
      'outside the folder': { text: chapter('![A](../secret.png)'), says: ['3:1 error inside-folder'] },
      'without a text': { text: chapter('![](images/wave.png)'), says: ['3:1 warning image-alt'] },
      'of names of signs, which is no mistake': {
        text: chapter(
          '![A](<images/i #1.png>) ![A](images/q%3F.png) ![A](images/100%.png) ![A](images/wave.png#x)',
        ),
        says: [],
      },
    },
    {
      'book/images/wave.png': PNG,
      'book/images/text.png': 'no image',
      'book/images/empty.png': '',
      'book/images/half.png': PNG.subarray(0, 50),
      'book/images/meddled.png': otherPixels,
      // Its end is marked, and half of what should stand before it is missing.
      'book/images/grey.jpg': Buffer.concat([
        photograph.subarray(0, photograph.length >> 1),
        photograph.subarray(-2),
      ]),
      'book/images/flow.svg':
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><switch><foreignObject width="9" height="9"><div xmlns="http://www.w3.org/1999/xhtml">Start</div></foreignObject><text>Sta…</text></switch></svg>',
      'book/images/photo.heic': Buffer.from('\0\0\0\u0018ftypheic\0\0\0\0mif1heic', 'latin1'),
      'book/images/i #1.png': PNG,
      'book/images/q?.png': PNG,
      'book/images/100%.png': PNG,
      'secret.png': PNG,
    },
  );
});

describe('links', () => {
  mistakenFiles(
    {
      'to a chapter that is not there': {
        text: chapter('[x](nothing-like-it.md)'),
        says: ['3:1 warning link-resolves'],
      },
      'to the web, without its beginning': {
        text: chapter('[x](www.example.org/a)'),
        says: ['3:1 warning link-resolves'],
        remedy: /Did you mean https:\/\/www\.example\.org\/a\?/,
      },
      'to a chapter of a name like it': {
        text: chapter('[x](chaptre.md)'),
        says: ['3:1 warning link-resolves'],
        remedy: /Did you mean part\/chapter\.md\?/,
      },
      'to a chapter in other letters': {
        text: chapter('[x](part/Chapter.md)'),
        says: ['3:1 warning link-resolves'],
        remedy: /Did you mean part\/chapter\.md\?/,
      },
      'to a heading that is not there': {
        text: chapter('[x](part/chapter.md#secton)'),
        says: ['3:1 warning link-resolves'],
        remedy: /Did you mean part\/chapter\.md#section\?/,
      },
      'to a heading of its own that is not there': {
        text: chapter('[x](#nowhere)'),
        says: ['3:1 warning link-resolves'],
      },
      'to a handout that is not there': {
        text: chapter('::handout{name="gone"}'),
        says: ['3:1 error handout-exists'],
      },
      'by a name that is not given': { text: chapter('[x][gone]'), says: ['3:1 warning reference-defined'] },
    },
    { 'book/part/chapter.md': '# Part\n\n## Section\n\nText.\n' },
  );
});

describe('notes', () => {
  mistakenFiles({
    'called and not written': { text: chapter('A.[^a]'), says: ['3:3 warning reference-defined'] },
    'written and not called': { text: chapter('A.\n\n[^a]: A note.'), says: ['5:1 warning note-printed'] },
    'written twice': {
      text: chapter('A.[^a]\n\n[^a]: One.\n\n[^a]: Two.'),
      says: ['7:1 warning note-printed'],
      remedy: /m\d+\.md:5:1 {2}the first of that name/,
    },
    'of a mistyped name': {
      text: chapter('A.[^waze]\n\n[^wave]: One.'),
      says: ['3:3 warning reference-defined'],
      remedy: /Did you mean “\^wave”\?/,
    },
  });
});

describe('markup', () => {
  mistakenFiles({
    'a fence that is not closed': {
      text: chapter('```js\ncode\n\nMore.'),
      says: ['3:1 warning markup-closes'],
    },
    'a block that is not closed': {
      text: chapter(':::note\nText.\n\nMore.'),
      says: ['3:1 warning markup-closes'],
    },
    'one of two blocks that was not closed': {
      text: chapter(':::note\n:::tip\nIn.\n:::\n\nOut.'),
      says: ['3:1 warning markup-closes'],
    },
    'a block that was closed twice': {
      text: chapter(':::note\n:::tip\nIn.\n:::\n:::\n\n:::'),
      says: ['9:1 warning markup-closes'],
    },
    'blocks that end with fewer colons than they begin with': {
      text: chapter(':::: note\nText.\n\n:::tip\nIn.\n:::\n\n```\n:::\n```\n\n:::\n\nMore.'),
      says: ['3:1 warning markup-closes'],
      remedy: /“:::” further down has fewer colons than it takes: write “::::” there/,
    },
    'a block that was not opened': { text: chapter('Text.\n\n:::'), says: ['5:1 warning markup-closes'] },
    'a comment that is not closed': {
      text: chapter('<!-- Text.\n\nMore.'),
      says: ['3:1 warning markup-closes'],
    },
    'a formula that is not closed': {
      text: chapter('$$\nx = 1\n\nMore.'),
      says: ['3:1 warning markup-closes'],
      remedy: /Close it with “\$\$”/,
    },
    'a formula with a blank line in it': {
      text: chapter('Text.\n$$\nx\n\n= 1\n$$\n\nMore.'),
      says: ['4:1 warning markup-closes'],
      remedy: /no blank line/,
    },
    'dollars that are prices, which is no mistake': {
      text: chapter('It is $5 and $6, US$10, from $$ to \\$\\$.\n\n\\$$ x'),
      says: [],
    },
    'a title behind the name of a block, with braces': {
      text: chapter('::: warning Take care {#mind}\nText.\n:::'),
      says: ['3:1 warning markup-shows'],
      remedy: /Write :::warning\[Take care\]\{#mind\} on a line/,
    },
    'a title behind the name of a block, whose last word is in braces': {
      text: chapter('::: warning Take {this}\nText.\n:::'),
      says: ['3:1 warning markup-shows'],
      remedy: /Write :::warning\[Take \{this\}\] on a line/,
    },
    'an unknown block': {
      text: chapter(':::nothe\nText.\n:::'),
      says: ['3:1 warning directive-known'],
      remedy: /Did you mean “:::note”\?/,
    },
    'a block with the wrong number of colons': {
      text: chapter(':::lines\n:::'),
      says: ['3:1 warning directive-known'],
      remedy: /Did you mean “::lines”\?/,
    },
    'an attribute that a block does not take': {
      text: chapter(':::note[Colour]{colour=red}\nText.\n:::'),
      says: ['3:17 warning attribute-known'],
    },
    'words in the brackets of what fills itself': {
      text: chapter('::list-of-figures[What *we* saw]'),
      says: ['3:1 warning list-has-entries', '3:19 warning label-shows'],
      remedy: /“What we saw” in its brackets is not printed[\s\S]*above it/,
    },
    'an attribute with a slip': {
      text: chapter(':::cards{copeis=4}\nText.\n:::'),
      says: ['3:10 warning attribute-known'],
      remedy: /Did you mean “copies”\?/,
    },
    'a language that there is not': {
      text: chapter(':::aside{lang=english}\nText.\n:::'),
      says: ['3:1 error attribute-valid'],
      remedy: /such as fr, de-CH or he/,
    },
    'a direction that there is not': {
      text: chapter('[Text]{dir=left}'),
      says: ['3:1 error attribute-valid'],
      remedy: /ltr, rtl or auto/,
    },
    'a dialogue in which nobody speaks': {
      text: chapter(':::dialogue\nText.\n:::'),
      says: ['3:1 warning speaker-named'],
      remedy: /Anna: Where were you\?/,
    },
    'a pair without its other side': {
      text: chapter(':::pairs\n+ I miss you.\n:::'),
      says: ['4:3 warning pair-complete'],
      remedy: /begins with a hyphen/,
    },
    'a drop cap inside a heading': {
      text: chapter('## [W]{.drop-cap}ords\n\nText.'),
      says: ['3:4 warning attribute-known'],
    },
    'a number that is none': { text: chapter('::lines{n=abc}'), says: ['3:1 error directive-count'] },
    'HTML that is not closed': {
      text: chapter('<div>\n\nText <b>bold.'),
      says: ['3:1 warning html-closes', '5:6 warning html-closes'],
    },
    'a word in angle brackets': {
      text: chapter('Type open <folder> and <Your Name>.'),
      says: ['3:11 warning html-closes', '3:24 warning html-closes'],
      remedy: /put a backslash before it, \\<folder>, or write it as code/,
    },
    'a word in angle brackets within HTML': {
      text: chapter('<pre>\nopen <folder>\n</pre>'),
      says: ['4:6 warning html-closes'],
      remedy: /write &lt; for its first sign: &lt;folder>/,
    },
    'HTML that closes nothing': { text: chapter('Text.\n\n</div>'), says: ['5:1 warning html-closes'] },
    'a style that an element gives itself': {
      text: chapter('<p style="color: red">1</p>'),
      says: ['3:1 warning html-is-known'],
      remedy: /Give it a class/,
    },
    'HTML that no book has': { text: chapter('<script>1</script>'), says: ['3:1 error html-is-safe'] },
    'HTML that need not be closed, which is no mistake': { text: chapter('<p>Text.<br>\n<hr>'), says: [] },
    'a row with too many cells': {
      text: chapter('| A | B |\n| - | - |\n| 1 |\n| 1 | 2 | lost |'),
      says: ['6:9 warning table-fits-head'],
      remedy: /“lost” is not printed/,
    },
    'a head that does not fit its dashes': {
      text: chapter('| A | B |\n| - |\n| 1 | 2 |'),
      says: ['3:1 warning table-fits-head'],
    },
    'a level of headings left out': { text: chapter('### Three'), says: ['3:1 warning heading-steps'] },
    'a heading without words': { text: chapter('##'), says: ['3:1 warning heading-text'] },
  });
});

describe('what needs two places', () => {
  mistakenFiles({
    'a term that nothing explains': {
      text: chapter('A [flodding]{.term}.\n\n:::glossary\nFlooding\n: Too much.\n:::'),
      says: ['3:3 error glossary-term-known'],
      remedy: /Did you mean “Flooding”\?/,
    },
    'a term that is explained twice': {
      text: chapter(':::glossary\nCalm\n: So.\n\ncalm\n: Or so.\n:::'),
      says: ['7:1 warning glossary-entry-unique'],
      remedy: /the first/,
    },
    'a glossary without terms': {
      text: chapter(':::glossary\nCalm means so.\n:::'),
      says: ['3:1 error glossary-has-entries'],
    },
    'a solution in or behind an exercise whose name is mistyped': {
      text: chapter(
        ':::exercice\nAdd.\n:::\n\n:::solution\nTwo.\n:::\n\n::::exercice\nAdd.\n\n:::solution\nTwo.\n:::\n::::',
      ),
      says: ['3:1 warning directive-known', '11:1 warning directive-known'],
      remedy: /Did you mean “:::exercise”/,
    },
    'a solution without an exercise': {
      text: chapter(':::solution\nNo.\n:::'),
      says: ['3:1 error solution-has-exercise'],
    },
    'a reference to an exercise that is not there': {
      text: chapter(':::exercise{#ex-rest}\nRest.\n:::\n\nSee @ex-rset.'),
      says: ['7:5 error reference-resolves'],
      remedy: /Did you mean @ex-rest\?/,
    },
    'marks in code without their explanation': {
      text: chapter('```js\na(); // <1>\n```'),
      says: ['4:9 warning code-mark-explained'],
    },
    'an explanation without a mark in the code': {
      text: chapter('```js\na(); // <1>\n```\n\n1. One.\n2. Two.'),
      says: ['8:1 warning code-mark-explained'],
    },
    'abbreviations that are used by nobody or explained twice': {
      text: chapter('HTML\n\n*[HTML]: One\n*[HTML]: Two\n*[CSS]: Three'),
      says: ['6:1 warning abbreviation-once', '7:1 warning abbreviation-used'],
    },
    'cells that cannot be one': {
      text: chapter('| a | b |\n| - | - |\n| ^^ | 2 |'),
      says: ['5:1 error table-span-fits'],
    },
    'a row with more cells than the head of a table with a caption': {
      text: chapter('| a | b |\n| - | - |\n| 1 | 2 | 3 |\n\n: What it shows {#tbl-many}'),
      says: ['5:9 warning table-fits-head'],
    },
    'a list with nothing in it': {
      text: chapter('::list-of-listings'),
      says: ['3:1 warning list-has-entries'],
      remedy: /\{#lst-…\}/,
    },
  });
});

describe('formulas', () => {
  mistakenFiles({
    'that are no TeX': {
      text: chapter('A $\\frac{1}{2$ b.'),
      says: ['3:14 error formula-reads'],
      remedy: /backslash before the dollar/,
    },
    'with an unknown command': {
      text: chapter('$$\na\n+ \\alhpa\n$$'),
      says: ['5:3 error formula-reads'],
    },
    'that define': { text: chapter('$\\def\\a{\\a\\a}\\a$'), says: ['3:2 error formula-reads'] },
    'with a number of their own': {
      text: chapter('$$x \\tag{3}$$'),
      says: ['3:5 error formula-reads'],
      remedy: /\{#eq-name\}/,
    },
    'pointed at and not there': {
      text: chapter('$$x$$ {#eq-energy}\n\n@eq-enregy'),
      says: ['5:1 error reference-resolves'],
      remedy: /Did you mean/,
    },
  });
});

describe('front matter', () => {
  mistakenFiles({
    'that is no YAML': { text: front('title: "X'), says: ['2:8 error yaml-parses'] },
    'that is not closed': {
      text: '---\ntitle: X\n\n# A\n\nText.\n',
      says: ['1:1 error front-matter-closes'],
    },
    'that is TOML': {
      text: '+++\ntitle = "X"\n+++\n\n# A\n\nText.\n',
      says: ['1:1 error front-matter-closes'],
      remedy: /is TOML.*Write it as YAML/s,
    },
    'behind an empty line': {
      text: '\n\n---\ntitle: X\ntags:\n  - a\n---\n\n# A\n\nText.\n',
      says: ['3:1 error front-matter-closes'],
      remedy: /does not begin its file.*Take out whatever stands before/s,
    },
    'behind a space': {
      text: ' ---\ntitle: X\n---\n\n# A\n\nText.\n',
      says: ['1:1 error front-matter-closes'],
    },
    'between dashes that an editor has made': {
      text: '—\ntitle: X\nlang: en\n—\n\n# A\n\nText.\n',
      says: ['1:1 error front-matter-closes'],
      remedy: /does not begin with three dashes.*three hyphens/s,
    },
    'without a line of dashes before it': {
      text: 'title: X\ntags:\n  - a\n---\n\n# A\n\nText.\n',
      says: ['1:1 error front-matter-closes'],
      remedy: /no line of dashes before it/,
    },
    'without any dashes': {
      text: 'Title: X\nAuthor: Y\n\n# A\n\nText.\n',
      says: ['1:1 error front-matter-closes'],
    },
    'that is a line of text': { text: 'Title: so I called it.\n\n# A\n\nText.\n\n---\n', says: [] },
    'that is what somebody says': { text: '—\nAnna: Yes.\n\n# A\n\nText.\n', says: [] },
    'with keys of a web site': {
      text: front(
        'layout: post\ntags: [a, b]\ncssclasses: wide\ndate: 2026-03-01 10:00:00 +0100\ntype: docs',
      ),
      says: ['6:1 warning front-matter-key-known'],
      remedy: /leave it if another tool needs it/,
    },
    'with a place among its neighbours': {
      text: front('weight: 3\nsidebar_position: 2'),
      says: ['2:1 warning front-matter-key-known', '3:1 warning front-matter-key-known'],
      remedy: /write contents: \[one\.md, two\.md\] in the order of the book/,
    },
    'for an edition that is none, by another name': {
      text: front('formats: [hugo]'),
      says: ['2:11 error edition-known'],
    },
    'with an unknown key': {
      text: front('titel: X'),
      says: ['2:1 warning front-matter-key-known'],
      remedy: /Did you mean “title”\?/,
    },
    'with wrong values': {
      text: front('lang: english\ndate: soon\nrole: chaptre\nid: 5 a\ndraft: maybe\npages: 0'),
      says: [
        '2:7 error value-valid',
        '3:7 warning date-reads',
        '4:7 error value-valid',
        '5:5 error value-valid',
        '6:8 error value-valid',
        '7:8 error value-valid',
      ],
      remedy: /did you mean “chapter”/,
    },
    'with an edition that there is not': {
      text: front('outputs: [prnt]'),
      says: ['2:11 error edition-known'],
      remedy: /Did you mean “print”\?/,
    },
    'with an id for the first time, which is no mistake': { text: front('id: once'), says: [] },
    'with an id for the second time': {
      text: front('id: once'),
      says: ['2:5 error id-unique'],
      remedy: /book\/m26\.md:2/,
    },
    'with what other tools say of authors': {
      text: front('authors:\n  - name: Ann\n    orcid: 0000-0000\n    email: a@b.c\n  - Ben'),
      says: ['4:5 warning front-matter-key-known', '5:5 warning front-matter-key-known'],
    },
    'with a mistyped key of an author': {
      text: front('author:\n  nam: Ann'),
      says: ['3:3 error key-known'],
      remedy: /Did you mean “name”\?/,
    },
    'with a key of the whole book': {
      text: front('trim: 5x8'),
      says: ['2:1 warning front-matter-key-known'],
      remedy: /for the whole book, write “trim” into book\.yaml/,
    },
    'with a word of everyday': {
      text: front('constructor: 5'),
      says: ['2:1 warning front-matter-key-known'],
      remedy: /→ Remove it/,
    },
  });
});

describe('too much', () => {
  const nested = Array.from({ length: 3000 }, (_, i) => `${'  '.repeat(i)}- x`).join('\n');
  mistakenFiles({
    '5 MB in one line': {
      text: chapter('word '.repeat(1_000_000)),
      says: ['3:1 error paragraph-is-reasonable'],
      remedy: /5,000,00\d characters/,
    },
    '5 MB in one paragraph of many lines': {
      text: chapter(`${'word '.repeat(20)}\n`.repeat(50_000)),
      says: ['3:1 error paragraph-is-reasonable'],
    },
    '5 MB in one word': { text: chapter('w'.repeat(5_000_000)), says: ['3:1 error paragraph-is-reasonable'] },
    '3,000 nested quotes': {
      text: chapter(`${'>'.repeat(3000)} deep`),
      says: ['3:61 error nesting-is-reasonable'],
    },
    '3,000 nested lists': { text: chapter(nested), says: ['123:1 error nesting-is-reasonable'] },
    'lists of definitions within one another in a quotation': {
      text: chapter('Text.\n\n> a\n> : b\n>   : c\n>\n> d\n> :'),
      says: ['5:1 error markup-is-read'],
      remedy: /take them out of it/,
    },
    '3,000 nested brackets': {
      text: chapter(`${'['.repeat(3000)}x${']'.repeat(3000)}`),
      says: ['3:61 error nesting-is-reasonable'],
    },
  });
  mistakes([
    {
      name: '40 MB in one file',
      files: { 'book/a.md': GOOD, 'book/b.md': 'word\n\n'.repeat(7_000_000) },
      code: 1,
      messages: ['book/b.md error file-readable'],
      says: /Split it/,
    },
  ]);
});
