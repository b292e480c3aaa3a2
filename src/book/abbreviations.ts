import type { ElementContent } from 'hast';
import { settled } from '../config/typography.js';
import { educate } from '../language/educate.js';
import type { Chapter } from '../model/book.js';
import { visit } from '../tree/visit.js';

/**
 * Fills the lists of abbreviations with all that the book explains, in the order of its language. An abbreviation that two
 * chapters use for two things is there twice.
 * @param ofBook those that `book.yaml` names
 */
export function listAbbreviations(
  chapters: readonly Chapter[],
  ofBook: Readonly<Record<string, string>>,
): void {
  const all = new Map<string, { term: string; meaning: string }>();
  const add = (term: string, meaning: string): void =>
    void all.set(JSON.stringify([term, meaning]), { term, meaning });
  for (const [term, meaning] of Object.entries(ofBook)) add(term, meaning);
  for (const { tree } of chapters)
    visit(tree, 'abbreviationDefinition', ({ term, meaning }) => add(term, meaning));
  for (const { tree, lang } of chapters) {
    const order = new Intl.Collator(lang, { numeric: true });
    visit(tree, (node) => {
      if (!node.data?.abbreviations) return;
      const rows = [...all.values()].sort(
        (a, b) => order.compare(a.term, b.term) || order.compare(a.meaning, b.meaning),
      );
      const hChildren: ElementContent[] = rows.flatMap(({ term, meaning }) => [
        item('dt', term),
        item('dd', educate(meaning, lang, settled(true)).join('')),
      ]);
      node.data = {
        ...node.data,
        hChildren,
        hProperties: { ...node.data.hProperties, className: ['abbreviations'] },
      };
    });
  }
}

function item(tagName: 'dt' | 'dd', value: string): ElementContent {
  return { type: 'element', tagName, properties: {}, children: [{ type: 'text', value }] };
}
