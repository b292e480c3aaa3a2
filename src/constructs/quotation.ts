import type { Paragraph, RootContent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { settleAttribution } from '../markdown/attribution.js';
import type { Construct } from '../model/construct.js';
import { textOf } from '../tree/text-of.js';
import { visit } from '../tree/visit.js';

/** What becomes of each. */
const KINDS = {
  epigraph: { hName: 'blockquote', className: 'epigraph-block' },
  'pull-quote': { hName: 'aside', className: 'pull-quote' },
  letter: { hName: 'blockquote', className: 'letter' },
} as const;

/** In characters. A longer paragraph is the letter itself. */
const BRIEF = 80;
/** “Yours ever,” and a name, and where she lives. */
const CLOSING = 3;

/**
 * Words that stand apart: `:::epigraph` before a chapter's text, `:::pull-quote` lifted out of it, `:::letter` that somebody
 * wrote. A last paragraph that begins with `-- ` says whose they are. “Dear Anna,” and “Yours ever,” stay with lines of their letter.
 */
export const quotation: Construct = {
  name: 'quotation',
  sample: ':::epigraph\nNobody is late who comes.\n\n-- A saying\n:::\n',
  directives: Object.keys(KINDS).map((name) => `:::${name}`),
  css: 'quotation',
  mark: /:::/,
  remark(tree) {
    visit(tree, 'containerDirective', (node: ContainerDirective) => {
      if (!Object.hasOwn(KINDS, node.name)) return;
      const { hName, className } = KINDS[node.name as keyof typeof KINDS];
      settleAttribution(node);
      if (node.name === 'letter') {
        holdSalutation(node);
        holdClosing(node);
      }
      node.data = { ...node.data, hName, hProperties: { className: [className] } };
    });
  },
};

/** “Dear Margaret,” stays with the letter to her. */
function holdSalutation({ children: [first, next] }: ContainerDirective): void {
  if (!first || !isBrief(first) || next?.type !== 'paragraph') return;
  first.data = { ...first.data, hProperties: { className: ['salutation'] } };
}

/** “Yours ever,” and the name below it stay with the last lines of the letter. */
function holdClosing({ children }: ContainerDirective): void {
  for (const line of children.slice(1).slice(-CLOSING).reverse()) {
    if (!isBrief(line)) return;
    const attribution = line.data?.attribution ? ['attribution'] : [];
    line.data = { ...line.data, hProperties: { className: [...attribution, 'closing'] } };
  }
}

function isBrief(node: RootContent): node is Paragraph {
  return node.type === 'paragraph' && textOf(node).length <= BRIEF;
}
