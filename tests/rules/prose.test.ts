import { describe, expect, it } from 'vitest';
import { judgedParagraph } from '../support/judged.js';
import { checkInMemory } from '../support/memory.js';

/*
 * What the rules of prose find, at which line and column, and what they leave alone.
 */
describe.each<[string, [string, string, string?][], [string, string?][]]>([
  [
    'spaces-single',
    [
      ['It rained.  We went.', '1:11'],
      ['*It*   rained.', '1:5'],
      ['Es  regnet.', '1:3', 'de'],
    ],
    [
      ['It rained.  \nWe went.'],
      ['A `code  span` and\n   a line that is indented.'],
      ['[as  typed]{.verbatim}'],
    ],
  ],
  [
    'quotations-close',
    [
      ['“Home, he said.', '1:1'],
      ['He said “home” and “[daheim]{lang=de}.', '1:20'],
    ],
    [['He said [„daheim“, und ging]{lang=de}.'], ['“Home,” he said.']],
  ],
  [
    'punctuation-attached',
    [
      ['It rained , and', '1:10'],
      ['Is it so ?', '1:9'],
      ['Il pleut , et', '1:9', 'fr'],
      ['Er sagte : ja', '1:9', 'de'],
    ],
    [
      ['Est-ce vrai ? Non ; oui : bien !', 'fr'],
      ['A smile :) and a wink ;-) and .5 litres of it ...'],
      ['`a , b` and C: , a drive'],
    ],
  ],
  [
    'dashes-typed',
    [
      ['We went home - at last.', '1:13'],
      ['“Home” - he said.', '1:7'],
    ],
    [
      ['5 - 3 is 2; two- or three-part; a -- b; Monday-Friday; `a - b`'],
      ['It was -5 outside.'],
      ['- a list\n- of two'],
    ],
  ],
  [
    'ellipses-typed',
    [
      ['It rained..', '1:10'],
      ['Name ......... here', '1:6'],
    ],
    [['It rained... and.... See ../a/b or a..b and 1..3.']],
  ],
  [
    'text-is-decoded',
    [
      ['A cafÃ© in town.', '1:6'],
      ['Itâ€™s so.', '1:3'],
      ['A \ufffd here.', '1:3'],
    ],
    [['Âge, Ão, Ålesund, naïve, São Paulo, MÃE'], ['`Ã©` is what it looks like.']],
  ],
  [
    'characters-visible',
    [
      ['It rai\u200bned.', '1:7'],
      ['A\ue000 sign.', '1:2'],
      ['A \u202eword.', '1:3'],
    ],
    [['A\u00a0word, soft\u00adly, \u2060joined.'], ['می\u200cخواهم', 'fa']],
  ],
  [
    'words-in-one-script',
    [
      ['M\u043escow is here.', '1:1'],
      ['It is a \u0441at.', '1:9'],
      ['Это c\u043bово.', '1:5', 'ru'],
    ],
    [['A Я and a kΩ and Москвa-Moscow'.replace('Москвa', 'B')], ['Это USB-кабель и слово.', 'ru']],
  ],
  [
    'language-is-marked',
    [
      ['Moscow is Москва.', '1:11'],
      ['It is 日本語 here.', '1:7'],
      ['Слово λόγος здесь.', '1:7', 'ru'],
      ['The [слово]{lang=sr-Latn}.', '1:6'],
    ],
    [
      ['The number π, 5 kΩ, the Я, [Москва]{lang=ru}, `Москва`.'],
      ['Москва и Moscow.', 'ru'],
      ['日本語とひらがなとカタカナ', 'ja'],
      ['[ψυχή]{lang=grc} [בירא]{lang=arc} [китап]{lang=tt} [सत्य]{lang=ne} [كتاب]{lang=ug} [бела]{lang=sr}'],
    ],
  ],
  [
    'colour-is-not-alone',
    [
      ['What counts is marked in red.', '1:16'],
      ['Die Wörter sind rot markiert.', '1:17', 'de'],
      ['Les mots sont indiqués en rouge.', '1:15', 'fr'],
    ],
    [
      [
        'A woman in red marked the page. It was written in red ink.'.replace(
          'written in red ink',
          'in red ink',
        ),
      ],
      ['marked in red', 'de'],
    ],
  ],
  [
    'words-stand-once',
    [
      ['> [!NOTE]\n> It is the the end.', '2:9'],
      ['> [!NOTE] A the the title\n> and text.', '1:13'],
      ['The the end.', '1:1'],
    ],
    [['The band The The, the The, vitamin A a day, THE THE.'], ['En the.', 'es']],
  ],
  [
    'markup-is-markdown',
    [
      ['\\newpage', '1:1'],
      ['A \\textbf{bold} word.', '1:3'],
      ['\\vspace*{1cm} Text.', '1:1'],
      ['See [[Wiki]] there.', '1:5'],
      ['See ![[a.png]]!', '1:5'],
      ['!!! note\n    Text.', '1:1'],
      ['??? tip "Open"', '1:1'],
    ],
    [
      ['`\\newpage` and \\\\newpage and $\\textbf{a}$ and [\\newpage]{.verbatim}.'],
      ['C:\\newpage and C:\\Users\\x and \\o/ and \\alpha.'],
      ['\\[[Wiki]], [[1]] and [[a](https://example.org)].'],
      ['Oh!!! Note it. !!! wow'],
      ['$$\n\\begin{matrix} a \\end{matrix}\n$$'],
    ],
  ],
  [
    'markup-closes',
    [
      ['A **bold that ends nowhere.', '1:3'],
      ['**Bold and *more', '1:1'],
      ['A _slanted **bold_ word.', '1:12'],
    ],
    [
      ['A **bold** word, 2**3, a ** b, ***both*** and \\*\\*kept.'],
      ['`**kwargs` and **bold, `code`, and\nmore**.'],
      ['Note.** It ends only.'],
    ],
  ],
  [
    'markup-shows',
    [
      ['It rained. :::note', '1:12'],
      ['So ::answers{#x} here', '1:4'],
      ['Then $$x$$ {#eq-a} and', '1:12'],
      ['One {.wide} word', '1:5'],
      ['It rained. {lang=fr}', '1:12'],
      ['{lang=fr} It rained.', '1:1'],
      ['> It rained.\n{dir=rtl}', '2:1'],
    ],
    [
      ['A smile :-) and C++::name, std::map<int>, {name} and {# x}.'],
      ['\\{#x} and `{#x}` and \\:::note and a === b.'],
    ],
  ],
  [
    'brackets-close',
    [
      ['It rained (as always, and we went.', '1:11'],
      ['It (rained (as always), and we went.', '1:4'],
      ['He is 5\'10" tall, 3 x 4, of 1/2 and -5 (so it is.', '1:40'],
      ['He wrote [sic](as always, and we went.', '1:15'],
    ],
    [
      ['It rained (as always). a) one, b) two, and :( too.'],
      ['It rained (as\n\nalways) and we went.'],
      ['`f(x` is code.'],
    ],
  ],
  [
    'apostrophes-turn',
    [
      ['‘Tis the season.', '1:1'],
      ['In the ‘90s it rained.', '1:8'],
    ],
    [
      ['’Tis the ’90s. ‘So,’ he said, ‘em dashes’ it is.'.replace('‘em dashes’ it is', 'and left')],
      ['‘Tis', 'de'],
    ],
  ],
  [
    'sentence-length',
    [[`Short. It rained${' and it rained on'.repeat(15)}.`, '1:8']],
    [[`${'It rained, and it rained on. '.repeat(40)}`]],
  ],
  [
    'paragraph-length',
    [[`${'It rained on. '.repeat(120)}`, '1:1']],
    [[`${'It rained on. '.repeat(60)}\n\n${'It rained on. '.repeat(60)}`]],
  ],
  [
    'link-text-speaks',
    [
      ['Click [here](https://a.org).', '1:7'],
      ['Mehr [hier](https://a.org).', '1:6', 'de'],
      ['[Read more…](https://a.org)', '1:1'],
    ],
    [
      [
        'Read [what is here](https://a.org) and <https://a.org> and see @sec-none\\.'.replace(
          ' and see @sec-none\\.',
          '.',
        ),
      ],
      ['[more](https://a.org)', 'de'],
    ],
  ],
  [
    'words-spelt-alike',
    [
      ['An e-mail, an email and an email.', '1:4'],
      ['A stun-sail, two stunsails, one stun-sail.', '1:18'],
      ['Eine E-Mail, eine Email, eine Email.', '1:6', 'de'],
    ],
    [
      ['The Sword-Fish is an inn, a swordfish a fish.'],
      ['To re-cover a chair, to recover. A co-op, a coop.'],
      ['An e-mail, [ein Email]{lang=de}.'],
    ],
  ],
])('%s', (id, wrong, right) => {
  it.each(wrong)('finds %j at %s %s', async (text, place, lang) => {
    expect(await judgedParagraph(text, lang)).toEqual([`${id} ${place}`]);
  });

  it.each(right)('leaves %j alone %s', async (text, lang) => {
    expect((await judgedParagraph(text, lang)).filter((one) => one.startsWith(id))).toEqual([]);
  });
});

describe('a remedy', () => {
  const remedies = async (text: string): Promise<string[]> => {
    const { messages } = await checkInMemory({ 'a.md': `# A\n\n${text}\n` });
    return messages.map(({ remedy }) => String(remedy));
  };

  it.each([
    ['An e-mail and an email.', 'Choose one of the two.'],
    ['An e-mail, an email, an email.', 'Choose one of the two; the book has “email” more often.'],
    ['It is 日本語 here.', 'Say in which: [日本語]{lang=ja}.'],
    ['It is 中文版 here.', 'Say in which: [中文版]{lang=zh}.'],
    ['It is Українська here.', 'Say in which: [Українська]{lang=uk}.'],
    ['It is Москва here.', 'Say in which: [Москва]{lang=ru}.'],
    [
      '441.',
      'A number with a stop begins a list; where that is all there is to say, put a backslash before the stop: 441\\.',
    ],
  ])('for %s is true', async (text, remedy) => {
    expect(await remedies(text)).toContain(remedy);
  });
});

describe('a remedy for the signs of other tools', () => {
  it.each([
    ['\\textbf{so}', 'Write **so**.'],
    ['\\emph{so}', 'Write *so*.'],
    ['\\ref{fig:x}', 'Write @fig-x.'],
    ['\\cite{doe}', 'Write [@doe].'],
    ['\\section{Two}', 'Write ## Two.'],
    [
      '\\clearpage',
      'Chapters begin on a new page by themselves; elsewhere write {.new-page} behind a heading',
    ],
    ['\\hfill', 'Write it in Markdown'],
    ['[[The road|there]]', 'write there without the brackets, or the name of a file between them.'],
    ['[[two#Part two]]', 'write Part two without the brackets'],
    ['[[#Part two|below]]', 'to a heading by chapter.md#its-words'],
    ['![[a b.png]]', 'write ![what it shows](<a b.png>).'],
    ['!!! danger', 'Write :::caution on a line of its own'],
    ['!!! info', 'Write :::note on a line of its own'],
  ])('%s says what to write', async (text, remedy) => {
    const { messages } = await checkInMemory({ 'a.md': `# A\n\n${text}\n` });
    expect(messages.map((one) => String(one.remedy))).toEqual([expect.stringContaining(remedy)]);
  });
});
