import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Press } from '../../src/model/press.js';
import { thisWorld } from '../../src/world.js';
import { matterhorn } from '../support/matterhorn.js';
import { buildInMemory } from '../support/memory.js';
import { inspectPdf } from '../support/pdf.js';

/*
 * The same book for pupils and for who teaches them.
 */
let press: Press;
beforeAll(async () => {
  press = thisWorld().press();
  await press.version();
});
afterAll(() => press[Symbol.asyncDispose]());

const exercise = (name: string) =>
  `:::exercise[${name}]{#ex-${name.toLowerCase()}}\nTask of ${name}.\n:::\n\n:::solution\nSolved${name}.[^${name}]\n:::\n\n[^${name}]: Source${name}.\n`;
const BOOK = {
  'book.yaml': 'title: School\nauthor: A\nlang: en\nchapter-start: any\n',
  '1.md': `# Sums\n\n${exercise('Adding')}\nSee @ex-adding.\n\n:::when{edition="teacher"}\nWait for the third.\n:::\n`,
  '2.md': `# Products\n\n${exercise('Doubling')}\n`,
  '3.md': '# Answers\n\n::answers\n',
};

it('has each solution behind its exercise, and no chapter of answers', async () => {
  const made = await buildInMemory(BOOK, { editions: ['print', 'teacher'] }, press);
  expect(made.messages.filter(({ fatal }) => fatal).map(String)).toEqual([]);
  const read = async (name: string) => inspectPdf(made.delivered.get(`out/school-${name}.pdf`) as Uint8Array);
  const [pupils, teacher] = [await read('print'), await read('teacher')];
  const pageOf = (pdf: typeof pupils, text: string): number =>
    pdf.pages.findIndex((page) => page.text.includes(text));

  for (const name of ['Adding', 'Doubling']) {
    expect(pageOf(teacher, `Solved${name}`)).toBe(pageOf(teacher, `Task of ${name}`));
    expect(pageOf(teacher, `Source${name}`)).toBe(pageOf(teacher, `Task of ${name}`));
    expect(pageOf(pupils, `Solved${name}`)).toBeGreaterThan(pageOf(pupils, `Task of ${name}`));
    const all = teacher.pages.map(({ text }) => text).join('\n');
    expect(all.split(`Solved${name}`)).toHaveLength(2);
  }
  expect(teacher.outline.map(({ title }) => title)).toContain('Products');
  expect(teacher.outline.map(({ title }) => title)).not.toContain('Answers');
  expect(pupils.outline.map(({ title }) => title)).toContain('Answers');
  expect(teacher.pages.find(({ text }) => text.startsWith('Contents'))?.text).not.toContain('Answers');
  expect(pageOf(teacher, 'Wait for the third.')).toBeGreaterThan(0);
  expect(pageOf(pupils, 'Wait for the third.')).toBe(-1);
  expect(await matterhorn(made.delivered.get('out/school-teacher.pdf') as Uint8Array)).toEqual([]);
});

it('has no heading over answers that stand in their exercises, and leads to none', async () => {
  const behind =
    '## Solutions\n\n### *Even* ones\n\n::answers\n\n### Odd ones\n\n<!-- later -->\n\n[lamp]: https://example.org\n';
  const text = `See [the end](#solutions) and a [lamp].\n\n${exercise('Adding')}\n## Further work\n\n${exercise('Halving')}\n${behind}`;
  const yaml = 'title: School\nauthor: A\nlang: en\nchapter-start: any\ntoc-depth: 3\n';
  const said = '# Products\n\nText.\n\n## Answers\n\nThey are brief.\n\n::answers\n';
  const files = { 'book.yaml': yaml, '1.md': `# Sums\n\n${text}`, '2.md': said };
  const made = await buildInMemory(files, { editions: ['print', 'teacher'] }, press);
  expect(made.messages.filter(({ fatal }) => fatal).map(String)).toEqual([]);
  for (const [name, has] of [
    ['print', true],
    ['teacher', false],
  ] as const) {
    const { pages, outline } = await inspectPdf(made.delivered.get(`out/school-${name}.pdf`) as Uint8Array);
    const all = pages.map((page) => page.text).join('\n');
    for (const head of ['Solutions', 'Even ones', 'Odd ones']) expect(all.includes(head), head).toBe(has);
    expect(JSON.stringify(outline).includes('Solutions')).toBe(has);
    for (const head of ['the end', 'Further work', 'Answers', 'They are brief.']) expect(all).toContain(head);
    expect(all).not.toContain('[lamp]');
  }
});

it('has pages as large as those of the printed book, unless it says otherwise', async () => {
  for (const [options, width] of [
    ['', 419.53],
    ['  teacher: {trim: 5x8}\n', 360],
  ] as const) {
    const yaml = `title: School\nauthor: A\nlang: en\neditions:\n  print: {trim: a5}\n${options}`;
    const files = { 'book.yaml': yaml, '1.md': '# Sums\n\nText.\n' };
    const made = await buildInMemory(files, { editions: ['teacher'] }, press);
    const { pages } = await inspectPdf(made.delivered.get('out/school-teacher.pdf') as Uint8Array);
    expect(pages[0]?.width).toBeCloseTo(width, 1);
  }
});
