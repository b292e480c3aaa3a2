import { h } from 'hastscript';
import { describe, expect, it } from 'vitest';
import { collate } from '../../src/binding/collation.js';
import { copyOf } from '../../src/binding/documents/copy.js';
import { readShown } from '../../src/binding/epub/reading.js';
import { bindEpub } from '../../src/binding/epub.js';
import { openEpub } from '../support/epub.js';
import { rendition, section, tools } from '../support/renditions.js';

const note = (id: string, text: string) =>
  h('li', { id }, [h('p', [text, h('a', { href: `#call-${id}`, dataFootnoteBackref: '' }, '↩')])]);
const call = (id: string, number: string) =>
  h('sup', [h('a', { href: `#${id}`, id: `call-${id}`, dataFootnoteRef: '' }, number)]);

const SECTION = section('one', 'chapter', [
  h('h1', 'One & only <two>'),
  h('p', { title: 'a > b, "quoted"' }, [
    'First it rained.',
    call('n1', '1'),
    ' ',
    h('em', 'Then'),
    ' it did not.',
  ]),
  h('p', 'The lamp was lit by a man with a ladder.'),
  h('p', [h('span', { ariaHidden: 'true' }, '§§'), 'Last came the morning', call('n2', '2'), '.']),
  h('section', { dataFootnotes: '' }, [
    h('h2', { className: ['notes-title'] }, 'Notes'),
    h('ol', [note('n1', 'A note of the rain.'), note('n2', 'Another, of the morning.')]),
  ]),
]);

async function documentOf(): Promise<string> {
  const [artifact] = await bindEpub(rendition([SECTION]), tools());
  const { bytes } = await openEpub(artifact?.file.value as Uint8Array);
  return new TextDecoder().decode(bytes.get('OEBPS/one.xhtml'));
}

function faults(xhtml: string): string[] {
  const { text, notes } = readShown(xhtml);
  const copy = copyOf(SECTION.tree);
  return [...collate(copy.text, text), ...collate(copy.notes, notes)].map(({ fault }) => fault);
}

describe('the text of an EPUB, as it lies in the package', () => {
  it('is that of the book', async () => {
    expect(faults(await documentOf())).toEqual([]);
  });

  it.each([
    ['a paragraph is dropped', /<p>The lamp.*?<\/p>/s, '', 'missing'],
    ['a paragraph stands twice', /(<p>The lamp.*?<\/p>)/s, '$1$1', 'doubled'],
    ['a note stands twice', /(<aside.*?<\/aside>)/s, '$1$1', 'doubled'],
    ['a note is dropped', /<aside.*?<\/aside>/s, '', 'missing'],
    ['a word is another', 'ladder', 'lamp', 'other'],
  ])('is not when %s', async (_, what, instead, fault) => {
    const xhtml = await documentOf();
    const spoilt = xhtml.replace(what, instead);
    expect(spoilt).not.toBe(xhtml);
    expect(faults(spoilt)[0]).toBe(fault);
  });
});
