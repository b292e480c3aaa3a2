import type { Nodes } from 'mdast';
import type { Rule } from '../model/rule.js';
import type { Words } from '../model/words.js';
import { textOf } from '../tree/text-of.js';
import { visit } from '../tree/visit.js';

type Kind = 'figure' | 'table';

/** A longer paragraph speaks of what it stands beside, in characters. */
const LONGEST = 300;
/** The number of a caption, of which those of one chapter may begin with its own: 3, 2.1, A-4, IV. */
const NUMBER = String.raw`(?:\d{1,3}(?:[.-]\d{1,3}){0,2}[a-z]?|[A-Z][.-]?\d{1,3}|[IVX]{1,5})`;
/** What parts it from the words: without it, “Figure 3 shows …” is a sentence. */
const SIGN = String.raw`(?:[ \u00a0]?[:：|]|\.(?=\s)|[ \u00a0][–—-](?=\s)|\u3000)`;
/** Letters of a word that is cut short: Fig., Tab., Abb. */
const BRIEF = 3;

const REMEDIES: Readonly<Record<Kind, string>> = {
  figure:
    'Write it without its number as the title of the picture, with a name, ![…](wave.svg "How fear passes."){#fig-wave}, and “@fig-wave” where the text speaks of it.',
  table:
    'Write it without its number behind a colon, with a name, “: Cups in a week {#tbl-cups}”, and “@tbl-cups” where the text speaks of it.',
};

/** A caption that is typed as a paragraph, with its number, is one. */
export const captionIsMarked: Rule<{ kind: Kind }> = {
  id: 'caption-is-marked',
  severity: 'warning',
  says: ({ kind }) => `This looks like the caption of the ${kind} beside it, but is a paragraph`,
  remedy: ({ kind }) => REMEDIES[kind],
  why: 'Only a caption stays on the page of what it is about, is counted and listed, and is read together with it.',
  examples: {
    good: '# One\n\n![A disc](disc.png "The sun at noon."){#fig-sun}\n\nFigure 1 is not far away; see @fig-sun.\n',
    bad: '# One\n\n![A disc](disc.png)\n\nFigure 3: The sun at noon.\n',
  },
  check(book, complain) {
    for (const { tree, file, words } of book.chapters) {
      const kinds = (['figure', 'table'] as const).map((kind) => ({ kind, typed: typedIn(words, kind) }));
      visit(tree, 'paragraph', (node, index, parent) => {
        if (index === undefined || !parent || node.data?.hName) return;
        const text = textOf(node).trim();
        if (text.length > LONGEST) return;
        const beside = [parent.children[index - 1], parent.children[index + 1]].map(
          (one) => one && kindOf(one),
        );
        for (const { kind, typed } of kinds) {
          if (beside.includes(kind) && typed.test(text)) complain({ kind }, { file, node });
        }
      });
    }
  },
};

/** How such a caption begins: with the word of its language, whole or cut short, and its number. */
function typedIn({ counters }: Words, kind: Kind): RegExp {
  const word = counters[kind];
  const brief = word.length > BRIEF ? `|${literally(word.slice(0, BRIEF))}\\.` : '';
  return new RegExp(`^(?:${literally(word)}${brief})[ \\u00a0]?${NUMBER}${SIGN}\\s*(?=\\S)`, 'iu');
}

function literally(word: string): string {
  return word.replace(/[^\p{L}\p{N}\s]/gu, '\\$&');
}

function kindOf(node: Nodes): Kind | undefined {
  if (node.type === 'table') return 'table';
  if (node.type === 'html') return /<img\b/i.test(node.value) ? 'figure' : undefined;
  if (node.type !== 'paragraph') return undefined;
  const isFigure = node.data?.hName === 'figure' || node.children.every(isFigureWithin);
  return isFigure && node.children.length ? 'figure' : undefined;
}

/** Several stand beside each other, each a figure. */
function isFigureWithin({ data }: Nodes): boolean {
  return data?.hName === 'figure';
}
