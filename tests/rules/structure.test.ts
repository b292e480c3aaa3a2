import { describe, expect, it } from 'vitest';
import { judged } from '../support/judged.js';
import { buildInMemory } from '../support/memory.js';

/*
 * What the rules of headings, images, tables and lists find, at which line and column, and what they leave alone.
 */
describe.each<[string, [string, string[]][], string[]]>([
  [
    'image-alt',
    [
      ['<img src="disc.png">', ['1:1']],
      ['A disc <img width="9" src=disc.png /> and ![](disc.png) here.', ['1:8', '1:43']],
      ['<div>\n<p>\n  <IMG\n    src="disc.png">\n</p>\n</div>', ['3:3']],
      ['> <div>\n> <img src="disc.png">\n> </div>', ['1:3']],
    ],
    [
      '<img src="disc.png" alt="A disc">',
      "<img alt='' src='disc.png'>",
      '<img src="disc.png" class="wide decorative">',
      'A <img src="disc.png" role="presentation"> and <img src="disc.png" aria-hidden="true"> here.',
      '<!-- <img src="disc.png"> -->\n\n`<img src="disc.png">`',
    ],
  ],
  [
    'alt-text-speaks',
    [
      ['![IMG_2041](disc.png)', ['1:1']],
      ['![DSC00012.JPG](disc.png)', ['1:1']],
      ['![image](disc.png)\n\n![A photo](disc.png)', ['1:1', '3:1']],
      ['![Image of a disc](disc.png)', ['1:1']],
      ['![disc.png][d]\n\n[d]: disc.png', ['1:1']],
    ],
    [
      '![disc](disc.png)',
      '![A photo of my mother at sea](disc.png)',
      '![Figure skaters on a lake](disc.png)',
    ],
  ],
  [
    'alt-text-is-short',
    [[`![${'A red disc on white. '.repeat(20)}](disc.png)`, ['1:1']]],
    ['![A red disc](disc.png)'],
  ],
  [
    'caption-is-marked',
    [
      [
        '![A](disc.png)\n\n*Fig. 2.1. The sun*\n\nTable 2 – Cups\n\n| a | b |\n| - | - |\n| c | d |',
        ['3:1', '5:1'],
      ],
      [
        '> | a | b |\n> | - | - |\n> | c | d |\n>\n> **Table IV:** Cups\n\n![A](disc.png)![B](disc.png)\n\nFIGURE 3a: Two',
        ['5:3', '9:1'],
      ],
      ['Figure 3: The sun\n\n<img src="disc.png" alt="A">', ['1:1']],
    ],
    [
      '![A](disc.png)\n\nFigure 3 shows the sun. Figure it out: so.',
      '![A](disc.png)\n\nTable 2: Cups\n\nText.\n\nFigure 3: so it is called.',
      '![A](disc.png "Figure 3: Sun")\n\nFigure 3.',
    ],
  ],
  [
    'caption-adds',
    [['![A disc](disc.png "A disc")', ['1:1']]],
    ['![A disc](disc.png "The sun")', '![A disc](disc.png){#fig-d}\n\nSee @fig-d.', '![A disc](disc.png)'],
  ],
  [
    'table-has-head',
    [['|  |  |\n| - | - |\n| a | b |', ['1:1']]],
    [
      '| | Cups |\n| - | - |\n| Mon | 3 |',
      '| | |\n| - | - |\n| Mon | 3 |\n\n: Cups {#tbl-c header-columns=1}\n\nSee @tbl-c.',
    ],
  ],
  [
    'counted-is-referred',
    [
      ['![A disc](disc.png){#fig-d}', ['1:1']],
      ['| a |\n| - |\n| b |\n\n: A table {#tbl-a}', ['1:1']],
    ],
    [
      '![A disc](disc.png){#fig-d}\n\nSee [-@fig-d].',
      '$$ a $$ {#eq-a}',
      '![A disc](disc.png "Not numbered")',
    ],
  ],
  [
    'address-reads',
    [
      ['![A disc](my disc.png "Cap")', ['1:1']],
      ['![A disc](my disc (1).png){width=50%}', ['1:1']],
      ["A [*slanted* one](my notes.md#two) and [one](b c.PDF 'It').", ['1:17', '1:40']],
      ['| a |\n| - |\n| ![A disc](my disc.png) |', ['3:3']],
      ['![A disc](my disc.png){#fig-d .wide width=50%}\n\nSee @fig-d.', ['1:1']],
      ['See ![A disc](my disc.png){#fig-d} and [one](my notes.md){.x}.', ['1:5', '1:40']],
    ],
    [
      '![A disc](<my disc.png>)',
      '![A disc](disc.png "A photo.png")',
      '[so](as they say) and [sic] (in my notes.md) and `[a](my notes.md)`',
      '\\[a\\](my notes.md)',
    ],
  ],
  [
    'heading-reads',
    [
      ['#Two', ['1:1']],
      ['Text.\n\n##two and more', ['3:1']],
      ['Text\n#Two\nmore.', ['2:1']],
      ['> Text\n> ##Two', ['2:3']],
      ['- a\n\n  ###Two', ['3:3']],
      ['#二', ['1:1']],
    ],
    [
      '## Two\n\nText.',
      'A word, #reading and\n#books, on the web.',
      '#reading is what they say of it.',
      '#Reading #Books',
      '#1 of all, #-1 and `#Two`',
      '\\#Two',
      '[#Two]{.verbatim}',
      '~~~\n#Two\n~~~',
      ':::verse\n#Two\n:::',
    ],
  ],
  [
    'table-reads',
    [
      ['| A | B |\n| 1 | 2 |', ['1:1']],
      ['Cups:\n|A|B|\n|1|2|\n|3|4|', ['2:1']],
      ['> | A | B\n> | 1 | 2', ['1:3']],
      ['| A | B\n| 1 | 2\n|\n| 3 | 4', ['1:1']],
      ['1. one\n| A | B |\n| - | - |\n| 1 | 2 |', ['2:1']],
      ['| Port | Day |\n| | Mon |\n| --- | --- |\n| a | b |', ['1:1']],
      ['Cups:\n| A | B |\n| C | D |\n| E | F |\n| --- | --- |\n| a | b |', ['2:1']],
      ['> | A | B |\n> | C | D |\n> | --- | --- |\n> | a | b |', ['1:3']],
    ],
    [
      'Cups a day:\n\n| C | D |\n| --- | --- |\n| a | b |',
      '| A | B |\n\n| C | D |\n| --- | --- |\n| a | b |',
      '| A | B |\n| - | - |\n| 1 | 2 |',
      '| A | B |',
      '|a| is\n|b| is, and so is',
      '| The lamp is lit,\n| the road is long.',
      '~~~\n| A | B |\n| 1 | 2 |\n~~~',
      'a | b\nc | d',
    ],
  ],
  [
    'list-reads',
    [
      ['Steps:\na) one\nb) two', ['2:1']],
      ['a. one\nb. two', ['1:1']],
      ['(a) one\n(b) two\n(c) three', ['1:1']],
      ['I. one\nII. two', ['1:1']],
      ['> (1) one\n> (2) two', ['1:3']],
      ['What to do:\n[ ] one\n[x] two', ['2:1']],
      ['☐ one\n☑ two', ['1:1']],
      ['• one\n• two', ['1:1']],
      ['- [] one\n- [ ] two', ['1:3']],
    ],
    [
      '1. one\n2. two',
      '1) one\n2) two',
      'There is\n(a) one and (b) two.',
      'She went there\n– as he said – and came\n– late as always – back.',
      '– 何？\n– はい。',
      'a) one\\\nb) two',
      'a) one  \nb) two',
      'a) one\n\nb) two',
      'A. Smith\nC. Jones',
      '[ ] one\n\n[ ] two',
      '- [ ] one\n- [x] two\n- []{.fill}',
      'So it is [x] and\n[x] again, • and\nno • more.',
      '<ol type="a">\n<li>one</li>\n<li>two</li>\n</ol>',
      ':::verse\na) one\nb) two\n:::',
    ],
  ],
  [
    'scene-break-is-marked',
    [
      ['Text.\n\n~\n\nMore.', ['3:1']],
      ['Text.\n\n**\\*\\*\\***\n\nMore.', ['3:1']],
      ['Text.\n\n⁂\n\nMore.', ['3:1']],
      ['Text.\n\n::: {.centred}\n\\* \\* \\*\n:::\n\nMore.', ['4:1']],
      ['Text.\n\n<p align="center">~</p>\n\nMore.', ['3:1']],
    ],
    [
      'Text.\n\n* * *\n\nMore.',
      'Text.\n\n…\n\nMore.',
      'Text.\n\n—\n\nMore.',
      'Text.\n\n<center>~</center>\n\nMore.',
      'Text.\n\n> ~\n\nMore.',
      'Text.\n\n\\* A note.\n\nMore.',
    ],
  ],
  [
    'item-has-text',
    [
      ['1.\n2. Rest.', ['1:1']],
      ['- a\n-\n- b\n-', ['2:1']],
      ['441.', ['1:1']],
    ],
    ['441\\.', '1. ____\n2. ______', '- [ ] a', '- ![A disc](disc.png)'],
  ],
  [
    'html-holds-html',
    [
      ['<div>\n**THE END**\n</div>', ['1:1']],
      ['Text.\n\n<section>*For you*</section>', ['3:1']],
      ['<div>\n\nText.\n</div>\n\n> <div>\n> [so](https://example.org)\n> </div>', ['6:3']],
      ['<div>\n## Two\n</div>', ['1:1']],
      ['<!--index: fear-->Fear.[]{.index entry="dread"}', ['1:1']],
      ['<div>[NATO]{.small-caps}</div>', ['1:1']],
      ['<div>Said.[^1]</div>\n\nSo.[^1]\n\n[^1]: By her.', ['1:1']],
      [`<p>\n**so**${'<code>so</code>'.repeat(4000)}</p>`, ['1:1']],
    ],
    [
      '<div>\n\n**Bold**\n\n</div>',
      '<p>2 * 3 * 4 and a*b*c, [sic] (so), a[1] {x}, a[i]{x}</p>',
      '<p>[a-z]{2} and [a]{3,5}, [^a-z] and [^2]</p>\n\nSo.[^1]\n\n[^1]: By her.',
      '<!--index: fear-->\nFear is *old*.',
      '<pre>\n**so**\n# so\n</pre>',
      '<!-- **so** -->\n\n<p title="**so**">so</p>',
      'A <b>*bold*</b> word.',
      '<table><tr><td>*</td><td>note*</td></tr></table>',
      '<style>\n* {color: red} *.so* {color: red}\n</style>',
      '<script>\nx = 2 **so** 3\n</script>',
      `<p>${'<code>'.repeat(4000)}\n**so**</p>`,
    ],
  ],
  [
    'list-is-meant',
    [
      ['Text.\n\n1947. That was the year.', ['3:1']],
      ['1947. Born.\n\n1951. School.\n\n1960. Work.', ['1:1']],
      ['1947.\n\nBorn.', ['1:1']],
      ['1947.\n1951. School.', ['1:1']],
    ],
    ['1947\\. That was the year.', '17. An item.', '1001. One.\n1002. Two.'],
  ],
  [
    'lines-stay-apart',
    [
      ['“Where were you?”\n“Out.”\n“Out where?”', ['2:1']],
      ['"Out," he said.\n"Out where?" she asked.', ['2:1']],
      ['— Where?\n— Out.', ['2:1']],
      ['> Name ________\n> Telephone ________', ['2:3']],
      ['Prep time: 20 minutes\nServes: 4', ['2:1']],
      ['**Open:** 9–17\n**Price**: €€', ['2:1']],
      ['MARTHA: Through the kitchen?\nTOM: Over it.', ['2:1']],
      ['**MARTHA** *(softly)*: Where?\n**TOM:** (*sits*) There.', ['2:1']],
      ['📍 Storgata 12\n☎️ 75 00 00 00', ['2:1']],
      ['**MARTHA**, who keeps the house\n**TOM**, her brother\n**A SURVEYOR**', ['2:1']],
      ['- For the soup:\n\n  2 onions\n  ½ fennel bulb\n  500 g monkfish\n  salt', ['4:3']],
    ],
    [
      '“Where were you?”\n\n“Out.”',
      '“Where were you?” she asked.\nHe said “Out.”',
      '“Out,” he said,\nand “never.”',
      '“Where?”\\\n“Out.”',
      ':::verse\n“Where?”\n“Out.”\n:::',
      'Name ________\nand more.',
      ':::dialogue\n“Where?”\n“Out.”\n:::',
      '“I went there,” she said, “and the rain had begun,\n“and nobody had an umbrella.”',
      '— первое,\n— второе.',
      'Note: it rained all day, and nobody\nwent out: they sat.',
      'Prep time: 20 minutes\\\nServes: 4',
      ':::dialogue\nMartha: Where?\nTom: There.\n:::',
      '**Words** in bold begin this line of a paragraph, and\n**others** the next.',
      '**Anna** went home when the rain was over, and nobody saw her, nor did\n**Ben**, who had been asleep since the morning and was not well, and so\n**Cleo** stayed.',
      'There were\n12 of them in the morning and\n15 in the evening, and then\n7.',
      '1947 was a hard year, and the frost held until the middle of March in\n1948 too, when the river was closed for\n20 days.',
    ],
  ],
  [
    'code-is-marked',
    [
      ['\t“Go home,” he said, and went.', ['1:1']],
      ['Text.\n\n    It rained all day long. She stayed\n    where she was.', ['3:1']],
      [`\tIt ${'rained and '.repeat(600)}rained.`, ['1:1']],
      ['(c) keep any animal other than—\n\n    (i) hens;\n\n    (ii) bees; or', ['3:1']],
      ['Keep:\n\n    a) hens\n    b) bees', ['3:1']],
      ['Rain.\n\n    MARTHA (off)\n    He means the bank.\n\n    TOM\n    The other side.', ['3:1']],
    ],
    [
      '```\nIt rained all day long.\n```',
      '    $ make all the things now.',
      '    Let x = f(y) be done.',
      '    It rained.',
      `    It ${'rained and '.repeat(600)} #\n    so.`,
      '- one\n\n    It rained all day long.',
      '    (x) => x + 1',
      '    1) Start\n    2) Stop',
      '    SELECT\n    name of all.',
    ],
  ],
  [
    'dashes-part',
    [
      ['He said nothing. He had learned that it was best.\n---\nMore.', ['1:1']],
      ['> It rained all day long,\n> and all night.\n> ---', ['1:3']],
      ['He said nothing. He had learned that it was best.\n----------\nMore.', ['1:1']],
    ],
    [
      'What it takes\n---\n\nText.',
      'He said nothing. He had learned that it was best.\n===\n\nText.',
      'He said nothing. He had learned that it was best.\n-----------------------------------------------\n\nText.',
      'What does it take to learn that nothing is the best to say?\n---\n\nText.',
      'It rained.\n\n---\n\nMore.',
      '## It rained all day long, and she stayed. So.\n\nText.',
    ],
  ],
  [
    'fence-opens',
    [['```js {caption="What `f` does"}\nf();', ['1:1']]],
    ['~~~js {caption="What `f` does"}\nf();\n~~~', '```words``` in a line', '````a ``` b```` in a line'],
  ],
  [
    'scene-break-parts',
    [
      ['Text.\n\n* * *\n\n## Two\n\nText.', ['3:1']],
      ['Text.\n\n---\n\n<!-- Later. -->\n\n## Two\n\nText.', ['3:1']],
      ['Text.[^1]\n\n* * * {.space}\n\n[^1]: A note.', ['3:1']],
    ],
    ['Text.\n\n* * *\n\nMore.\n\n## Two\n\nText.', 'Text.\n\n* * *\n\n> Words.'],
  ],
  [
    'section-has-text',
    [
      ['## Two\n\n## Three\n\nText.', ['1:1']],
      ['Text.\n\n## Last', ['3:1']],
    ],
    ['## Two\n\n### Three\n\nText.', '## Two\n\n![A disc](disc.png)'],
  ],
  [
    'headings-differ',
    [['## Two\n\nText.\n\n## Two\n\nText.', ['5:1']]],
    ['## Two\n\n### Notes\n\nText.\n\n## Three\n\n### Notes\n\nText.'],
  ],
  [
    'heading-ends',
    [['## What it takes:\n\nText.', ['1:1']]],
    ['## What does it take?\n\nText.\n\n## Mr. X and Co.\n\nText.'],
  ],
  [
    'heading-capitals',
    [['## THE WHOLE CASE\n\nText.', ['1:1']]],
    ['## NATO\n\nText.\n\n## HTML and CSS\n\nText.\n\n## A 1 B\n\nText.'],
  ],
  [
    'chapter-is-marked',
    [
      ['Text.\n\nCHAPTER TWO\n\nText.', ['3:1']],
      ['# My novel\n\nCHAPTER ONE\n\nText.\n\nCHAPTER TWO\n\nText.', ['3:1', '7:1']],
      ['Text.\n\n**Chapter 12: The road**\n\nText.', ['3:1']],
      ['Text.\n\n*Chapter IV.*\n\nText.', ['3:1']],
      ['Text.\n\nChapter Twenty-one – Home\n\nText.', ['3:1']],
    ],
    [
      'Chapter headings\n\nText.',
      'Text.\n\n[Chapter 2](#two)\n\n## Two\n\nText.',
      'Chapter two is the best.\n\nText.',
      'Chapter One\n\nChapter Two\n\nChapter Three\n\nText.',
      '- Chapter Two\n\nText.',
      'Text.\n\nChapter Two',
      '# The Storm\n\n*Chapter Two*\n\nText.',
      'Text.\n\nChapter 4\nof the report says little of it.\n\nText.',
      'Text.\n\nChapter two: done.\n\nText.',
    ],
  ],
  [
    'heading-is-marked',
    [['**What you need**\n\nA pen.', ['1:1']]],
    ['**Never.**\n\nA pen.', '**Note** this.\n\nA pen.', '- **A pen**', '**Alone at the end**'],
  ],
  [
    'list-numbers-follow',
    [
      ['1. a\n2. b\n4. c', ['3:1']],
      ['3. a\n5. b', ['2:1']],
      ['1. a\n1. b\n1. c\n\n5. d\n6. e', ['5:1']],
    ],
    [
      '1. a\n1. b\n1. c',
      '1. a\n2. b\n3. c',
      '4. a\n5. b',
      '0. a\n1. b',
      '- a\n- b',
      '1. a\n\n   1. x\n   2. y\n\n2. b',
    ],
  ],
  [
    'index-entries-differ',
    [['[Patience]{.index}, [patience]{.index}, [patience]{.index}.', ['1:1']]],
    ['[Patience]{.index entry="patience"}, [patience]{.index}.', '[fear]{.index}, [fears]{.index}'],
  ],
])('%s', (id, wrong, right) => {
  const of = async (text: string): Promise<string[]> =>
    (await judged(`# One\n\n${text}\n`)).map((one) =>
      one.replace(/ (\d+):/, (_, line: string) => ` ${Number(line) - 2}:`),
    );

  it.each(wrong)('finds %j', async (text, places) => {
    expect(await of(text)).toEqual(places.map((place) => `${id} ${place}`));
  });

  it.each(right.map((text) => [text]))('leaves %j alone', async (text) => {
    expect((await of(text)).filter((one) => one.startsWith(id))).toEqual([]);
  });
});

describe('running-head-fits', () => {
  const long = 'All that was ever told of the sea, of the ships on it, and of those below';

  it('finds a long title, at its heading', async () => {
    expect(await judged(`Text first.\n\n# ${long}\n\nText.\n`)).toEqual(['running-head-fits 3:1']);
  });

  it('counts letters of full width as two', async () => {
    expect(await judged(`# ${'海の話'.repeat(12)}\n\nText.\n`)).toEqual(['running-head-fits 1:1']);
    expect(await judged(`# ${'海の話'.repeat(11)}\n\nText.\n`)).toEqual([]);
  });

  it('leaves one alone that has a short form, and that of a handout', async () => {
    expect(await judged(`---\nshort_title: The Sea\n---\n\n# ${long}\n\nText.\n`)).toEqual([]);
    expect(await judged('# One\n\nText.\n', { 'handouts/h.md': `# ${long}\n\nText.\n` })).toEqual([]);
  });
});

describe('quotes-turned', () => {
  it('finds a straight mark where typography is off, once in a chapter', async () => {
    expect(await judged('---\ntypography: false\n---\n\n# One\n\nIt\'s "so" and "so".\n')).toEqual([
      'quotes-turned 7:3',
    ]);
  });

  it('leaves what Octavo has turned, code and what is kept alone', async () => {
    expect(await judged('# One\n\n"So," it\'s 6\' 2", `"code"`, ["kept"]{.verbatim}.\n')).toEqual([]);
  });
});

it.each([
  ['<!--index: fear-->Fear is *old*.\n', /^Put the comment on a line of its own above/],
  ['<section>Fear is *old*.</section>\n', /^Leave a blank line behind <section>/],
])('html-holds-html says what to do about what begins the line: %j', async (text, remedy) => {
  const { messages } = await buildInMemory(
    { 'book.yaml': 'title: T\nauthor: A\n', 'a.md': `# One\n\n${text}` },
    { editions: ['epub'] },
  );
  const told = messages.find(({ ruleId }) => ruleId === 'html-holds-html');
  expect(told?.remedy).toMatch(remedy);
});

it.each([
  ['![A lamp](lamp.svg)', []],
  ['[![A lamp](lamp.svg)](https://example.org)', []],
  ['[TOC]', []],
  ['\\newpage', []],
  ['{{< toc >}}', []],
  ['`So` it was', [3]],
  ['![A lamp](lamp.svg) and so on', [3]],
  ['* * *\n\n> So.\n\nSo it was.', [7]],
])('text before the first heading is told, and an ornament is none: %j', async (text, lines) => {
  const { messages } = await buildInMemory(
    {
      'book.yaml': 'title: T\nauthor: A\n',
      'a.md': `\n\n${text}\n\n# One\n\nText.\n\n# Two\n\nText.\n`,
      'lamp.svg':
        '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60"><path d="M0 0h9v9z"/></svg>',
    },
    { editions: ['epub'] },
  );
  const told = messages.filter(({ ruleId }) => ruleId === 'text-has-heading');
  expect(told.map(({ line }) => line)).toEqual(lines);
});
