import type { Rule } from '../model/rule.js';

/** The contents of a book are made by Octavo; none are typed. */
export const contentsAreMade: Rule<{ title: string }> = {
  id: 'contents-are-made',
  severity: 'warning',
  says: ({ title }) => `“${title}” is a chapter with a list, beside the contents that the book has by itself`,
  remedy: () => 'Take it out: the contents name every chapter, with its page.',
  why: 'Contents that are typed have no pages, and are wrong as soon as a chapter is moved. A reader would find two of them.',
  examples: {
    good: '# One\n\nText.\n\n- A cup\n',
    bad: '# Table of Contents\n\n1. One\n2. Two\n',
  },
  check(book, complain) {
    for (const { title, role, words, tree, file } of book.chapters) {
      const names = ['contents', 'table of contents', words.contents.toLowerCase()];
      if ((role !== 'chapter' && role !== 'preface') || !names.includes(title.toLowerCase())) continue;
      const [heading, ...others] = tree.children;
      if (heading && others.some(({ type }) => type === 'list')) complain({ title }, { file, node: heading });
    }
  },
};
