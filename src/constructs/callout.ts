import type { Blockquote, Paragraph, PhrasingContent, Root } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { guess } from '../config/guess.js';
import { takeLabel } from '../markdown/directives.js';
import { directiveKnown } from '../markdown/notices.js';
import { boxNamed, withoutBox } from '../markdown/other-boxes.js';
import { textFrom, textTo } from '../markdown/places.js';
import type { Construct } from '../model/construct.js';
import type { Words } from '../model/words.js';
import { SKIP, visit } from '../tree/visit.js';

const KINDS = ['note', 'tip', 'important', 'warning', 'caution', 'practice', 'example'] as const;
type Kind = (typeof KINDS)[number];

/** The sign of an alert; that of one which can be folded in Obsidian has another behind it, which paper has no use for. */
const SIGN = /^\[!([A-Za-z]+(?:-[A-Za-z]+)*)\]([-+]?)[ \t]*(?=(\S)?)/;
/** Kinds that Obsidian has besides. */
const OBSIDIAN: ReadonlySet<string> = new Set(
  'abstract summary tldr info todo hint success check done question help faq attention failure fail missing danger error bug quote cite'.split(
    ' ',
  ),
);

/** A box that stands apart: GitHub's `> [!NOTE]` and `:::note[Title]`. */
export const callout: Construct = {
  name: 'callout',
  // What an alert holds stands in a block of its own only when the sign before it is gone.
  phase: 'nodes',
  sample:
    '> [!WARNING]\n> If you are in danger, call for help first.\n\n:::practice[Write it down]\nTwo lines will do.\n:::\n',
  directives: KINDS.map((kind) => `:::${kind}`),
  css: 'callout',
  mark: /:::|\[!/,
  remark(tree, file, say, { words }) {
    fromAlerts(tree, String(file.value), (name, node) => {
      const known = KINDS.map((kind) => `[!${kind.toUpperCase()}]`);
      const word = name.replace(/[^\w-]/g, '');
      const box = boxNamed(word);
      const meant = box ? `[!${box}]` : guess(name, known);
      const facts = { name, guess: meant?.toUpperCase(), instead: withoutBox(word), known };
      say(directiveKnown, facts, { file, node });
    });
    visit(tree, 'containerDirective', (node: ContainerDirective) => {
      if (isKind(node.name)) dress(node, node.name, words);
    });
  },
};

function isKind(name: string): name is Kind {
  return (KINDS as readonly string[]).includes(name);
}

/** Turns `> [!NOTE]` into the directive that it means; tells of one that means none. */
function fromAlerts(tree: Root, source: string, unknown: (name: string, quote: Blockquote) => void): void {
  visit(tree, 'blockquote', (quote: Blockquote, index, parent): [typeof SKIP, number] | undefined => {
    const first = quote.children[0];
    const text = first?.type === 'paragraph' ? first.children[0] : undefined;
    if (text?.type !== 'text' || first?.type !== 'paragraph' || !parent || index === undefined)
      return undefined;
    const match = SIGN.exec(text.value);
    const kind = match?.[1]?.toLowerCase();
    if (!match || !kind) return undefined;
    if (!isKind(kind)) {
      // A sentence may begin with such a bracket; a sign stands alone, or is one of Obsidian's, before a title.
      if (match[2] || match[3] === undefined || OBSIDIAN.has(kind) || kind.includes('-'))
        unknown(`[!${match[1]}]`, quote);
      return undefined;
    }
    const said = [textFrom(text, match[0].length, source), ...first.children.slice(1)];
    // What stands behind the sign, on its line, is a title, as in Obsidian.
    const [title, rest] = partAtLineEnd(said, source);
    const label: Paragraph = { type: 'paragraph', data: { directiveLabel: true }, children: title };
    const opening: Paragraph = { ...first, children: rest };
    const children = [
      ...(title.length ? [label] : []),
      ...(rest.length ? [opening] : []),
      ...quote.children.slice(1),
    ];
    const directive: ContainerDirective = {
      type: 'containerDirective',
      name: kind,
      attributes: {},
      children,
      ...(quote.position ? { position: quote.position } : {}),
    };
    parent.children.splice(index, 1, directive);
    // Once more from the new node: another may stand in it.
    return [SKIP, index];
  });
}

/** The first line, and what is on the others. */
function partAtLineEnd(
  children: readonly PhrasingContent[],
  source: string,
): [PhrasingContent[], PhrasingContent[]] {
  const at = children.findIndex(
    (one) => one.type === 'break' || (one.type === 'text' && /\n/.test(one.value)),
  );
  const end = children[at];
  if (!end) return [children.filter((one) => one.type !== 'text' || one.value), []];
  const lines =
    end.type === 'text'
      ? [textTo(end, end.value.indexOf('\n'), source), textFrom(end, end.value.indexOf('\n') + 1, source)]
      : [];
  const [before, after] = lines.map((text) => (text.value ? [text] : []));
  return [
    [...children.slice(0, at), ...(before ?? [])],
    [...(after ?? []), ...children.slice(at + 1)],
  ];
}

function dress(node: ContainerDirective, kind: Kind, words: Words): void {
  const label = takeLabel(node);
  const word = words.callouts[kind];
  const title: Paragraph = {
    type: 'paragraph',
    data: { hProperties: { className: ['callout-title'] } },
    children: [
      {
        type: 'emphasis',
        data: { hName: 'span', hProperties: { className: ['callout-kind'] } },
        children: [{ type: 'text', value: word }],
      },
      ...(label ? [{ type: 'text' as const, value: ' ' }, ...label.children] : []),
    ],
  };
  node.children.unshift(title);
  node.data = { ...node.data, hName: 'aside', hProperties: { className: ['callout', `callout-${kind}`] } };
}
