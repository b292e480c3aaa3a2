import {
  PDFCheckBox,
  PDFDict,
  PDFDocument,
  type PDFField,
  PDFName,
  PDFRadioGroup,
  PDFTextField,
} from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Press } from '../../src/model/press.js';
import { thisWorld } from '../../src/world.js';
import { matterhorn } from '../support/matterhorn.js';
import { buildInMemory, checkInMemory } from '../support/memory.js';
import { inspectPdf } from '../support/pdf.js';
import { getDocument } from '../support/pdfjs.js';
import { qpdfFaults } from '../support/qpdf.js';

/*
 * What can be filled in: the fields of a PDF as two libraries see them, and what becomes of text that is written into them.
 */
let press: Press;
beforeAll(async () => {
  press = thisWorld().press();
  await press.version();
});
afterAll(() => press[Symbol.asyncDispose]());

const TEXT = `# Log

Date: ____________ and again on: ________ for you.

::lines[What I felt]{n=4 spacing=8mm}

::box[What I saw]{height=40mm}

- [ ] Sleep well, every night.
- [x] Eat something **warm**.

::scale[How afraid am I?]{from=1 to=5 low="not" high="very"}

| Day | What he did | What I did |
| --- | --- | --- |
| Mon | | |
| Tue | | rest |

: Week {header-columns=1 row-height=11mm}

::calendar[Three days]{days=3}

::calendar{month=2027-02 row-height=9mm}
`;

/** Whatever is said of it. */
async function builtAny(text: string) {
  const files = { 'book.yaml': 'title: F\nauthor: A\nlang: en\nhyphenate: false\n', 'a.md': text };
  return (await buildInMemory(files, { editions: ['screen'] }, press)).delivered as ReadonlyMap<
    string,
    Uint8Array
  >;
}

async function built(text: string, editions: string, wanted: readonly string[]) {
  const files = {
    'book.yaml': `title: F\nauthor: A\nlang: en\nhandout-paper: a4\nhyphenate: false\n${editions}`,
    'a.md': text,
    'handouts/h.md': `---\npages: 3\n---\n${text}`,
  };
  const made = await buildInMemory(files, { editions: wanted }, press);
  expect(made.messages.map(String)).toEqual([]);
  return made.delivered as ReadonlyMap<string, Uint8Array>;
}

const formOf = async (bytes: Uint8Array) => (await PDFDocument.load(bytes)).getForm();

/** The kind, the name and the tool tip of a field, as pdf-lib has them. */
function called(field: PDFField): [string, string, string] {
  const kind =
    field instanceof PDFTextField
      ? field.isMultiline()
        ? 'lines'
        : 'line'
      : field instanceof PDFCheckBox
        ? 'tick'
        : field instanceof PDFRadioGroup
          ? 'choice'
          : 'other';
  const tip = field.acroField.dict.lookup(PDFName.of('TU')) as { decodeText(): string } | undefined;
  return [kind, field.getName(), tip?.decodeText() ?? ''];
}

describe('a PDF for a screen', () => {
  let bytes: Uint8Array;
  beforeAll(async () => {
    bytes = (await built(TEXT, '', ['screen'])).get('out/f.pdf') as Uint8Array;
  });

  it('has a field for everything that can be written in, called by what stands beside it', async () => {
    const fields = (await formOf(bytes)).getFields().map(called);
    expect(fields.slice(0, 14)).toEqual([
      ['line', 'date', 'Date'],
      ['line', 'and-again-on', 'and again on'],
      ['lines', 'what-i-felt', 'What I felt'],
      ['lines', 'what-i-saw', 'What I saw'],
      ['tick', 'sleep-well-every-night', 'Sleep well, every night.'],
      ['choice', 'how-afraid-am-i', 'How afraid am I?'],
      ['lines', 'what-he-did-mon', 'What he did Mon'],
      ['lines', 'what-i-did-mon', 'What I did Mon'],
      ['lines', 'what-he-did-tue', 'What he did Tue'],
      ['lines', 'three-days-1', 'Three days 1'],
      ['lines', 'three-days-2', 'Three days 2'],
      ['lines', 'three-days-3', 'Three days 3'],
      ['line', 'february-2027-mon-1', 'February 2027 Mon 1'],
      ['line', 'february-2027-tue-2', 'February 2027 Tue 2'],
    ]);
    expect(fields).toHaveLength(12 + 28);
    expect(new Set(fields.map(([, name]) => name)).size).toBe(fields.length);
  });

  it('shows nothing as ticked or chosen; what its author has ticked stays so, and is no field', async () => {
    const form = await formOf(bytes);
    expect(form.getCheckBox('sleep-well-every-night').isChecked()).toBe(false);
    expect(form.getRadioGroup('how-afraid-am-i').getOptions()).toEqual(['1', '2', '3', '4', '5']);
    expect(form.getRadioGroup('how-afraid-am-i').getSelected()).toBeUndefined();
  });

  it('has the same fields for pdf.js, in the order in which they are read', async () => {
    const document = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
    const seen: string[] = [];
    for (let number = 1; number <= document.numPages; number++)
      for (const one of await (await document.getPage(number)).getAnnotations())
        if (one.subtype === 'Widget' && !seen.includes(one.fieldName)) seen.push(one.fieldName);
    await document.destroy();
    const listed = (await formOf(bytes)).getFields().map((field) => field.getName());
    expect(seen).toEqual(listed);
  });

  it('is whole, and accessible: each field is in a tag of its own, and text is said once', async () => {
    expect(await matterhorn(bytes)).toEqual([]);
    expect(await qpdfFaults(bytes)).toEqual([]);
    const { tags, pages } = await inspectPdf(bytes);
    const forms = flat(tags).filter(({ role }) => role === 'Form');
    // Ten steps and lines of one field are so many places.
    expect(forms).toHaveLength(12 + 28 + 4);
    expect(pages.map(({ text }) => text).join('\n')).toMatch(/not\s+1\s+2\s+3\s+4\s+5\s+very/);
  });

  it('embeds the font that fields are filled in with', async () => {
    const document = await PDFDocument.load(bytes);
    const font = document.catalog
      .lookup(PDFName.of('AcroForm'), PDFDict)
      .lookup(PDFName.of('DR'), PDFDict)
      .lookup(PDFName.of('Font'), PDFDict)
      .lookup(PDFName.of('Sans'), PDFDict);
    expect(font.lookup(PDFName.of('FontDescriptor'), PDFDict).has(PDFName.of('FontFile2'))).toBe(true);
    expect(String(font.get(PDFName.of('BaseFont')))).toBe('/SourceSans3-Regular');
  });

  it('keeps what a program writes into it within its box', async () => {
    const document = await PDFDocument.load(bytes);
    const form = document.getForm();
    const rects = new Map<string, { x: number; y: number; width: number; height: number }>();
    for (const field of form.getFields()) {
      const [rect] = field.acroField.getWidgets().map((widget) => widget.getRectangle());
      if (field instanceof PDFTextField && rect) rects.set(field.getName(), rect);
    }
    form.getTextField('date').setText('Monday');
    form
      .getTextField('what-i-felt')
      .setText('First fear. Then, slowly, a little calm, and more of it by evening.');
    form.getTextField('what-he-did-mon').setText('Called');
    form.getRadioGroup('how-afraid-am-i').select('4');
    form.getCheckBox('sleep-well-every-night').check();
    const filled = await document.save();
    const again = await formOf(filled);
    expect(again.getRadioGroup('how-afraid-am-i').getSelected()).toBe('4');
    expect(again.getCheckBox('sleep-well-every-night').isChecked()).toBe(true);
    const flattened = await PDFDocument.load(filled);
    flattened.getForm().flatten();
    const { pages } = await inspectPdf(await flattened.save());
    for (const [name, word] of [
      ['date', 'Monday'],
      ['what-i-felt', 'First'],
      ['what-i-felt', 'evening.'],
      ['what-he-did-mon', 'Called'],
    ] as const) {
      const rect = rects.get(name);
      const places = pages.flatMap(({ pieces, height }) =>
        pieces.filter(({ text }) => text.includes(word)).map(({ x, y }) => [x, height - y] as const),
      );
      const inside = places.filter(
        ([x, y]) =>
          rect && x >= rect.x && x < rect.x + rect.width && y >= rect.y && y <= rect.y + rect.height,
      );
      expect(inside, `${word} is in ${name}`).toHaveLength(1);
    }
  });
});

const flat = <T extends { readonly children?: readonly T[] }>(tags: readonly T[]): T[] =>
  tags.flatMap((tag) => [tag, ...flat(tag.children ?? [])]);

it('goes on on the next page as another field', async () => {
  const bytes = (await built('# A\n\n::lines[Thoughts]{n=50}\n', '', ['screen'])).get('out/f.pdf');
  const fields = (await formOf(bytes as Uint8Array)).getFields().map(called);
  expect(fields.slice(0, 2)).toEqual([
    ['lines', 'thoughts', 'Thoughts'],
    ['lines', 'thoughts-1', 'Thoughts'],
  ]);
  expect(await matterhorn(bytes as Uint8Array)).toEqual([]);
});

it.each([
  [
    'labels in a list',
    '- ::lines[What I felt]{n=2}\n- ::lines[What I did]{n=2}',
    ['What I felt', 'What I did'],
  ],
  [
    'lines in a brief list',
    '- What helped\n  ::lines{n=2}\n- What did not\n  ::lines{n=2}',
    ['What helped', 'What did not'],
  ],
  ['a second field without a label', '::lines[Why?]{n=2}\n\n::lines{n=2}', ['Why?', 'A']],
  ['a reference', '::lines[What of @sec-b helps?]{n=2}\n\n## B {#sec-b}', ['What of “B” helps?']],
  ['no letters', '- [ ] ☀\n- [ ] ☁', ['☀', '☁']],
  ['a power', 'Area in m<sup>2</sup>: ________', ['Area in m2']],
  ['words behind the gaps', '________ (place) ________ (date)', ['(place)', '(date)']],
  [
    'joined cells',
    '| Day | Morning | Noon | Evening |\n| - | - | - | - |\n| Mon | away || |\n\n: W {row-height=11mm header-columns=1}',
    ['Evening Mon'],
  ],
  [
    'cells joined over rows',
    '| Day | Morning | Evening |\n| --- | --- | --- |\n| Monday | | |\n| ^^ | | |\n\n: A week {row-height=11mm}',
    ['Morning 1', 'Evening 1', 'Morning 2', 'Evening 2'],
  ],
  [
    'rows called by a cell that spans into them',
    '| Week | Day | Morning || Night |\n| - | - | - | - | - |\n| One | Mon | | | |\n| ^^ | Tue | ^^ | | |\n| Two | Wed | both || |\n\n: W {row-height=11mm header-columns=1}',
    ['Morning One', 'Morning One (2)', 'Night One', 'Morning One (3)', 'Night One (2)', 'Night Two'],
  ],
  [
    'HTML that calls itself a field',
    '<h2 data-field="gap">Title</h2>\n\n<p data-field="box">Text</p>\n\n<span data-field="step" class="scale-step">Off</span>',
    [],
  ],
  ['what is not read aloud', '<div role="img" aria-label="Form">\n\n::lines{n=2}\n\n</div>', []],
])('are called by what stands beside them, and are what a construct made: %s', async (_, text, labels) => {
  const bytes = (await builtAny(`# A\n\n${text}\n`)).get('out/f.pdf') as Uint8Array;
  const fields = (await formOf(bytes)).getFields().map(called);
  expect(fields.map(([, , label]) => label)).toEqual(labels);
  expect(fields.filter(([, name]) => !/^[\p{L}\p{N}]/u.test(name))).toEqual([]);
  const { links } = await inspectPdf(bytes);
  expect(links.filter(({ url }) => url?.startsWith('x-'))).toEqual([]);
});

it('has no fields where a card is shown again, and no link that leads nowhere', async () => {
  const card = ':::cards{copies=2}\nDate: ____________\n:::\n';
  const bytes = (await built(`# A\n\n${card}\n[Gap: ________](https://example.org)\n`, '', ['screen'])).get(
    'out/f.pdf',
  );
  expect((await formOf(bytes as Uint8Array)).getFields().map(called)).toEqual([['line', 'date', 'Date']]);
  const { links } = await inspectPdf(bytes as Uint8Array);
  expect(new Set(links.flatMap(({ url }) => url ?? []))).toEqual(new Set(['https://example.org/']));
});

it('is the same each time', async () => {
  const [first, second] = [await built(TEXT, '', ['screen']), await built(TEXT, '', ['screen'])];
  expect(first.get('out/f.pdf')).toEqual(second.get('out/f.pdf'));
});

describe('where nothing is filled in', () => {
  const fieldsIn = async (bytes: Uint8Array | undefined) => (await formOf(bytes as Uint8Array)).getFields();

  it.each([
    ['print', 'f-print.pdf', ''],
    ['archive', 'f-archive.pdf', ''],
    ['handouts', 'handouts/h-a4.pdf', ''],
    ['screen', 'f.pdf', 'editions:\n  screen: { fillable: false }\n'],
    ['screen', 'f.pdf', 'editions:\n  screen: { links: false }\n'],
  ])('%s is flat: %s %s', async (edition, name, editions) => {
    const made = await built(TEXT, editions, [edition]);
    expect(await fieldsIn(made.get(`out/${name}`))).toEqual([]);
    const { links } = await inspectPdf(made.get(`out/${name}`) as Uint8Array);
    expect(links.filter(({ url }) => url?.startsWith('x-'))).toEqual([]);
  });

  it('single handouts are filled in if they are to be; their pack is printed', async () => {
    const made = await built(TEXT, 'editions:\n  handouts: { fillable: true }\n', ['handouts']);
    expect((await fieldsIn(made.get('out/handouts/h-a4.pdf'))).length).toBe(12 + 28);
    expect(await fieldsIn(made.get('out/handouts/f-handouts-a4.pdf'))).toEqual([]);
    expect(await matterhorn(made.get('out/handouts/h-a4.pdf') as Uint8Array)).toEqual([]);
  });
});

it('is told where an edition is asked for that nobody fills in', async () => {
  const { messages } = await checkInMemory({
    'book.yaml': 'title: F\nauthor: A\nlang: en\neditions:\n  print: { fillable: true }\n',
    'a.md': '# A\n\nText.\n',
  });
  expect(messages.map(String)).toEqual([
    expect.stringMatching(
      /^book\/book\.yaml:5:\d+.*fillable.*does nothing in this edition; it is for screen, handouts/s,
    ),
  ]);
});
