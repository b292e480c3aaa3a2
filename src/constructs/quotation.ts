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

/** In characters. A longer first paragraph is the letter itself. */
const SALUTATION = 80;

/**
 * Words that stand apart: `:::epigraph` before a chapter's text, `:::pull-quote` lifted out of it, `:::letter` that somebody
 * wrote. A last paragraph that begins with `-- ` says whose they are.
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
      if (node.name === 'letter') holdSalutation(node);
      node.data = { ...node.data, hName, hProperties: { className: [className] } };
    });
  },
};

/** “Dear Margaret,” stays with the letter to her. */
function holdSalutation({ children: [first, next] }: ContainerDirective): void {
  if (first?.type !== 'paragraph' || next?.type !== 'paragraph' || textOf(first).length > SALUTATION) return;
  first.data = { ...first.data, hProperties: { className: ['salutation'] } };
}
