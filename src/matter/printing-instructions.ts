import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { filled } from '../language/words.js';
import type { Metadata } from '../model/metadata.js';
import type { Section } from '../model/rendition.js';
import type { Printing } from '../model/sheets.js';
import type { Words } from '../model/words.js';
import { figuresOf } from './printing-figures.js';
import { madeSection } from './section.js';

/** A page in plain words: how to print the sheets, and what to do with them. */
export function printingInstructions(printing: Printing, metadata: Metadata, words: Words): Section {
  const { printing: own } = words;
  const facts = {
    file: printing.file,
    paper: printing.paper,
    sheets: String(printing.sheets),
    blanks: String(printing.blanks),
    scale: String(printing.percent),
  };
  const children: ElementContent[] = [
    h('h1', { id: 'octavo-printing--title' }, own.title),
    h('p.printing-of', `${metadata.title} (${own[printing.kind]})`),
    h('div.printing-figures', { ariaHidden: 'true' }, figuresOf(printing, metadata.dir === 'rtl')),
    h(
      'ul.printing-facts',
      ([own.file, own.paper, own.sheets, own.blanks, own.scale] as const).map((fact) =>
        h('li', filled(fact, facts)),
      ),
    ),
    h(
      'ol',
      stepsOf(printing, own).map((step) => h('li', step)),
    ),
  ];
  return { ...madeSection({ metadata }, 'colophon', 'back', own.title, children), id: 'octavo-printing' };
}

function stepsOf(
  { kind, edge, marks, signatures, columns, rows }: Printing,
  own: Words['printing'],
): string[] {
  const piles = { count: String(columns * rows) };
  const after = {
    nUp: [],
    cutStack: [filled(own.cut, piles), ...(marks ? [own.marks] : []), own.stack],
    booklet: [
      ...(signatures.length > 1
        ? [filled(own.sections, { list: listOf(signatures) }), own.each, own.gather]
        : [own.order, own.fold, own.staple]),
      ...(marks ? [own.marks] : []),
    ],
  };
  return [own.size, ...(edge ? [own[edge], own.proof] : [own.one]), ...after[kind]];
}

/** The numbers of the sheets of each signature: `1–4, 5–8, 9–11`. */
function listOf(signatures: readonly number[]): string {
  let before = 0;
  return signatures
    .map((sheets) => {
      const first = before + 1;
      before += sheets;
      return first === before ? String(first) : `${first}–${before}`;
    })
    .join(', ');
}
