import type { LeafDirective } from 'mdast-util-directive';
import type { Construct } from '../model/construct.js';
import type { Counter } from '../model/counter.js';
import { visit } from '../tree/visit.js';

/** What each lists. */
const LISTS: Readonly<Record<string, Counter>> = {
  'list-of-figures': 'figure',
  'list-of-tables': 'table',
  'list-of-listings': 'listing',
};

const DIRECTIVES = Object.keys(LISTS).map((name) => `::${name}`);

/**
 * `::list-of-figures`, `::list-of-tables`, `::list-of-listings`: what is numbered in the book, each with its caption and its
 * page. The lines are written when the book is typeset, for only then is it known what this edition shows.
 */
export const listOf: Construct = {
  name: 'list-of',
  sample: '::list-of-figures\n',
  directives: DIRECTIVES,
  fills: DIRECTIVES,
  css: 'list-of',
  mark: /::list-of/,
  remark(tree) {
    visit(tree, 'leafDirective', (node: LeafDirective) => {
      const counter = Object.hasOwn(LISTS, node.name) ? LISTS[node.name] : undefined;
      if (!counter) return;
      const hProperties = { className: ['list-of'], dataListOf: counter };
      node.data = { ...node.data, hName: 'ol', listOf: counter, hProperties };
    });
  },
};

declare module 'mdast' {
  interface Data {
    /** Here everything of this kind is listed. */
    listOf?: Counter;
  }
}
