import type { Emphasis } from 'mdast';
import type { LeafDirective } from 'mdast-util-directive';
import type { Handlers } from 'mdast-util-to-hast';
import { type AbbreviationDefinition, abbreviationDefinitions } from '../markdown/abbreviation-definition.js';
import { replaceWithin } from '../markdown/within.js';
import type { Construct } from '../model/construct.js';
import type { Notice } from '../model/notice.js';
import { visit } from '../tree/visit.js';

const abbreviationOnce: Notice<{ term: string }> = {
  id: 'abbreviation-once',
  severity: 'warning',
  says: ({ term }) => `“${term}” is explained twice in this file; the first explanation counts`,
  remedy: () => 'Take one of the two out.',
  why: 'An abbreviation stands for one thing. Which of two explanations the reader is shown would be chance.',
};

const abbreviationUsed: Notice<{ term: string }> = {
  id: 'abbreviation-used',
  severity: 'warning',
  says: ({ term }) => `“${term}” is explained here, and stands nowhere in the text of this file`,
  remedy: () =>
    'Correct its spelling (capitals count), or take the line out. For the whole book, name it in book.yaml under “abbreviations”.',
  why: 'An explanation that no word of the text belongs to is most often one whose abbreviation is mistyped.',
};

/**
 * `*[HTML]: HyperText Markup Language`, as in PHP Markdown Extra: wherever the word stands in the text of the file, it says
 * what it is short for. `::abbreviations` lists those of the whole book.
 */
export const abbreviation: Construct = {
  name: 'abbreviation',
  phase: 'words',
  sample: 'Written in HTML.\n\n*[HTML]: HyperText Markup Language\n\n::abbreviations\n',
  directives: ['::abbreviations'],
  fills: ['::abbreviations'],
  syntax: abbreviationDefinitions,
  css: 'abbreviation',
  notices: [abbreviationOnce, abbreviationUsed],
  remark(tree, file, say, { abbreviations }) {
    const own = new Map<string, AbbreviationDefinition>();
    visit(tree, 'abbreviationDefinition', (node: AbbreviationDefinition) => {
      const first = own.get(node.term);
      if (first)
        say(
          abbreviationOnce,
          { term: node.term },
          { file, node, also: { file, node: first, says: 'the first explanation' } },
        );
      else own.set(node.term, node);
    });
    visit(tree, 'leafDirective', (node: LeafDirective) => {
      if (node.name === 'abbreviations') node.data = { ...node.data, hName: 'dl', abbreviations: true };
    });
    const meanings = new Map(Object.entries(abbreviations));
    for (const [term, { meaning }] of own) meanings.set(term, meaning);
    if (!meanings.size) return;
    const used = new Set<string>();
    replaceWithin(tree, file, wordsOf([...meanings.keys()]), ([term]): Emphasis => {
      used.add(term);
      const title = meanings.get(term) ?? '';
      return {
        type: 'emphasis',
        data: { hName: 'abbr', hProperties: { title } },
        children: [{ type: 'text', value: term }],
      };
    });
    for (const [term, node] of own) if (!used.has(term)) say(abbreviationUsed, { term }, { file, node });
  },
  handlers: { abbreviationDefinition: () => undefined } as Handlers,
};

/** Any of these as a whole word, the longest first, so that “HTML5” is not taken for “HTML”. */
function wordsOf(terms: readonly string[]): RegExp {
  const longestFirst = [...terms].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const escaped = longestFirst.map((term) => term.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
}

declare module 'mdast' {
  interface Data {
    /** Here the abbreviations of the book are listed. */
    abbreviations?: boolean;
  }
}
