import type { Paragraph } from 'mdast';
import { describe, expect, it } from 'vitest';
import { core } from '../src/core.js';
import type { Medium } from '../src/model/rendition.js';
import { MEDIA, understand } from './support/chapter.js';
import { libraryOf } from './support/citing.js';

/*
 * Everything an author can write, from the parser to the HTML of each medium.
 */
const TITLE = '<h1 id="chapter--t">T</h1>\n';
/** HTML of a chapter that begins with “# T”, without that heading. */
const dressed = (markdown: string, options: Parameters<typeof understand>[1] = {}) => {
  const book = understand({ 'chapter.md': `# T\n\n${markdown}` }, options);
  return { html: book.dress().html.replace(TITLE, ''), book };
};
const html = (markdown: string, options?: Parameters<typeof understand>[1]) =>
  dressed(markdown, options).html;
/** The work that the sample of citations cites. */
const { library } = await libraryOf(
  '@book{doe99, author={Doe, Jane}, title={Rain}, publisher={Harbour Press}, year=1999}',
);
const kind = (word: string) => `<p class="callout-title"><span class="callout-kind">${word}</span>`;

const WAVE =
  '<figure id="chapter--fig-wave"><img src="wave.svg" alt="A wave that rises" width="40" height="30"><figcaption><span class="label">Figure 1.</span> How fear passes.</figcaption></figure>';

const BREATHE =
  '<div class="exercise" id="chapter--ex-breathe"><p class="exercise-title"><span class="label">Exercise 1.</span> Breathe</p><p>Count ten breaths.</p><div class="solution" id="chapter--solution"><p class="solution-title"><span class="label">Solution</span></p><p>Ten.</p></div></div>';
/** Filled when the whole book is typeset. */
const ANSWERS = '<div class="answers" data-answers=""></div>';
const low = (letter: string) => `<mpadded height="0.45em" depth="0.05em"><mi>${letter}</mi></mpadded>`;

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
/** Rows of a calendar: so many days, the first of them behind so many cells that are none; by their names if they have any. */
function weeks(before: number, days: number, names: readonly string[] = []): string {
  const cells = Array.from({ length: Math.ceil((before + days) / 7) * 7 }, (_, i) => {
    const day = i - before + 1;
    return day >= 1 && day <= days
      ? `<td class="day" data-field="box"><span class="day-number">${names[day - 1] ?? day}</span></td>`
      : '<td class="no-day"></td>';
  });
  return Array.from(
    { length: cells.length / 7 },
    (_, week) => `<tr>${cells.slice(week * 7, week * 7 + 7).join('')}</tr>`,
  ).join('');
}

/** What the sample of each construct becomes. */
const SAMPLES: Readonly<Record<string, string | Partial<Record<Medium, string>>>> = {
  condition: { paged: '<p>Write in the margins.</p>', reflowable: '', screen: '' },
  shorthand:
    '<p>H<sub>2</sub>O, the 5<sup>th</sup> day, <mark>these words</mark>, and <del>no more</del>.</p>',
  'wiki-link':
    '<h3 id="chapter--of-lamps">Of lamps</h3>\n<p>See <a href="#chapter--of-lamps">this section</a>.</p>',
  'tracked-change': '<p>It rained for a week.</p>',
  variable: '<p>This copy of <em>A Small Book</em> is yours.</p>',
  callout: `<aside class="callout callout-warning">${kind('Warning')}</p><p>If you are in danger, call for help first.</p></aside>
<aside class="callout callout-practice">${kind('Practice')} Write it down</p><p>Two lines will do.</p></aside>`,
  aside: `<aside class="aside"><p>He never knew.</p></aside>
<aside class="sidebar" epubType="sidebar"><p class="aside-title">The harbour in winter</p><p>No ship came in before <em>March</em>.</p></aside>`,
  division: '<div class="division voice" lang="fr"><p>Elle dit\u00a0: «\u202fBonjour\u202f!\u202f»</p></div>',
  'scene-break': '<p>He slept.</p>\n<hr>\n<p>It rained.</p>\n<hr class="space">\n<p>It stopped.</p>',
  dialogue:
    '<div class="dialogue"><p class="speech"><span class="speaker">Anna:</span> Where were you?</p><p class="speech"><span class="speaker">Ben:</span> Out.</p><p>He sits down.</p></div>',
  pairs: `<table class="pairs"><thead>
<tr>
<th scope="col">Say</th>
<th scope="col">Rather than</th>
</tr>
</thead><tbody class="pair">
<tr class="pair-prompt">
<th colspan="2" scope="rowgroup">
<p>“You have gone quiet.”</p>
</th>
</tr>
<tr>
<td class="pair-say">
<p>“You asked for room.”</p>
</td>
<td class="pair-rather">
<p>“Had you <em>noticed</em>?”</p>
</td>
</tr>
</tbody><tbody class="pair">
<tr class="pair-prompt">
<th colspan="2" scope="rowgroup">
<p>“How are you?”</p>
</th>
</tr>
<tr>
<td class="pair-say">
<p>“Up and down.”</p>
</td>
<td class="pair-rather">
<p>“Fine.”</p>
</td>
</tr>
</tbody></table>`,
  'drop-cap': '<p class="drop-cap">“<span class="lead-in">When I was</span> a boy,” she said.</p>',
  ruby: '<p>He wrote <span><ruby>ψ<rp>(</rp><rt>ps</rt><rp>)</rp></ruby><ruby>υ<rp>(</rp><rt>y</rt><rp>)</rp></ruby><ruby>χ<rp>(</rp><rt>kh</rt><rp>)</rp></ruby><ruby>ή<rp>(</rp><rt>é</rt><rp>)</rp></ruby></span>, <ruby lang="el">λόγος<rp>(</rp><rt>logos</rt><rp>)</rp></ruby>.</p>',
  figure:
    '<figure><img src="wave.svg" alt="A wave that rises, breaks and runs out" class="width-60" width="40" height="30"><figcaption><span>How fear passes.</span> <span class="credit">After a sketch</span></figcaption></figure>',
  'cross-reference': {
    reflowable: `<p>See <a href="#chapter--fig-wave">Figure\u00a01</a>.</p>\n${WAVE}`,
    paged: `<p>See <a href="#chapter--fig-wave">Figure\u00a01</a><span class="page-reference">, page\u00a0<span data-folio="chapter--fig-wave">0</span></span>.</p>\n${WAVE}`,
  },
  citation:
    '<p>It never rains for long (see <a href="#octavo-bibliography--work-doe99" class="biblioref">Doe 1999, 3–5</a>).</p>',
  listing: `<figure class="listing" id="chapter--lst-wait">
<figcaption><span class="label">Listing 1.</span> Waiting.</figcaption>
<pre><code class="language-js">wait(3600);
</code></pre>
</figure>`,
  math: `<p>In <math alttext="a^2"><msup>${low('a')}<mn>2</mn></msup></math> it is a square.</p>
<div class="equation" id="chapter--eq-pythagoras">
<math display="block" alttext="a^2 + b^2 = c^2"><mrow><msup>${low('a')}<mn>2</mn></msup><mo>+</mo><msup>${low('b')}<mn>2</mn></msup><mo>=</mo><msup>${low('c')}<mn class="tml-sml-pad">2</mn></msup></mrow></math>
<span class="equation-number">(1)</span>
</div>`,
  'inline-note': `<p>It rained all week.<sup><a href="#chapter--fn-inline-1" id="chapter--fnref-inline-1" data-footnote-ref>1</a></sup></p>
<section data-footnotes class="footnotes"><h2 id="chapter__notes" class="notes-title">Notes</h2><ol>
<li id="chapter--fn-inline-1">
<p>Or so they <em>said</em>. <a href="#chapter--fnref-inline-1" data-footnote-backref="" aria-label="Back to the text" class="data-footnote-backref">↩</a></p>
</li>
</ol></section>`,
  'definition-list': `<dl>
<dt>Recto</dt>
<dd>The right-hand page.
</dd>
<dt>Verso</dt>
<dd>The left-hand page.
</dd>
<dd>Back of the leaf.
</dd>
</dl>`,
  verse:
    '<div class="verse"><p class="stanza"><span class="verse-line">The lamp is lit,</span><br>\n<span class="verse-line"><em>the road is long.</em></span></p></div>',
  quotation:
    '<blockquote class="epigraph-block" epubType="epigraph"><p>Nobody is late who comes.</p><p class="attribution">—\u2009A saying</p></blockquote>',
  'index-term':
    '<p>It takes <span id="chapter--index-1">patience</span>.<span id="chapter--index-2"></span></p>',
  span: '<p>Press <kbd>Ctrl</kbd> and say <span class="small-caps">nato</span>.</p>',
  table: `<table id="chapter--tbl-cups"><caption><span class="label">Table 1.</span> Cups a day</caption>
<thead>
<tr>
<th>Day</th>
<th align="right">Cups</th>
</tr>
</thead>
<tbody>
<tr>
<th scope="row">Mon</th>
<td align="right">3</td>
</tr>
</tbody>
</table>`,
  checklist: `<ul class="checklist">
<li class="task"><span class="box" role="img" data-field="tick" aria-label="to do"></span>Sleep.</li>
<li class="task task-done"><span class="box box-done" role="img" data-field="tick" aria-label="done"></span>Eat something warm.</li>
</ul>`,
  'handout-link': `<p class="handout-link"><span class="handout-kind">Handout</span> Contact log</p>
<figure class="handout-small" data-handout="contact-log"><figcaption><span class="handout-kind">Handout</span> Contact log</figcaption></figure>`,
  lines: `<p class="field-label">What I felt</p>
<div class="lines" role="presentation" data-field="lines" data-spacing="8mm">${'<div class="line"></div>'.repeat(3)}</div>`,
  'writing-box': `<p class="field-label">What I saw</p>
<div class="writing-box" role="presentation" data-field="box" data-height="30mm"></div>
<div class="writing-box ruled-dots" role="presentation" data-field="box" data-height="25mm" data-spacing="5mm"></div>`,
  scale: `<p class="field-label">How afraid am I?</p>
<div class="scale"><span class="scale-end scale-low">not at all </span>${[1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((step) => `<span class="scale-step" data-field="step">${step}</span> `).join('')}<span class="scale-end scale-high">very </span></div>`,
  'fill-in':
    '<p>Date: <span class="fill-in" role="img" aria-label="blank" data-field="gap" data-width="26.4mm"></span> and again on: <span class="fill-in" role="img" aria-label="blank" data-field="gap" data-width="8mm"></span>/<span class="fill-in" role="img" aria-label="blank" data-field="gap" data-width="8mm"></span>/<span class="fill-in" role="img" aria-label="blank" data-field="gap" data-width="8.8mm"></span></p>\n<ol>\n<li><span class="fill-in" role="img" aria-label="blank" data-field="gap" data-width="26.4mm"></span></li>\n</ol>',
  columns:
    '<div class="columns"><div class="column"><p class="column-title">His</p><p>What I will do.</p></div><div class="column"><p class="column-title">Hers</p><p>What I will do.</p></div></div>',
  calendar: `<table class="calendar calendar-whole" data-height="14mm"><caption>March 2027</caption><thead><tr>${WEEKDAYS.map((day) => `<th scope="col">${day}</th>`).join('')}</tr></thead><tbody>${weeks(1, 31)}</tbody></table>
<p class="field-label">Two weeks</p>
<table class="calendar calendar-whole"><thead><tr>${WEEKDAYS.map((day) => `<th scope="col">${day}</th>`).join('')}</tr></thead><tbody>${weeks(0, 14, ['Mar 28', '29', '30', '31', 'Apr 1', '2', '3', '4', '5', '6', '7', '8', '9', '10'])}</tbody></table>
<p class="field-label">Ten days</p>
<ol class="days">${Array.from({ length: 10 }, (_, i) => `<li data-field="box"><span class="day-number">${i + 1}</span></li>`).join('')}</ol>`,
  fold: `<p>Above.</p>
<div class="sheet-line fold-line" role="presentation"></div>
<p>Below.</p>
<div class="sheet-line cut-line line-half" role="presentation"></div>`,
  cards: {
    paged: `<div class="cards cards-2"><div class="card"><p>Wait an hour.</p></div>${'<div class="card" aria-hidden="true"><p>Wait an hour.</p></div>'.repeat(3)}</div>
<div class="cards cards-2"><div class="card"><p class="card-title">Anger</p><p>Where do I feel it?</p></div><div class="card card-back"><p>Breathe out.</p></div><div class="card"><p class="card-title">Fear</p><p>How old is it?</p></div><div class="card card-back"><p>Walk.</p></div></div>`,
    reflowable: `<div class="cards"><div class="card"><p>Wait an hour.</p></div></div>
<div class="cards"><div class="card"><p class="card-title">Anger</p><p>Where do I feel it?</p><div class="card"><p>Breathe out.</p></div></div><div class="card"><p class="card-title">Fear</p><p>How old is it?</p><div class="card"><p>Walk.</p></div></div></div>`,
  },
  abbreviation:
    '<p>Written in <abbr title="HyperText Markup Language">HTML</abbr>.</p>\n<dl class="abbreviations"><dt>HTML</dt><dd>HyperText Markup Language</dd></dl>',
  glossary: `<p>Stay in your <a href="#chapter--term-window-of-tolerance" class="term" role="doc-glossref">window of tolerance</a>.</p>
<section class="glossary" role="doc-glossary" aria-label="Glossary"><dl class="glossary-terms">
<dt id="chapter--term-flooding"><dfn>Flooding</dfn></dt>
<dd>Too much at once.
</dd>
<dt id="chapter--term-window-of-tolerance"><dfn>Window of tolerance</dfn></dt>
<dd>Where one can feel and think at once.
</dd>
</dl></section>`,
  exercise: {
    reflowable: `${BREATHE}\n<p>After <a href="#chapter--ex-breathe">Exercise\u00a01</a>, rest.</p>\n${ANSWERS}`,
    paged: `${BREATHE}\n<p>After <a href="#chapter--ex-breathe">Exercise\u00a01</a><span class="page-reference">, page\u00a0<span data-folio="chapter--ex-breathe">0</span></span>, rest.</p>\n${ANSWERS}`,
  },
  'list-of': '<ol class="list-of" data-list-of="figure"></ol>',
  'code-callout': `<pre><code class="language-js">await rest(); <a class="code-mark" href="#chapter--code-note">1</a>
</code></pre>
<ol class="code-notes">
<li id="chapter--code-note"><span class="code-mark">1</span> An hour will do.</li>
</ol>`,
  'table-span': `<table>
<thead>
<tr>
<th scope="col">Day</th>
<th colspan="2" scope="col">Cups</th>

</tr>
</thead>
<tbody>
<tr>
<td rowspan="2">Mon</td>
<td>tea</td>
<td>3</td>
</tr>
<tr>

<td>water</td>
<td>2</td>
</tr>
</tbody>
</table>`,
  typography: '<p>“Well,” she said, “it’s the ’90s…”\u00a0– and left.</p>',
};

describe('samples', () => {
  it('every registered construct is tried here', () => {
    expect(Object.keys(SAMPLES).sort()).toEqual(core.constructs?.map(({ name }) => name).sort());
  });

  it.each(core.constructs ?? [])('$name', async ({ name, sample }) => {
    const chapters = { 'chapter.md': `# T\n\n${sample}`, 'handouts/contact-log.md': '# Contact log' };
    const book = understand(chapters, { assets: ['wave.svg'], library });
    await book.setFormulas();
    for (const medium of MEDIA) {
      const sample = SAMPLES[name];
      const expected = typeof sample === 'string' ? sample : (sample?.[medium] ?? sample?.reflowable);
      expect(book.dress(medium).html, medium).toBe((TITLE + expected).trim());
    }
    expect(book.said()).toEqual([]);
  });
});

describe('callouts', () => {
  it.each(['note', 'tip', 'important', 'warning', 'caution'])(
    'GitHub’s alert and the directive are one: %s',
    (name) => {
      const word = name.charAt(0).toUpperCase() + name.slice(1);
      const box = `<aside class="callout callout-${name}">${kind(word)}</p><p>Text.</p></aside>`;
      expect(html(`> [!${name.toUpperCase()}]\n> Text.`)).toBe(box);
      expect(html(`> [!${name}]\n>\n> Text.`)).toBe(box);
      expect(html(`:::${name}\nText.\n:::`)).toBe(box);
    },
  );

  it('say their kind in the language of the chapter', () => {
    expect(html(':::tip\nText.\n:::', { lang: 'de' })).toContain(kind('Tipp'));
    expect(understand('---\nlang: fr\n---\n\n:::warning\nTexte.\n:::').dress().html).toContain(
      kind('Avertissement'),
    );
  });

  it('keep the marks of their titles, and may have none', () => {
    expect(html(':::note[A *good* `title`]\nx\n:::')).toContain(
      `${kind('Note')} A <em>good</em> <code>title</code></p>`,
    );
    expect(html('> [!NOTE]')).toBe(`<aside class="callout callout-note">${kind('Note')}</p></aside>`);
  });

  it('stand in one another', () => {
    const nested = `<aside class="callout callout-note">${kind('Note')}</p><aside class="callout callout-tip">${kind('Tip')}</p><p>In.</p></aside></aside>`;
    expect(html('::::note\n:::tip\nIn.\n:::\n::::')).toBe(nested);
    expect(html('> [!NOTE]\n> > [!TIP]\n> > In.')).toBe(nested);
  });

  it.each(['> [!UNKNOWN]\n> Text.', '> [!SO] they say\n> Text.', '> NOTE\n> Text.'])(
    'leave other quotes alone: %j',
    (quote) => {
      expect(html(quote)).toMatch(/^<blockquote>\n<p>(\[!UNKNOWN\]|\[!SO\] they say|NOTE)\nText\.<\/p>/);
    },
  );

  it.each([
    ['> [!NOTE] A *good* title\n> Text\n> goes on.', ' A <em>good</em> title', '<p>Text\ngoes on.</p>'],
    ['> [!NOTE] A title\n>\n> - Text', ' A title', '<ul>\n<li>Text</li>\n</ul>'],
    ['> [!NOTE] *A title*  \n> Text', ' <em>A title</em>', '<p>Text</p>'],
    ['> [!NOTE] A title', ' A title', ''],
  ])('may have a title behind their sign, as in Obsidian: %j', (quote, title, rest) => {
    expect(html(quote)).toBe(
      `<aside class="callout callout-note">${kind('Note')}${title}</p>${rest}</aside>`,
    );
  });

  it('take a class, an id and a language, and nothing else', () => {
    const { html: plain, book } = dressed(':::note{.big #here onclick="alert(1)" style="color:red"}\nx\n:::');
    expect(plain).toBe(
      `<aside class="callout callout-note big" id="chapter--here">${kind('Note')}</p><p>x</p></aside>`,
    );
    expect(book.said()).toEqual(['attribute-known chapter.md:3:20', 'attribute-known chapter.md:3:39']);
  });
});

describe('lines', () => {
  it.each([
    ['', 3],
    ['{n=1}', 1],
    ['{n=12}', 12],
    ['{n=60}', 60],
    ['{.wide}', 3],
  ])('::lines%s gives %i', (attributes, count) => {
    const { html: page, book } = dressed(`::lines${attributes}`);
    expect(page.match(/class="line"/g)).toHaveLength(count);
    expect(book.said()).toEqual([]);
  });

  it.each(['-1', '0', '61', '1e9', '999999999999999999999', '2.5', 'two', '""'])(
    '::lines{n=%s} is an error, and three lines',
    (n) => {
      const { html: page, book } = dressed(`::lines{n=${n}}`);
      expect(page.match(/class="line"/g)).toHaveLength(3);
      expect(book.said()).toEqual(['directive-count chapter.md:3:1']);
    },
  );
});

describe('underscores', () => {
  const gaps = (text: string) =>
    html(text).replace(
      /<span class="fill-in[^"]*" role="img" aria-label="blank" data-field="gap" data-width="([^"]*)"><\/span>/g,
      '[$1]',
    );

  it.each([
    ['Name: ____ Hands: ___', '<p>Name: [8.8mm] Hands: [8mm]</p>'],
    ['**Name:** ____ 3 + 4 = ___.', '<p><strong>Name:</strong> [8.8mm] 3 + 4 = [8mm].</p>'],
    ['Lord ____ is there, a:____ too.', '<p>Lord ____ is there, a:____ too.</p>'],
    ['Date: ___/___/______', '<p>Date: [8mm]/[8mm]/[13.2mm]</p>'],
    ['__.__.____, __:__ and __ / __', '<p>[8mm].[8mm].[8.8mm], [8mm]:[8mm] and [8mm] / [8mm]</p>'],
    ['(___) ___-____ or "(____) ____-____".', '<p>([8mm]) [8mm]-[8.8mm] or “([8.8mm]) [8.8mm]-[8.8mm]”.</p>'],
    ['I felt \\_\\_\\_\\_\\_\\_\\_\\_. So \\_\\_\\_, \\_______.', '<p>I felt [17.6mm]. So ___, _______.</p>'],
    ['**Born:** __/__ *there*', '<p><strong>Born:</strong> [8mm]/[8mm] <em>there</em></p>'],
  ])('%s is filled in part by part', (text, page) => {
    expect(gaps(text)).toBe(page);
  });

  it.each([
    ['__?__ or _!_', '<p><strong>?</strong> or <em>!</em></p>'],
    [
      '__/etc__, _(so)_ and (__so__)',
      '<p><strong>/etc</strong>, <em>(so)</em> and (<strong>so</strong>)</p>',
    ],
    ['`__/__`, __init__ and \\_\\_/\\_\\_', '<p><code>__/__</code>, <strong>init</strong> and __/__</p>'],
  ])('%s is what Markdown says', (text, page) => {
    expect(gaps(text)).toBe(page);
  });

  it('rule a line where twelve or more stand alone, and as many as follow one another are one field', () => {
    const row = '_'.repeat(12);
    const { html: page, book } = dressed(`Well?\n${row}\n\n${row}____\n${row}\n\nMore.\n\n> ${row}`);
    const line = '<div class="line"></div>';
    const field = (n: number) =>
      `<div class="lines" role="presentation" data-field="lines">${line.repeat(n)}</div>`;
    expect(page.replaceAll('\n', '')).toBe(
      `<p>Well?</p>${field(3)}<p>More.</p><blockquote>${field(1)}</blockquote>`,
    );
    expect(book.said()).toEqual([]);
  });

  const ROW = '_'.repeat(20);

  it('part two scenes where one stands between two paragraphs', () => {
    expect(html(`He went.\n\n${ROW}\n\nIt rained.\n\n* * *\n\nHe came.`)).toBe(
      '<p>He went.</p>\n<hr>\n<p>It rained.</p>\n<hr>\n<p>He came.</p>',
    );
  });

  it('part them in text for one edition as well', () => {
    const page = html(`:::when{edition="print"}\nHe went.\n\n${ROW}\n\nIt rained.\n:::`);
    expect(page).toContain('<hr');
    expect(page).not.toContain('lines');
  });

  it.each([
    ['below a heading', `## Name\n\n${ROW}\n\nText.`],
    ['below what asks for it', `Your **name:**\n\n${ROW}\n\nText.`],
    ['below what asks for it in Japanese', `名前：\n\n${ROW}\n\nText.`],
    ['at the end', `Name\n\n${ROW}`],
    ['before a heading', `Name\n\n${ROW}\n\n## Date`],
    ['behind a list', `1. Name?\n\n${ROW}\n\nText.`],
    ['in a box', `:::note\nName\n\n${ROW}\n\nText.\n:::`],
    ['in a box of GitHub', `> [!NOTE]\n> Name\n>\n> ${ROW}\n>\n> Text.`],
  ])('rule one line %s', (_, text) => {
    const { html: page, book } = dressed(text);
    expect(page.match(/class="line"/g)).toHaveLength(1);
    expect(page).not.toContain('<hr');
    expect(book.said()).toEqual([]);
  });

  it('rule a line between two paragraphs of a handout', () => {
    const text = `---\nrole: handout\n---\n\n# Log\n\nName\n\n${ROW}\n\nDate\n`;
    const page = understand({ 'handouts/log.md': text }).dress().html;
    expect(page.match(/class="line"/g)).toHaveLength(1);
    expect(page).not.toContain('<hr');
  });

  it('rule as many lines as there are, in several fields', () => {
    const { html: page, book } = dressed(`T.\n\n${`${ROW}\n\n`.repeat(70)}T.`);
    const fields = page.split('data-field="lines"').slice(1);
    expect(fields.map((field) => field.match(/class="line"/g)?.length)).toEqual([60, 10]);
    expect(book.said()).toEqual([]);
  });

  it('part two scenes where there are fewer, or where that is said', () => {
    const page = html(`a\n\n${'_'.repeat(11)}\n\nb\n\n${'_'.repeat(20)} {.space}\n\nc`);
    expect(page.match(/<hr/g)).toHaveLength(2);
    expect(page).not.toContain('lines');
  });
});

describe('cards', () => {
  it.each([
    ['', 1],
    ['{copies=4}', 4],
    ['{copies=16}', 16],
    ['{.wide}', 1],
  ])(':::cards%s gives %i', (attributes, count) => {
    const cards = html(`:::cards${attributes}\nWait.\n:::`);
    expect(cards.match(/class="card"/g)).toHaveLength(count);
    expect(cards.match(/aria-hidden="true"/g) ?? []).toHaveLength(count - 1);
  });

  it.each(['999', '-3', 'many'])(':::cards{copies=%s} is an error, and one card', (copies) => {
    const { html: page, book } = dressed(`:::cards{copies=${copies}}\nWait.\n:::`);
    expect(page.match(/class="card"/g)).toHaveLength(1);
    expect(book.said()).toEqual(['directive-count chapter.md:3:1']);
  });

  it('name their headings once, however many copies there are', () => {
    const book = understand(':::cards{copies=3}\n## Wait\n:::');
    const ids = [...book.dress().html.matchAll(/<h2[^>]* id="([^"]+)"/g)].map((match) => match[1]);
    expect(ids).toEqual(['chapter--wait']);
    expect(book.book.outline[0]?.children.map(({ title }) => title)).toEqual(['Wait']);
  });

  it('hold callouts, lists and lines', () => {
    const card = html('::::cards{copies=2}\n:::tip\nIn.\n:::\n\n- [ ] a\n\n::lines{n=2}\n::::');
    expect(card.match(/callout-tip/g)).toHaveLength(2);
    expect(card.match(/class="task"/g)).toHaveLength(2);
    expect(card.match(/class="line"/g)).toHaveLength(4);
  });
});

describe('checklists', () => {
  it('nest, and keep items that are no tasks', () => {
    const list = html('- [ ] a\n  - [x] b\n- plain');
    expect(list.match(/<ul class="checklist">/g)).toHaveLength(2);
    expect(list).toContain(
      '<li class="task task-done"><span class="box box-done" role="img" data-field="tick" aria-label="done"></span>b</li>',
    );
    expect(list).toContain('<li>plain</li>');
    expect(list).not.toContain('<input');
  });

  it('are only lists with boxes', () => {
    expect(html('- a\n- b')).toBe('<ul>\n<li>a</li>\n<li>b</li>\n</ul>');
    expect(html('1. [ ] a')).toContain('<ol class="checklist">');
  });

  it('name their boxes in the language of the book', () => {
    expect(html('- [ ] a\n- [x] b', { lang: 'de' })).toMatch(
      /aria-label="zu tun".*\n.*aria-label="erledigt"/,
    );
  });
});

describe('figures', () => {
  const assets = ['a.png'];
  const image = '<img src="a.png" alt="A" width="40" height="30">';

  it('are images that stand alone, with their title as the caption', () => {
    expect(html('![A](a.png "It’s a *caption*")', { assets })).toBe(
      `<figure>${image}<figcaption>It’s a <em>caption</em></figcaption></figure>`,
    );
    expect(html('![A](a.png)', { assets })).toBe(`<figure class="plain">${image}</figure>`);
  });

  it('are not images in a line of text, or a link', () => {
    expect(html('Look: ![A](a.png)', { assets })).toBe(`<p>Look: ${image}</p>`);
    expect(html('[![A](a.png)](https://example.org)', { assets })).toBe(
      `<p><a href="https://example.org">${image}</a></p>`,
    );
  });

  it('leave their text where the image could not be read', () => {
    expect(html('![A view](missing.png)')).toBe('<figure class="plain">A view</figure>');
  });
});

describe('attributes', () => {
  it.each([
    ['A [word]{.small-caps} here', '<p>A <span class="small-caps">word</span> here</p>'],
    [
      'A [*very* `odd` word]{lang=fr .x}',
      '<p>A <span class="x" lang="fr"><em>very</em> <code>odd</code> word</span></p>',
    ],
    ['[a [b]{.in} c]{.out}', '<p><span class="out">a <span class="in">b</span> c</span></p>'],
    [
      '`key`{.kbd} and [x](https://example.org){.y}',
      '<p><code class="kbd">key</code> and <a href="https://example.org" class="y">x</a></p>',
    ],
    ['A \\[word]{.x} and [word]\\{.x}', '<p>A [word]{.x} and [word]{.x}</p>'],
    ['set {x} and [y]{z} and f[0]{1}', '<p>set {x} and [y]{z} and f[0]{1}</p>'],
    ['an [open bracket {.x}', '<p>an [open bracket {.x}</p>'],
    ['```js {.numbered}\na\n```', '<pre><code class="language-js numbered">a\n</code></pre>'],
    ['```{.js .numbered}\na\n```', '<pre><code class="language-js numbered">a\n</code></pre>'],
  ])('%j', (markdown, expected) => {
    const { html: page, book } = dressed(markdown);
    expect(page).toBe(expected);
    expect(book.said()).toEqual([]);
  });

  it('give a heading its id, from anywhere in the book', () => {
    const book = understand({
      'a.md': '# A\n\n## How it began {#sec-began .quiet}\n\nText.',
      'b.md': '# B\n\nSee @sec-began and [there](a.md#sec-began).',
    });
    expect(book.dress('reflowable').html).toContain('<h2 class="quiet" id="a--sec-began">How it began</h2>');
    expect(book.dress('reflowable', 'b.md').html).toContain(
      'See <a href="#a--sec-began">“How it began”</a> and <a href="#a--sec-began">there</a>.',
    );
    expect(book.book.outline[0]?.children[0]).toMatchObject({ title: 'How it began', id: 'a--sec-began' });
    expect(book.said()).toEqual([]);
  });

  it.each(['3000000', '0cm', '5furlongs', '2m', '-5cm', '5 cm x', '110%', 'wide'])(
    'are told of a width of %s',
    (width) => {
      const book = understand({ 'a.md': `![A](a.png){width="${width}"}` }, { assets: ['a.png'] });
      expect(book.words()).toEqual([
        expect.stringMatching(/which cannot be used\. Write a share .* or a length with its unit: 50mm, 5cm/),
      ]);
      expect(book.dress().html).toContain('<img src="a.png" alt="A" width="40"');
    },
  );

  it('are told where they are wrong', () => {
    const book = understand(
      { 'a.md': '![A](a.png){#fig-a width=200% heigth=3}\n\n## X {#fig-a}\n\nSee @fig-b and @fig-aa.' },
      { assets: ['a.png'] },
    );
    expect(book.said()).toEqual([
      'attribute-valid a.md:1:1',
      'attribute-known a.md:1:1',
      'id-unique a.md:3:1',
      'reference-resolves a.md:5:5',
      'reference-resolves a.md:5:16',
    ]);
  });
});

describe('verse', () => {
  it('keeps its lines and what is indented, in both ways of writing it', () => {
    expect(html('| One *line\n| and* another\n|   further in')).toBe(
      '<p class="verse stanza"><span class="verse-line">One <em>line</em></span><br>\n<span class="verse-line"><em>and</em> another</span><br>\n<span class="verse-line">\u2003further in</span></p>',
    );
    const poem = html(':::verse\nOne\nTwo\n\nThree  \nFour\n\n-- Somebody, *Something*\n:::');
    expect(poem.match(/class="stanza"/g)).toHaveLength(2);
    expect(poem.match(/class="verse-line"/g)).toHaveLength(4);
    expect(poem).toContain('<p class="attribution">—\u2009Somebody, <em>Something</em></p>');
  });

  it.each(['\\| a', '| a\nb', 'a | b', '|a'])('is not %j', (markdown) => {
    expect(html(markdown)).not.toContain('verse');
  });
});

describe('a letter', () => {
  const NAME = '<p class="attribution closing signature">—\u2009Hester</p>';

  it.each(['P.S. It rained.', 'PS: It rained.', 'P. S. It rained.', 'P.-S. Il pleut.'])(
    'is signed above its postscript, too: %s',
    (postscript) => {
      const letter = (end: string): string =>
        html(`:::letter\nDear Ada,\n\nIt has blown for nine days.\n\nYours,\n\n-- Hester${end}\n:::`);
      expect(letter('')).toContain(NAME);
      expect(letter(`\n\n${postscript}`)).toContain(NAME);
      // What begins otherwise is text behind it, and nobody has signed there.
      expect(letter('\n\nPsalms were sung.')).not.toContain('attribution');
    },
  );
});

describe('notes inside their sentence', () => {
  it('stand among the others in the order of their calls, whatever is in them', () => {
    const { html: page, book } = dressed(
      'One.^[With a [link](https://a.org), `code[0]` and *more*.] Two.[^inline-1] Three.^[[x]]\n\n[^inline-1]: Named.',
    );
    const notes = [...page.matchAll(/<li id="chapter--fn-([^"]+)">\n<p>(.*?) <a href="#chapter--fnref/g)];
    expect(notes.map(([, id, text]) => [id, text])).toEqual([
      ['inline-2', 'With a <a href="https://a.org">link</a>, <code>code[0]</code> and <em>more</em>.'],
      ['inline-1', 'Named.'],
      ['inline-3', '[x]'],
    ]);
    expect(book.said()).toEqual([]);
  });

  it.each(['a^[open', 'a\\^[x]', 'a^\\[x]', 'x^[]', 'x ^ [y]'])('%s is none', (markdown) => {
    expect(html(markdown)).not.toContain('footnote');
  });
});

describe('cross references', () => {
  const assets = ['a.png'];
  it.each([
    ['@fig-a', '<a href="#chapter--fig-a">Figure\u00a01</a>'],
    ['[-@fig-a]', '<a href="#chapter--fig-a">1</a>'],
    ['(@fig-a)', '(<a href="#chapter--fig-a">Figure\u00a01</a>)'],
    ['@fig-a.', '<a href="#chapter--fig-a">Figure\u00a01</a>.'],
    ['@Fig-a', '<a href="#chapter--fig-a">Figure\u00a01</a>'],
    ['如@fig-a所示', '如<a href="#chapter--fig-a">Figure\u00a01</a>所示'],
    ['x [@fig-a]', 'x <span><a href="#chapter--fig-a">Figure\u00a01</a></span>'],
    [
      '[see @fig-a; @fig-a]',
      '<span>see <a href="#chapter--fig-a">Figure\u00a01</a> and <a href="#chapter--fig-a">Figure\u00a01</a></span>',
    ],
    ['\\[@fig-a\\]', '[<a href="#chapter--fig-a">Figure\u00a01</a>]'],
    ['\\@fig-a', '@fig-a'],
    ['me@fig-a.org', '<a href="mailto:me@fig-a.org">me@fig-a.org</a>'],
    ['@nobody', '@nobody'],
    ['`@fig-a`', '<code>@fig-a</code>'],
  ])('%s', (markdown, expected) => {
    const book = understand(`${markdown}\n\n![A](a.png){#fig-a}`, { assets });
    expect(book.dress('reflowable').html).toContain(`<p>${expected}</p>`);
    expect(book.said()).toEqual([]);
  });

  it.each([
    ['ar', 'انظر و@fig-a', 'انظر و<a>الشكل 1</a>'],
    ['ar', 'ب@fig-a وب@fig-a وال@fig-a', 'ب<a>الشكل 1</a> وب<a>الشكل 1</a> وال<a>شكل 1</a>'],
    ['ar', 'ل@fig-a ولل@fig-a', 'ل<a>لشكل 1</a> ولل<a>شكل 1</a>'],
    ['he', 'ראו ב@fig-a וב@fig-a', 'ראו ב<a>איור 1</a> וב<a>איור 1</a>'],
    ['ar', 'كتاب@fig-a و\\@fig-a', 'كتاب@fig-a و@fig-a'],
    ['en', 'a@fig-a', 'a@fig-a'],
  ])('stand behind what is joined to the next word: %s %s', (lang, markdown, expected) => {
    const { html } = understand(`${markdown}\n\n![A](a.png){#fig-a}`, { assets, lang }).dress('reflowable');
    const [, said = ''] = /<p>(.*)<\/p>/.exec(html) ?? [];
    expect(said.replace(/<a [^>]*>/g, '<a>').replaceAll('\u00a0', ' ')).toBe(expected);
  });

  it('count each kind through the book, in the language of each chapter', () => {
    const book = understand(
      {
        'a.md': '![A](a.png){#fig-a}\n\n```\nx\n```\n\n![Plain](a.png "No number")',
        'b.md':
          '---\nlang: de\n---\n![B](a.png "Bild"){#fig-b}\n\n| x |\n| - |\n\n: T {#tbl-t}\n\n@fig-a @fig-b @tbl-t',
      },
      { assets },
    );
    const german = book.dress('reflowable', 'b.md').html;
    expect(german).toContain('<span class="label">Abbildung 2.</span> Bild');
    expect(german).toContain('<span class="label">Tabelle 1.</span> T');
    expect(german).toMatch(/>Abbildung\u00a01<.*>Abbildung\u00a02<.*>Tabelle\u00a01</);
  });
});

describe('handout links', () => {
  it('take title and language from the handout', () => {
    const book = understand({
      'a.md': '::handout{name=log}',
      'handouts/log.md': '---\nlang: de\n---\n# Liste',
    });
    expect(book.dress().html).toContain(
      '<p class="handout-link" lang="de"><span class="handout-kind">Arbeitsblatt</span> Liste</p>',
    );
  });

  it('tell files of one name apart by their folders, and say so where they do not', () => {
    const book = understand({
      'a.md':
        '# A\n\n::handout{name=log}\n\n::handout{name="deep/log"}\n\n::handout{name="handouts/log"}\n\n::handout{name="dep/log"}',
      'handouts/log.md': '# Near',
      'handouts/deep/log.md': '# Far',
    });
    expect(book.said()).toEqual(['handout-is-one a.md:3:1', 'handout-exists a.md:9:1']);
    expect(book.words()).toEqual([
      'There are 2 handouts that “log” may mean. Write more of the path: “handouts/log” or “deep/log”. Or give their files different names.',
      'There is no handout “dep/log”. Did you mean “deep/log”?',
    ]);
    const named = [...book.dress().html.matchAll(/<\/span> (Near|Far)</g)].map(([, title]) => title);
    expect(named).toEqual(['Far', 'Near']);
  });

  it('say so if there is no such handout, or none is named', () => {
    const book = understand({
      'a.md': '# A\n\n::handout{name=contact-lgo}\n\n::handout',
      'handouts/contact-log.md': '# Log',
    });
    expect(book.said()).toEqual(['handout-exists a.md:3:1', 'handout-named a.md:5:1']);
    expect(book.words()[0]).toBe('There is no handout “contact-lgo”. Did you mean “contact-log”?');
  });
});

describe('typography', () => {
  it.each([
    ['`"a" -- b...`', '<p><code>"a" -- b...</code></p>'],
    ['```js\n"a" -- b...\n```', '<pre><code class="language-js">"a" -- b...\n</code></pre>'],
    ['    "a" -- b', '<pre><code>"a" -- b\n</code></pre>'],
    ['<code>"a" -- b</code> and "c"', '<p><code>"a" -- b</code> and “c”</p>'],
    ['<https://example.org/a--b>', '<p><a href="https://example.org/a--b">https://example.org/a--b</a></p>'],
    ['https://example.org/a...b', '<p><a href="https://example.org/a...b">https://example.org/a...b</a></p>'],
    ['[x](https://example.org/a--b "t")', '<p><a href="https://example.org/a--b" title="t">x</a></p>'],
  ])('stays out of code and addresses: %j', (markdown, expected) => {
    expect(html(markdown)).toBe(expected);
  });

  it('reads a paragraph as one, across emphasis, links, code and line ends', () => {
    expect(html('"*Well*," she\nsaid, "[go](https://example.org) `now`."')).toBe(
      '<p>“<em>Well</em>,” she\nsaid, “<a href="https://example.org">go</a> <code>now</code>.”</p>',
    );
  });

  it('is the language’s own, chapter by chapter, and can be switched off', () => {
    expect(html('"Ja" -- gut...', { lang: 'de' })).toBe('<p>„Ja“\u00a0– gut…</p>');
    expect(
      understand({ 'a.md': '"a"', 'b.md': '---\nlang: fr\n---\n"b"' }).dress('paged', 'b.md').html,
    ).toContain('«\u202fb\u202f»');
    expect(html('"a" -- b...', { typography: false })).toBe('<p>"a" -- b...</p>');
  });

  it.each([
    ['typography: false', '"a" -- 5 km', '"a" -- 5 km'],
    ['typography: {quotes: false, spaces: false}', '"a" -- 5 km', '"a"\u00a0– 5 km'],
    ['typography: {dashes: false}', '"a" -- 5 km', '“a” -- 5\u00a0km'],
  ])('is a chapter’s to choose: %s', (key, typed, expected) => {
    const book = understand(`---\n${key}\n---\n\n${typed}\n`);
    expect(book.dress().html).toContain(`<p>${expected}</p>`);
    expect(book.said()).toEqual([]);
  });

  it('leaves what its author marked as it is typed, and words of another language to theirs', () => {
    expect(html('"[as "typed" -- here]{.verbatim}" -- "so"')).toBe(
      '<p>“<span class="verbatim">as "typed" -- here</span>”\u00a0– “so”</p>',
    );
    expect(html('"[Ja, "so"]{lang=de}," he said')).toBe('<p>“<span lang="de">Ja, „so“</span>,” he said</p>');
    expect(html(':::note{lang=de}\n"So"\n:::')).toContain('<p>„So“</p>');
    expect(html('Press [A--B "c"]{.kbd}')).toBe('<p>Press <kbd>A--B "c"</kbd></p>');
  });

  it('reaches cells, terms, captions and lines of verse', () => {
    expect(html('| "a" |\n| --- |\n| "b" -- 5 km |')).toMatch(/“a”[\s\S]*“b”\u00a0– 5\u00a0km/);
    expect(html('Recto\n: The "right" page.\n')).toContain('The “right” page.');
    expect(html('| "One" line\n| and -- another\n')).toMatch(/“One” line[\s\S]*and\u00a0– another/);
  });

  it.each([
    ['en', 'A word [^1].', /A word\.<sup>/],
    ['en', 'A word[^1], and', /A word,<sup>.*<\/sup> and/],
    ['en', '"A word"[^1][^2].', /“A word”\.<sup>.*<sup>.*<\/sup><\/p>/],
    ['en', '*A word* [^1] and', /<em>A word<\/em>\u0020?<sup>.*<\/sup> and/],
    ['en', 'In *a word [^1]*', /<em>a word<sup>/],
    ['en', 'version 2[^1].5', /version 2<sup>.*<\/sup>\.5/],
    ['de', 'Ein Wort [^1].', /Ein Wort<sup>.*<\/sup>\./],
    ['fr', 'Un mot [^1].', /Un mot<sup>.*<\/sup>\./],
  ])('puts the call of a note where it belongs: %s %s', (lang, typed, expected) => {
    const book = understand(`${typed}\n\n[^1]: N.\n[^2]: M.\n`, { lang });
    expect(book.dress().html).toMatch(expected);
  });

  it('keeps places: a stop that moved before its call stands where it was typed', () => {
    const { book } = understand('A word[^1]. Next.\n\n[^1]: N.\n');
    const paragraph = book.chapters[0]?.tree.children.find(({ type }) => type === 'paragraph');
    const texts = (paragraph as Paragraph).children.map((node) => [
      node.type === 'text' ? node.value : node.type,
      node.position?.start.column,
      node.position?.end.column,
    ]);
    expect(texts).toEqual([
      ['A word', 1, 7],
      ['.', 11, 12],
      ['footnoteReference', 7, 11],
      [' Next.', 12, 18],
    ]);
  });

  it('leaves the address of a heading as it was typed', () => {
    const { book } = understand('# T\n\n## 1/2 cup -- 5 km\n');
    expect([...book.anchors.keys()]).toContain('chapter.md#12-cup----5-km');
    expect(book.outline[0]?.children[0]?.title).toBe('½ cup\u00a0– 5\u00a0km');
  });

  it('sets entries of the index as the text', () => {
    const { book } = understand('[It\'s "so"]{.index} and []{.index entry="it\'s!Mr. A"}');
    expect(book.index.map(({ term }) => term)).toEqual(['it’s', 'It’s “so”']);
    expect(book.index[0]?.children[0]?.term).toBe('Mr. A');
  });

  it('does not change ids: they come from the words', () => {
    expect(understand('# "It\'s" a title').book.outline[0]).toMatchObject({
      id: 'chapter--its-a-title',
      title: '“It’s” a title',
    });
  });
});

describe('what only looks like a directive', () => {
  it.each([
    'at 10:30, note:this, a::b, :smile:',
    'a :note[that *is* not one] b',
    'see note:example, 12:30pm and http:foo',
    ':lines{n=3} in a line',
    'a:b[x:c[y]]{z=1}',
    'x ::lines{n=2} y',
  ])('keeps its text: %s', (text) => {
    const { tree } = understand(text).dress();
    const { html: paragraph, book } = dressed(text);
    expect(paragraph.replace(/<\/?em>/g, '*')).toBe(`<p>${text}</p>`);
    expect(book.said()).toEqual([]);
    expect(tree.children.length).toBeGreaterThan(1);
  });

  it.each([
    [
      ':::nte[Title]\nText.\n\n- item\n:::',
      '<p>Title</p>\n<p>Text.</p>\n<ul>\n<li>item</li>\n</ul>',
      '“:::note”',
    ],
    ['::linse{n=3}', '<p>::linse{n=3}</p>', '“::lines”'],
    ['::note', '<p>::note</p>', '“:::note”'],
    [':::lines{n=3}\nText.\n:::', '<p>Text.</p>', '“::lines”'],
  ])('a block is reported, and its text kept: %j', (markdown, expected, meant) => {
    const { html: kept, book } = dressed(markdown);
    expect(kept).toBe(expected);
    expect(book.said()).toEqual(['directive-known chapter.md:3:1']);
    expect(book.words()[0]).toContain(`Did you mean ${meant}?`);
  });

  it('says what there is where nothing is near', () => {
    const { book } = dressed(':::xylophone\nText.\n:::');
    expect(book.words()[0]).toMatch(
      /^“:::xylophone” is not a block that Octavo knows.*Known blocks: .*:::note, :::tip/,
    );
  });
});

describe('all of it at once', () => {
  it('comes through every medium without a message', async () => {
    const text = `${core.constructs?.map(({ sample }) => sample).join('\n\n')}\n\n[^n]: > [!NOTE]\n    > A note in a note.\n\nA call.[^n]\n\n- > :::tip\n  > deep\n  > :::`;
    const book = understand(
      { 'chapter.md': text, 'handouts/contact-log.md': '# Contact log' },
      { assets: ['wave.svg'], library },
    );
    await book.setFormulas();
    for (const medium of MEDIA)
      expect(book.dress(medium).html).toContain('<aside class="callout callout-tip">');
    expect(book.said()).toEqual([]);
  });
});

describe('what would be lost without a word', () => {
  it('a caption has attributes without an id, and prose keeps its braces', () => {
    const { html: page, book } = dressed(
      '| A | B |\n| - | - |\n| c | d |\n\n: Cups {widths="20 80" header-columns=1}\n\nA set {x=1}',
    );
    expect(page).toContain('<caption>Cups</caption><colgroup>');
    expect(page).toContain('<th scope="row">c</th>');
    expect(page).toContain('<p>A set {x=1}</p>');
    expect(book.said()).toEqual([]);
  });

  it('a table has attributes without a caption, and its number all the same', () => {
    const cells = '| A | B |\n| - | - |\n| c | d |\n\n';
    const widths = '<colgroup><col class="width-20"><col class="width-80"></colgroup>';
    const { html: page, book } = dressed(
      `${cells}: {widths="20 80"}\n\n${cells}: {#tbl-b widths="20 80"}\n\n${cells}:\n\n[@tbl-b]`,
    );
    expect(page).toContain(`<table>${widths}`);
    expect(page).toContain(`<caption><span class="label">Table 1.</span> </caption>${widths}`);
    expect(page).toContain('<p>:</p>');
    expect(book.said()).toEqual([]);
  });

  it.each([
    ['right below it', 'TABLE\n{B}\n'],
    ['in a paragraph', 'TABLE\n\n{B}\n'],
    ['before its caption', 'TABLE\n{B}\n\n: Cups {header-columns=1}\n', 'Cups'],
    ['behind a caption above', ': Cups\n\nTABLE\n\n{B}\n\nText.', 'Cups'],
    ['in a list', '- x\n\n  TABLE\n  {B}'],
  ])('braces alone are those of the table above them: %s', (_, text, caption = '') => {
    const inList = text.startsWith('-') ? '\n  ' : '\n';
    const markdown = text
      .replace('TABLE', ['| A | B |', '| - | - |', '| c | d |'].join(inList))
      .replace('{B}', '{widths="20 80" header-columns=1}');
    const { html: page, book } = dressed(`${markdown}\n`);
    expect(page).toContain(
      `<table>${caption && `<caption>${caption}</caption>`}<colgroup><col class="width-20"><col class="width-80">`,
    );
    expect(page.match(/<tr>/g)).toHaveLength(2);
    expect(page).toContain('<th scope="row">c</th>');
    expect(page).not.toMatch(/[{}]|widths=/);
    expect(book.said()).toEqual([]);
  });

  it('braces that are no attributes, or have a name in them that no table knows, are text, or told', () => {
    const table = '| A | B |\n| - | - |\n| c | d |\n';
    const { html: page, book } = dressed(`${table}\n{a set}\n\n${table}\n{width=20}\n\n{widths="1 2"}\n`);
    expect(page).toContain('<p>{a set}</p>');
    expect(page).toContain('<p>{widths=');
    expect(book.said()).toEqual(['attribute-known chapter.md:9:1']);
  });

  it('cards with classes of their own are cards all the same', () => {
    const text =
      ':::::cards{.mine across=3 marks=corners}\n::::card[One]{.own}\nA.\n:::back{.behind}\nB.\n:::\n::::\n:::::\n\n:::cards\nC.\n:::\n';
    const { html: page, book } = dressed(text);
    expect(page).toContain('<div class="cards mine cards-3 cards-corners"><div class="card own">');
    expect(page).toContain('<div class="card behind card-back">');
    expect(page).toContain('<div class="cards cards-2"><div class="card">');
    expect(book.said()).toEqual([]);
  });

  it('each table has its own line of attributes, and its head stays its head', () => {
    const { html: page, book } = dressed(
      ': {rows=2}\n\n| A |\n| - |\n\n: {rows=3}\n\n| B |\n| - |\n\n: {rows=1 footer-rows=1}\n\n| C |\n| - |\n',
    );
    const [a = '', b = '', c = ''] = page.split('<table').slice(1);
    expect([a, b].map((one) => one.split('<tr>').length - 2)).toEqual([2, 3]);
    for (const [table, head] of [
      [a, 'A'],
      [b, 'B'],
      [c, 'C'],
    ] as const)
      expect(table).toMatch(new RegExp(`<thead>\\s*<tr>\\s*<th>${head}</th>`));
    expect(book.said()).toEqual([]);
  });

  it('a part that nothing is said to be in', () => {
    const { said } = understand({ 'p.md': '---\nrole: part\n---\n\n# Evening', 'a.md': '# Lamps' });
    expect(said()).toEqual(['part-has-chapters p.md:2:7']);
  });
});
