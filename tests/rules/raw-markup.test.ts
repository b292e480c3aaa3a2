import { expect, it } from 'vitest';
import { openEpub } from '../support/epub.js';
import { buildInMemory, checkInMemory } from '../support/memory.js';

/*
 * What Markdown prints as it stands is told, and no more than that: a book with it was made before, and is made.
 */
const RAW: Readonly<Record<string, string>> = {
  'address-reads': '![A disc](my disc.png)',
  'heading-reads': '##Two',
  'table-reads': '| A | B |\n| 1 | 2 |',
  'list-reads': 'a) one\nb) two',
  'markup-closes': 'A **bold word.',
  'markup-is-markdown': 'A \\textbf{bold} word.\n\n\\newpage\n\n[[Wiki]]\n\n!!! note',
  'reference-has-kind': 'See @one.',
  'citation-has-bibliography': 'It rains [@doe99].',
  'html-is-known': '<center>words</center>',
  'variable-known': '{{undefined}}',
  'number-stands-once': '# 2. Two\n\nText.',
};

it('what is printed as it stands is told, and stops no build', async () => {
  const { ok, messages, artifacts } = await buildInMemory({
    'book.yaml': 'title: T\nauthor: A\nnumber-chapters: true\n',
    'a.md': `# One {#one}\n\n${Object.values(RAW).slice(0, -1).join('\n\n')}\n`,
    'b.md': `${Object.values(RAW).at(-1)}\n`,
  });
  expect(new Set(messages.map(({ severity }) => severity))).toEqual(new Set(['warning']));
  expect(new Set(messages.map(({ ruleId }) => ruleId))).toEqual(new Set(Object.keys(RAW)));
  expect([ok, artifacts.length]).toEqual([true, 1]);
});

const told = async (text: string) => {
  const { messages } = await checkInMemory({
    'book.yaml': 'title: T\nauthor: A\n',
    'a.md': `# One\n\n${text}\n`,
  });
  return messages.map(({ ruleId, line, column, remedy }) => ({ at: `${ruleId} ${line}:${column}`, remedy }));
};

it.each(['Text.\n\n{widths="70 30"}', '{header-columns=1 widths="70 30"}\n\n: Cups of tea'])(
  'attributes of a table that stand at none are told: %j',
  async (text) => {
    const line = 3 + (text.startsWith('{') ? 0 : 2);
    expect((await told(text)).map(({ at }) => at)).toEqual([`markup-shows ${line}:1`]);
  },
);

const WITHIN = '+---+---+\n| a | b |\n+===+===+\n| c | d |\n+---+---+';
it.each([
  ['%% private %% words', 'markup-is-markdown 3:1', '<!-- … -->'],
  ['%%\nprivate\n%%', 'markup-is-markdown 3:1', '<!-- … -->'],
  [WITHIN, 'markup-is-markdown 3:1', 'with bars'],
  [
    '#. one\n#. two\n#. three',
    'markup-is-markdown 3:1',
    'Write 1. before each item, before those with letters',
  ],
  ['(@) one\n\n(@good) two', 'markup-is-markdown 3:1', 'Write 1.'],
  ['At 20\\ °C it is.', 'markup-is-markdown 3:6', '&nbsp;'],
  ['- [/] half\n- [ ] none', 'markup-is-markdown 3:3', '[ ]'],
  ['```mermaid\ngraph TD\n```', 'markup-is-markdown 3:1', 'SVG'],
  ['```{mermaid}\ngraph TD\n```', 'markup-is-markdown 3:1', 'SVG'],
  ['> It rained.\n{lang=fr}', 'markup-is-markdown 4:1', ':::div{lang=fr}'],
  ['```admonish danger title="Hot"\nText.\n```', 'markup-is-markdown 3:1', ':::caution'],
  ['```{python}\n#| echo: false\nimport os\n```', 'markup-is-markdown 3:1', 'no code is run'],
  ['[TOC]', 'markup-is-markdown 3:1', 'contents by itself'],
  ['[[toc]]', 'markup-is-markdown 3:1', 'contents by itself'],
  ['It is so.\n{{< pagebreak >}}', 'markup-is-markdown 4:1', 'new page by itself'],
  ['{{% notice tip %}}\nA tip.\n{{% /notice %}}', 'markup-is-markdown 3:1', 'Write :::tip'],
  ['{{< youtube abc >}}', 'markup-is-markdown 3:1', '[words](one.md)'],
  ['{% hint style="danger" %}\nText.\n{% endhint %}', 'markup-is-markdown 3:1', 'Write :::caution'],
  ['{% highlight ruby %}\nputs 1\n{% endhighlight %}', 'markup-is-markdown 3:1', 'Write ```'],
  ['So {% unknown "it" %} is.', 'markup-is-markdown 3:4', 'in Markdown'],
  ['Text.\n{: .note #x}', 'markup-is-markdown 4:1', '{.class}'],
  ['=== "Python"\n    Text.', 'markup-is-markdown 3:1', 'no tabs'],
  ['See chapter \\@ref(intro) here.', 'markup-is-markdown 3:13', '@fig-wave'],
  ['Table: (\\#tab:x) Cups', 'markup-is-markdown 3:8', '{#tbl-cups}'],
  ['(top)=\n## Two\n\nText.', 'markup-is-markdown 3:1', 'Write {#id} behind the heading'],
  ["```{r plot, fig.cap='A'}\nplot(1)\n```", 'markup-is-markdown 3:1', '```r'],
  ['It is {{#include a.rs}} here.', 'markup-is-markdown 3:7', 'Take it out'],
  ['Term\n  ~ What it is.', 'markup-is-markdown 4:3', '“: ”'],
  ['It rained *here* ^first-rain', 'markup-is-markdown 3:17', 'Write {#id}'],
  ['```rust\nlet a = 1;\n# let hidden = 2;\n```', 'markup-is-markdown 3:1', 'Take such lines out'],
  ['The title is {props.title} here.', 'markup-is-markdown 3:14', 'Write what it stands for'],
  ['Press ++ctrl+alt+del++ now.', 'markup-is-markdown 3:7', '{.kbd}'],
  ['It {--snowed--} here.', 'markup-is-markdown 3:4', 'Settle it'],
  ['It {++rained++} here.', 'markup-is-markdown 3:4', 'Settle it'],
  ['It rained.{>>Did it?<<}', 'markup-is-markdown 3:11', 'Settle it'],
  ['--8<-- "notes.md"', 'markup-is-markdown 3:1', '::include'],
  ["import Tabs from '@theme/Tabs';", 'markup-is-markdown 3:1', 'no code is run'],
  ['export const x = 1;', 'markup-is-markdown 3:1', 'no code is run'],
  ['So {/* not */} it is.', 'markup-is-markdown 3:4', '<!-- … -->'],
  ['A> ## Aside\nA>\nA> It is one.', 'markup-is-markdown 3:1', ':::aside'],
  ['{blurb, class: tip}\nText.\n{/blurb}', 'markup-is-markdown 3:1', ':::aside'],
  ['{pagebreak}', 'markup-is-markdown 3:1', 'new page by itself'],
  ['{i: "rain"}It rained.', 'markup-is-markdown 3:1', '.index'],
  ['{alt: "A", width: 60%}', 'markup-is-markdown 3:1', 'right behind'],
  ['-# Part One', 'markup-is-markdown 3:1', 'book.yaml'],
  ['It rained. ^a1b2c3', 'markup-is-markdown 3:11', '{#id}'],
  ['#rain #weather/autumn', 'markup-is-markdown 3:1', '“keywords”'],
  ['So <%* tp.file.title %> is.', 'markup-is-markdown 3:4', 'what it stands for'],
  ['== Section', 'markup-is-markdown 3:1', '## Title'],
  ['[source,ruby]', 'markup-is-markdown 3:1', ':::note'],
  ['image::rain.png[Rain]', 'markup-is-markdown 3:1', '![what it shows]'],
  ['See xref:rain[Rain] there.', 'markup-is-markdown 3:5', '[words](one.md#id)'],
  ['.. note:: So it is.', 'markup-is-markdown 3:1', ':::note'],
  ['See :ref:`rain` there.', 'markup-is-markdown 3:5', '@fig-one'],
  ['See {numref}`rain` there.', 'markup-is-markdown 3:5', '@fig-one'],
  ['```{warning} Mind it\nIt rains.\n```', 'markup-is-markdown 3:1', ':::warning'],
  ['```{toctree}\none\n```', 'markup-is-markdown 3:1', 'contents by itself'],
  ['```dataview\nLIST\n```', 'markup-is-markdown 3:1', 'what it finds'],
  ['```query\ntag:#rain\n```', 'markup-is-markdown 3:1', 'what it finds'],
  ['```base\nviews:\n  - type: table\n```', 'markup-is-markdown 3:1', 'what it finds'],
  ['```{dot}\ndigraph { a -> b }\n```', 'markup-is-markdown 3:1', 'SVG'],
  ['A> It is one.\nA> and goes on.', 'markup-is-markdown 3:1', ':::aside'],
  ['== Section ==', 'markup-is-markdown 3:1', '## Title'],
  ['See [[Gone]] there.', 'markup-is-markdown 3:5', 'write Gone without the brackets'],
  ['![[gone.png|300]]', 'markup-is-markdown 3:1', 'put the picture there'],
  ['![[Gone]]', 'markup-is-markdown 3:1', '::include{file="Gone.md"}'],
  ['Before: [[2024-06-11]]', 'markup-is-markdown 3:9', 'write 2024-06-11 without the brackets'],
  ['```js\n// highlight-next-line\nreturn 1;\n```', 'markup-is-markdown 3:1', 'Take such comments out'],
  ['```jsx\n{/* highlight-start */}\n<A />\n```', 'markup-is-markdown 3:1', 'Take such comments out'],
  ['```py\nx = 1  # [!code ++]\n```', 'markup-is-markdown 3:1', 'Take such comments out'],
  ['![[Plan.canvas]]', 'markup-is-markdown 3:1', 'Take it out, and write here what it shows'],
  ['![[a#One]]', 'markup-is-markdown 3:1', 'Write ::include{file="a.md" lines="3-10"}'],
  [
    '::: exercise [Breathe] {#ex-a}\nTen.\n:::',
    'markup-shows 3:1',
    'Write :::exercise[Breathe]{#ex-a} on a line of its own',
  ],
  [':::tip Use *it*\n\nText.\n\n:::', 'markup-shows 3:1', 'Write :::tip[Use *it*] on a line of its own'],
  [
    '::: warning `rm` and [so](a.md)\nText.\n:::',
    'markup-shows 3:1',
    'Write :::warning[`rm` and [so](a.md)]',
  ],
  ['::: danger Stop\n\nText.\n\n- So.\n\n:::', 'markup-shows 3:1', 'Write :::caution[Stop]'],
  ['::lines(n=4)', 'markup-shows 3:1', 'Write ::lines{n=4}'],
  ['::lines {n=3}', 'markup-shows 3:1', 'Write ::lines{n=3}'],
  ['::lines[So] n=3', 'markup-shows 3:1', 'Write ::lines[So]{n=3}'],
  [':note[x]', 'markup-shows 3:1', 'Write ::note[x]'],
  ['So it is. {width=50%}', 'markup-shows 3:11', 'right behind'],
  ['So it *is*{width = 50%}', 'markup-shows 3:11', 'Write {width=50%}, without spaces'],
  ['See [it](b.md#Old Name) there.', 'address-reads 3:5', 'b.md#old-name'],
  ['See [it](b.md#Old Name, new) there.', 'address-reads 3:5', 'b.md#old-name-new'],
  ['See [it](http://e.org for more).', 'address-reads 3:5', 'between quotation marks'],
  ['See [it](http://e.org/a b.html).', 'address-reads 3:5', '<http://e.org/a b.html>'],
  ['![It](b.png "so "it" is")', 'address-reads 3:1', '(b.png "so \\"it\\" is")'],
  ['![It](b.png “so it is”)', 'address-reads 3:1', '(b.png "words")'],
  ['[It](http://e.org "so "it" is")', 'address-reads 3:1', '(http://e.org "words")'],
  ['See ![it] (b.png) there.', 'address-reads 3:5', 'Take the space out'],
  ['See (it)[b.md] there.', 'address-reads 3:5', '[words](b.md)'],
  ['See *so* (it)[http://e.org/b] there.', 'address-reads 3:10', '[words](http://e.org/b)'],
  ['See [it](http://e.org/b\nthere.', 'address-reads 3:5', 'Close it'],
  ['See [it](b.md, there.', 'address-reads 3:5', 'Close it'],
  ['[it](b.md', 'address-reads 3:1', 'Close it'],
  ['| A | B |\n| - | - |\n| 1 | 2 |\nSo it is.', 'table-reads 6:1', 'blank line'],
  ['```js title="a.js" {1,3}\nx\n```', 'markup-is-markdown 3:1', '```js {caption="a.js"}'],
  ['*[HTML] HyperText', 'markup-shows 3:1', 'Write *[HTML]: what it stands for'],
  ['*[HTML]:', 'markup-shows 3:1', 'Write *[HTML]: what it stands for'],
  ['::include[b.md]', 'directive-known 3:1', 'Write ::include{file="b.md"}'],
  ['To do:\n– tea\n– more *tea*', 'list-reads 4:1', '“- ”'],
  ['- [x]done', 'list-reads 3:3', '“- [x] ”'],
  ['»Wo warst du?«\n»Fort.«', 'lines-stay-apart 4:1', 'Leave a blank line'],
  ['It rained.\n\n\\\n\nIt stopped.', 'markup-is-markdown 5:1', '{.space}'],
  ['::: {#thm-one}\nIt rains.\n:::', 'markup-is-markdown 3:1', '**Theorem 1 (Line).**'],
  ['::: {.proof}\nIt does.\n:::', 'markup-is-markdown 3:1', '*Proof.*'],
  ['It is `{python} x + 1`.', 'markup-is-markdown 3:7', 'what it comes to'],
  ['```{=latex}\n\\newpage\n```', 'markup-is-markdown 3:1', 'Take it out'],
  ['It is `x`{=html}.', 'markup-is-markdown 3:10', 'with the code before it'],
  ['{% embed url="https://example.org/a" %}', 'markup-is-markdown 3:1', '[words](one.md)'],
  ['{{< video https://example.org/a >}}', 'markup-is-markdown 3:1', '[words](one.md)'],
  ['{lang="js", title="A lamp"}\n~~~\nx\n~~~', 'markup-is-markdown 3:1', '```js {caption="…"}'],
  ['{title="src/a.js",lang=javascript}\n~~~\nx\n~~~', 'markup-is-markdown 3:1', '```js {caption="…"}'],
  ['{title="A lamp"}\nText.', 'markup-is-markdown 3:1', '{#id .class'],
  ['{quote, id: q}\n> So.', 'markup-is-markdown 3:1', 'Write > before'],
  ['<<(code/a.js)', 'markup-is-markdown 3:1', '{file="code/one.js"'],
  ['<<[A lamp](https://example.org/a.js)', 'markup-is-markdown 3:1', '{file="code/one.js"'],
  ['%% to do\n%% later', 'markup-is-markdown 3:1', '<!-- … -->'],
  ['```js\nleanpub-start-insert\nx\nleanpub-end-insert\n```', 'markup-is-markdown 3:1', '# <1>'],
  ['```py\n    # leanpub-start-insert\nx\n# leanpub-end-insert\n```', 'markup-is-markdown 3:1', '# <1>'],
  ['{{index "lamp, old", oil}}\n\nIt burns.', 'markup-is-markdown 3:1', '{{version}}'],
  ['{{ image("a.png") }}', 'markup-is-markdown 3:1', 'in Markdown'],
  ['So {{ "a" | relative_url }} is.', 'markup-is-markdown 3:4', 'in Markdown'],
  ['{{> footer}}', 'markup-is-markdown 3:1', 'in Markdown'],
  ['{{quote {author: "Ada", chapter: true}\n\nSo.\n\nquote}}', 'markup-is-markdown 3:1', 'in Markdown'],
  ['> [!my-own] Mine\n> Text.', 'directive-known 3:1', '[!NOTE]'],
  ['Yes, :smile: it is.', 'markup-is-markdown 3:6', 'the sign itself'],
  ['So it is :+1:!', 'markup-is-markdown 3:10', 'the sign itself'],
  ['It rains.footnote:[A lot.]', 'markup-is-markdown 3:10', '^[the words'],
  ['So it is(((tea))).', 'markup-is-markdown 3:9', '.index'],
  ['It rains\\footnote{A lot.}.', 'markup-is-markdown 3:9', 'Write ^[A lot.]'],
  ['See \\autoref{fig:tea}.', 'markup-is-markdown 3:5', 'Write @fig-tea.'],
  ['Tea\\index{tea} it is.', 'markup-is-markdown 3:4', 'entry="tea"'],
  ['\\printindex', 'markup-is-markdown 3:1', '::index'],
  ['![A](a.png =300x200)', 'markup-is-markdown 3:1', '{width=60%}'],
  ['So ![A](a.png =50%x) is.', 'markup-is-markdown 3:4', '{width=60%}'],
  ['Right Left\n------- ----\n12 13', 'markup-is-markdown 4:1', 'with bars'],
  ['In \\(x+y\\) it is.', 'formula-has-dollars 3:4', 'Write $x+y$.'],
  ['**So** \\(x_1\\), `a` it is.', 'formula-has-dollars 3:8', 'Write $x_1$.'],
  ['So \\(\\alpha < *n* b\\) it is.', 'formula-has-dollars 3:4', 'Write $\\alpha < *n* b$.'],
  ['*So \\(y = 2x\\)* it is.', 'formula-has-dollars 3:5', 'Write $y = 2x$.'],
  ['\\[E=mc^2\\]', 'formula-has-dollars 3:1', 'Write $$ E=mc^2 $$.'],
  ['> Text.\n>\n> \\[\n> x_1\n> \\]', 'formula-has-dollars 5:3', 'Write $$ … $$.'],
  ['By $`E=mc^2`$, it is.', 'formula-has-dollars 3:5', 'Write $E=mc^2$.'],
  ['> [!quote] Somebody\n> said.', 'directive-known 3:1', 'and nothing else'],
  [':::quote\nSo.\n:::', 'directive-known 3:1', 'Write a quotation with >'],
  ['<Badge>New</Badge> it is.', 'html-is-known 3:1', 'write in Markdown what it is to show'],
  ['<TabItem label="npm">\n\nSo.\n\n</TabItem>', 'html-is-known 3:1', 'paper has no tabs'],
  ['<Admonition type="tip">\n\nSo.\n\n</Admonition>', 'html-is-known 3:1', 'Write :::tip'],
  ['See <Link to="/b">the other</Link>.', 'html-is-safe 3:5', 'Write [words](one.md)'],
  ['<Center>So.</Center>', 'html-is-known 3:1', 'Take the tags away'],
  [':::::::: callout\n\nSo.\n\n::::::::', 'directive-known 3:1', 'Did you mean “:::note”?'],
  ['::: keypoints\n- So.\n:::', 'directive-known 3:1', 'Did you mean “:::note”?'],
  ['::: discussion\nSo?\n:::', 'directive-known 3:1', 'Did you mean “:::practice”?'],
  ['::::: challenge\nAdd.\n:::::', 'directive-known 3:1', 'Name it exercise'],
  ['::: instructor\nWait.\n:::', 'directive-known 3:1', 'Write :::when{edition="teacher"}'],
  ['::: checklist\n- [ ] One\n:::', 'directive-known 3:1', 'is one to tick'],
  ['::: tab\nLinux\n:::', 'directive-known 3:1', 'write a heading for each tab'],
  ['!!! quote\n    So.', 'markup-is-markdown 3:1', 'Write a quotation with >'],
  ['> [!info]- Folded\n> Text.', 'directive-known 3:1', '[!NOTE]'],
  ['> [!odd]-\n> Text.', 'directive-known 3:1', '[!NOTE]'],
  ['“Where were you?”\n“Out.”', 'lines-stay-apart 4:1', 'Leave a blank line'],
  ['“Roses are red,”\n“Violets are blue.”', 'lines-stay-apart 4:1', 'If they are verse, write :::verse'],
])('what other tools have is told once, with what to write: %j', async (text, at, remedy) => {
  const messages = await told(text);
  expect(messages.map((one) => one.at)).toEqual([at]);
  expect(messages[0]?.remedy).toContain(remedy);
});

it.each([
  'It fell 20 %% in a year, 30 %% in two, and 100%%.',
  'Write \\%% a comment %% so, or `%% so %%`.',
  'He sat. + - - + and + more.',
  '\\#. is a number; #.5 and C#. too.',
  'Send it to (@anna) today.',
  'C:\\ and D:\\ are drives; a\\\nb.',
  'It stands as [/] in its line, or [-].',
  'At 10:30:45, or std::vector::size, a:b:c and http://a.b:c:d/.',
  'It was so.\n\n--- --- ---\n\nMore.\n\n-- so --',
  'The [TOC] of it; ((so)) and footnote: [so].\n\n[toc]: https://example.org',
  'It is\\\nso, or \\ so, `\\`.',
  'It costs \\$`5`\\$ and \\(so on\\), \\[sic\\], \\(a) one \\(b), `\\(x^2\\)`.',
  'She sat \\[_laughter_\\], \\[_sic_\\], \\[*x^2*\\], \\[Ed. note: file_name\\].',
  'There is \\(a\\) to go and \\(b\\) to stay, \\[a\\], \\(C++\\), \\(width=60%\\), the \\(2^nd^ one\\).',
  'It is in C:\\(x_y\\), or in \\[x\\](y), \\[^1\\].',
  '$$\na = \\text{if \\(x^2\\)}\n$$',
  '```python\nx = 1 #| so\n```',
  '```python\n#| echo: false\nimport os\n```',
  'Its :host: is set, (:note:) and :param: x, as is :smiles: too.',
  `{{<${' \t'.repeat(3000)}, so.`,
  '> [!SO] they say\n> it is.',
  '```text\n+---+\n%% a %%\n```',
  'He went there to\nimport goods from “abroad”, and to\nexport a few.',
  'By i++ and j++ it is C++ or A++; {x} is a set, {a, b} and {i} are others, \\{% x %\\}.',
  'The exponent is 2 ^10, or x ^2^ and a^b.',
  '#reading and #books are tags; #one',
  'He sat = and == stood, a <%b% c, 5 % {so}.',
  'Grade A> B> C. The link: [words](https://example.org), a reference:see.',
  '=== END OF TRANSMISSION ===\n\nText.',
  'Die Menge {»a«, »b«} ist endlich.',
  'Replace {term}\nwith your own word, or :eq:\nwith it.',
  'C> dir shows the files.\n\nA> copy them.',
  '{id}\n\n{book}\n\n{class}',
  'The sets {{a}, {b}} and {{1, 2}, 3}, and \\{{index a}}; `{{index a}}`.',
  '«*Perché?*» chiese.\n\n«(piano)\n\nHe wrote << and >>.\n\nIt is 5 %% so.\n\n```text\nleanpub is a shop\n```',
  ':::note{#def-lamp}\nA lamp.\n:::',
  '```dot\ndigraph { a -> b }\n```',
  '```query\nSELECT 1\n```\n\n```base\nx\n```\n\n```tasks\nRemember it.\n```',
  'As `(a)[b.md]`, `[a](b.md`, \\[a\\] (b.md) and (a)\\[b.md].',
  'As [Doe] (see notes), [1] (http://e.org), f(x)[y], (and)[so](http://e.org/a) and (see)[^1].\n\n[^1]: N.',
  '[good](http://e.org/(x)), [good](http://e.org "t"), [good](<http://e.org/b c>) [good]( http://e.org )',
  'A: std::move {x} and\n::x = 3;',
  '| A | B |\n| - | - |\n1 | 2\n\n| A |\n| - |\n1\n\n| A | B |\n| - | - |\n| 1 |',
  '```js {caption="a.js"}\nx\n```\n\n```sh\ntitle="x"\n```',
  'It is *[sic] so* and *[HTML] and CSS*.\n*[HTML]*',
  'Call foo(bar)[baz.html], it says [sic] (http://e.org) or \\[it] (http://e.org).\n\n[x] (http://e.org) done\n[ ] (http://e.org)',
  'It is [$a](#b) and [$c](b.md "t") here.',
  '*[sic] so it is.\n\n*[see page 4] for more.\n\n*[1] a note\n\n*[Exit]',
  '::before {color: red}',
  '`{% raw %}` and `{{< ref >}}` are code, as in\n\n    {% raw %}',
])('what only looks like it is not: %j', async (text) => {
  expect(
    (await told(text)).filter(({ at }) =>
      /^(?:markup-(?:is|shows)|formula-has|directive|address|table)/.test(at),
    ),
  ).toEqual([]);
});

it('many signs in one paragraph are judged once', async () => {
  const { messages } = await checkInMemory({
    'a.md': `# One\n\n${'[a](b.md '.repeat(6000)}\n`,
    'b.md': `${'<h1 '.repeat(20_000)}\n\nText.\n\n<h1>${'<'.repeat(60_000)}So</h1>\n`,
  });
  expect(messages.filter(({ ruleId }) => ruleId === 'address-reads').length).toBeGreaterThan(0);
}, 20_000);

it('signs that differ in what their author wrote are told together', async () => {
  const of = async (text: string) =>
    (await checkInMemory({ 'a.md': `# One\n\n${text}\n` })).messages.map(({ message }) => message);
  expect(await of('A> It rained.\n\nSo.\n\nA> It stopped.\n\nSo.\n\nT> Take a coat.')).toEqual([
    expect.stringMatching(/^“A>” is a box/),
    expect.stringMatching(/^“A>” is a box/),
    expect.stringMatching(/^“T>” is a box/),
  ]);
  const [one, two] = await of('{{index "rain"}}\n\nSo.\n\n{{index snow, "old snow"}}');
  expect(one).toMatch(/^“\{\{index …\}\}” is a tag/);
  expect(two).toBe(one);
});

it('speech in German is found between its own marks', async () => {
  const { messages } = await checkInMemory({
    'book.yaml': 'title: T\nauthor: A\nlang: de\n',
    'a.md': '# Eins\n\n„Wo warst du?“\n„Fort.“\n\n»Wo?«\n»Da«, sagte er.\n\n»Wo?«\n»Da.«\n',
  });
  expect(messages.map(({ ruleId, line }) => `${ruleId} ${line}`)).toEqual([
    'lines-stay-apart 4',
    'lines-stay-apart 7',
    'lines-stay-apart 10',
  ]);
});

it('small capitals and folded alerts are read as other tools write them', async () => {
  const { delivered } = await buildInMemory({
    'book.yaml': 'title: T\nauthor: A\n',
    'a.md': '# One\n\n[Small]{.smallcaps}\n\n> [!note]- Folded\n> Text.\n\n> [!TIP]+\n> More.\n',
  });
  const [bytes] = delivered.values();
  const epub = await openEpub(bytes as Uint8Array);
  const pages = [...epub.bytes].filter(([name]) => name.endsWith('.xhtml'));
  const text = pages.map(([, page]) => new TextDecoder().decode(page)).join('');
  expect(text).toContain('class="small-caps">Small');
  expect(epub.opf.spine.map((file) => epub.textOf(file)).join()).toMatch(
    /Note Folded\s*Text\.\s*Tip\s*More\./,
  );
});

it('a title in HTML is told with the heading to write', async () => {
  const { messages } = await checkInMemory({
    'book.yaml': 'title: T\nauthor: A\n',
    'a.md':
      '<!-- <h1>Old</h1> -->\n\n<p align="center">So</p>\n\n<h1 align="center">\n  My <b>tool</b>\n</h1>\n\nText.\n',
  });
  expect(messages.map(({ ruleId, remedy }) => [ruleId, remedy])).toEqual([
    ['chapter-has-title', expect.stringContaining('Write “# My tool” in place of the <h1>')],
  ]);
});

it('blocks of iA Writer and of Logseq are told, and what only looks like them is not', async () => {
  const at = async (text: string) => (await told(text)).map((one) => one.at);
  expect(await at('/01 Soup.md\n/images/table.png "The table, laid"')).toEqual(['markup-is-markdown 3:1']);
  expect(await at('((65f0c1d2-1234-4abc-8def-0123456789ab))')).toEqual(['markup-is-markdown 3:1']);
  expect(await at('/usr/bin is a folder, and `/a.md` a file; /he says/ so.\n\nId: one. (((no)) id)')).toEqual(
    [],
  );
});

it.each(['png', 'Untitled'])(
  'an alternative text that a notebook or a collection of notes gives by itself is told: %s',
  async (alt) => {
    const { messages } = await checkInMemory({
      'book.yaml': 'title: T\n',
      'a.md': `# One\n\n![${alt}](<a 1.svg>)\n`,
      'a 1.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>',
    });
    expect(messages.map(({ ruleId }) => ruleId)).toEqual(['alt-text-speaks']);
  },
);

it('a note that another shows is named by its path from there', async () => {
  const { messages } = await checkInMemory({
    'book.yaml': 'title: T\nauthor: A\n',
    'people/ada.md': '# Ada\n\n![[Bodø]]\n',
    'places/north/Bodø.md': '# Bodø\n\nText.\n',
  });
  expect(messages.map(({ remedy }) => remedy)).toEqual([
    expect.stringContaining('Write ::include{file="../places/north/Bodø.md"}'),
  ]);
});
