import type { Blockquote, Paragraph, Parents, RootContent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { isAttribution, settleAttribution } from '../markdown/attribution.js';
import type { Construct } from '../model/construct.js';
import { textOf } from '../tree/text-of.js';
import { visit } from '../tree/visit.js';

/** What becomes of each, and what e-readers call it. */
const KINDS: Readonly<
  Record<string, { readonly hName: string; readonly className: string; readonly epubType?: string }>
> = {
  epigraph: { hName: 'blockquote', className: 'epigraph-block', epubType: 'epigraph' },
  'pull-quote': { hName: 'aside', className: 'pull-quote' },
  letter: { hName: 'blockquote', className: 'letter' },
};

/** In characters. A longer paragraph is the letter itself. */
const BRIEF = 80;
/** An address, a date, and “Dear Margaret,”. */
const OPENING = 4;
/** “Yours ever,” and a name, and where she lives. */
const CLOSING = 3;
/** How somebody is addressed, and how a wish ends that a name follows. */
const CALLS = /[,،，、:：!！—–]$/u;
/** How a sentence ends, which is the letter itself. */
const SAYS = /[.!?…。！？؟]['"’”»)]*$/u;

/**
 * Words that stand apart: `:::epigraph` before a chapter's text, `:::pull-quote` lifted out of it, `:::letter` that somebody
 * wrote. A last paragraph that begins with `-- ` says whose they are, in a quotation behind `>` (or right below it) and on a page with `role: epigraph`, too; in a letter a postscript may follow it, “P.S.”. “Dear Anna,” and
 * “Yours ever,” stay with lines of their letter.
 */
export const quotation: Construct = {
  name: 'quotation',
  sample: ':::epigraph\nNobody is late who comes.\n\n-- A saying\n:::\n',
  directives: Object.keys(KINDS).map((name) => `:::${name}`),
  css: 'quotation',
  mark: /:::|>/,
  remark(tree) {
    visit(tree, 'blockquote', (quote: Blockquote, index, parent) => {
      if (quote.data?.hName) return;
      if (index !== undefined && parent) takeSource(quote, index, parent);
      if (namesSource(quote)) settleAttribution(quote);
    });
    visit(tree, 'containerDirective', (node: ContainerDirective) => {
      const kind = Object.hasOwn(KINDS, node.name) ? KINDS[node.name] : undefined;
      if (!kind) return;
      const { hName, className, ...called } = kind;
      settleAttribution(node);
      if (node.name === 'letter') {
        holdClosing(node, holdSalutation(node));
      }
      node.data = { ...node.data, hName, hProperties: { className: [className], ...called } };
    });
  },
};

/** Hyphens that belong to what they touch: -5 °C, --verbose. */
const NO_DASH = /^-{1,3}[\p{Ll}\p{N}]/u;

/** Whether the last lines of a quotation, and no others, begin with a dash and are no sentence: speech of some languages does so, too. */
function namesSource({ children }: Blockquote): boolean {
  const last = children.at(-1);
  const dashed = children.filter(isAttribution);
  return (
    last !== undefined &&
    children.length > 1 &&
    dashed.length === 1 &&
    dashed[0] === last &&
    isBrief(last) &&
    !says(last) &&
    !NO_DASH.test(textOf(last))
  );
}

/** Whose words they are may stand right below a quotation, where its marks have ended, and not above what others say behind dashes. */
function takeSource(quote: Blockquote, index: number, { children }: Parents): void {
  const [below, next] = children.slice(index + 1, index + 3) as RootContent[];
  if (below?.type !== 'paragraph' || (next && isAttribution(next))) return;
  const joined = { ...quote, children: [...quote.children, below] };
  if (!namesSource(joined)) return;
  quote.children = joined.children;
  children.splice(index + 1, 1);
}

/**
 * “Dear Margaret,” stays with the letter to her, and so does what stands above it.
 * @returns how many lines that is
 */
function holdSalutation({ children }: ContainerDirective): number {
  const first = children.slice(0, OPENING);
  const isLetter = (line: RootContent): boolean => !isBrief(line) || (says(line) && !calls(line));
  const end = first.findIndex(isLetter);
  const above = end < 0 ? first : first.slice(0, end);
  // Alone above the letter it may end as it likes.
  const head = above.slice(0, above.findLastIndex(calls) + 1);
  if (!head.length && first[0] && isBrief(first[0])) head.push(first[0]);
  if (children[head.length]?.type !== 'paragraph') return 0;
  for (const line of head) line.data = { ...line.data, hProperties: { className: ['salutation'] } };
  return head.length;
}

/** “Yours ever,” and the name below it stay with the last lines of the letter. They are no paragraphs of it. */
function holdClosing({ children }: ContainerDirective, above: number): void {
  const last = children.slice(Math.max(1, above)).slice(-CLOSING);
  const brief = last.slice(last.findLastIndex((line) => !isBrief(line)) + 1);
  const wish = brief.findIndex((line) => calls(line) && !says(line));
  for (const [i, line] of brief.entries()) {
    const isSigned = (wish >= 0 && i >= wish) || !says(line);
    const attribution = line.data?.attribution ? ['attribution'] : [];
    const className = [...attribution, 'closing', ...(isSigned ? ['signature'] : [])];
    line.data = { ...line.data, hProperties: { className } };
  }
}

function isBrief(node: RootContent): node is Paragraph {
  return node.type === 'paragraph' && textOf(node).length <= BRIEF;
}

function calls(line: RootContent): boolean {
  return CALLS.test(textOf(line).trim());
}

function says(line: RootContent): boolean {
  return SAYS.test(textOf(line).trim());
}
