import { pathOf } from '../book/index-entries.js';
import type { IndexEntry } from '../model/index-term.js';
import type { At } from '../model/notice.js';
import type { Rule } from '../model/rule.js';
import { visit } from '../tree/visit.js';

/** No two entries of the index differ in nothing but capitals or accents. */
export const indexEntriesDiffer: Rule<{ term: string; other: string }> = {
  id: 'index-entries-differ',
  severity: 'warning',
  says: ({ term, other }) => `The index has “${term}” and, apart from it, “${other}”`,
  remedy: ({ other }) => `If they are one, write it one way: entry="${other}".`,
  why: 'A reader who looks under the one does not find the pages of the other.',
  examples: {
    good: '# One\n\n[Patience]{.index entry="patience"} and [patience]{.index}.\n',
    bad: '# One\n\n[Patience]{.index} and [patience]{.index}.\n',
  },
  check(book, complain) {
    const twins = twinsIn(book.index);
    if (!twins.size) return;
    const firsts = new Map<string, At>();
    for (const { tree, file, role } of book.chapters)
      if (role !== 'handout')
        visit(tree, (node) => {
          for (const one of node.data?.indexTerms ?? []) {
            const [term = ''] = pathOf(one, node);
            if (!firsts.has(term)) firsts.set(term, { file, node });
          }
        });
    for (const [term, other] of twins) {
      const [at, otherAt] = [firsts.get(term), firsts.get(other)];
      if (at) complain({ term, other }, { ...at, also: otherAt && { ...otherAt, says: `“${other}”` } });
    }
  },
};

/** Entries that are but another form of one that has more places, with that one. */
function twinsIn(index: readonly IndexEntry[]): Map<string, string> {
  const forms = new Map<string, IndexEntry[]>();
  for (const entry of index) {
    const form = entry.term.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    forms.set(form, [...(forms.get(form) ?? []), entry]);
  }
  const twins = new Map<string, string>();
  for (const same of forms.values()) {
    const [first, ...others] = same.toSorted((a, b) => b.places.length - a.places.length);
    for (const other of others) if (first) twins.set(other.term, first.term);
  }
  return twins;
}
