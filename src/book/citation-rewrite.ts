import type { FootnoteDefinition, Nodes, Parent, Parents, PhrasingContent } from 'mdast';
import type { Cluster } from '../citation/csl/cite.js';
import type { Printed } from '../citation/csl/engine.js';
import { callsBehindStop } from '../language/note-place.js';
import { settleNoteCalls } from '../markdown/note-calls.js';
import type { Citation } from '../model/citation.js';
import { visit } from '../tree/visit.js';
import { stopWithinQuote } from './citation-stops.js';

/** What each citation of a book comes to. */
export type Answers = ReadonlyMap<Citation, { readonly print: Printed; readonly cluster: Cluster }>;

interface Wishes {
  /** Whether calls of notes are put behind or before a stop, as the language has it. */
  readonly settles: boolean;
  /** Whether stops stand within the quotation marks before them. */
  readonly stopsInQuotes: boolean;
}

/**
 * Puts what citations come to in their place. Notes of their own are added at the end, as those of the author's are.
 * @param lang of the chapter
 */
export function rewrite(tree: Nodes, answers: Answers, lang = 'en', wishes: Partial<Wishes> = {}): void {
  const { settles = true, stopsInQuotes = false } = wishes;
  const notes: FootnoteDefinition[] = [];
  const taken = new Set<string>();
  visit(tree, 'footnoteDefinition', ({ identifier }) => void taken.add(identifier));
  let number = 0;
  const walk = (node: Nodes): void => {
    if (!('children' in node)) return;
    const before = node.children as Nodes[];
    before.forEach(walk);
    if (!before.some(({ type }) => type === 'citation')) return;
    const after: Nodes[] = [];
    const had = notes.length;
    for (const [i, child] of before.entries()) {
      const stop = child.type === 'text' && before[i - 1]?.type === 'citation' && /^[.,]/.exec(child.value);
      if (stop && stopsInQuotes && stopWithinQuote(after, stop[0]))
        add(after, { ...child, value: child.value.slice(1) });
      else if (child.type !== 'citation') add(after, child);
      else {
        const answer = answers.get(child);
        const nodes = answer
          ? shown(child, answer.print, answer.cluster.note?.own === true)
          : asWritten(child);
        if (nodes.length === 1 && nodes[0]?.type === 'footnoteReference') trimEnd(after);
        for (const one of nodes) add(after, one);
      }
    }
    (node as Parent).children = after as Parent['children'];
    if (settles && notes.length > had) settleNoteCalls(node as Parents, callsBehindStop(lang));
  };
  walk(tree);
  if (tree.type === 'root') tree.children.push(...notes);

  function shown(node: Citation, { sentence, rest }: Printed, own: boolean): PhrasingContent[] {
    const place = node.position ? { position: node.position } : {};
    if (!own) {
      const space: PhrasingContent[] = sentence.length && rest.length ? [{ type: 'text', value: ' ' }] : [];
      // Text that nobody wrote has no place in the source.
      return [...sentence, ...space, ...rest].map((one) =>
        one.type === 'text' ? one : { ...one, ...place },
      );
    }
    let identifier = '';
    do identifier = `cited-${++number}`;
    while (taken.has(identifier));
    notes.push({
      type: 'footnoteDefinition',
      identifier,
      children: [{ type: 'paragraph', children: rest, ...place }],
      ...place,
    });
    return [...sentence, { type: 'footnoteReference', identifier, ...place }];
  }
}

/** What the author wrote, without the wrappers of its parts. */
function asWritten({ children, works }: Citation): PhrasingContent[] {
  const wrappers = new Set<PhrasingContent>(works.flatMap(({ prefix, suffix }) => [prefix, suffix]));
  return children.flatMap((child) =>
    wrappers.has(child) && 'children' in child ? child.children : [child],
  ) as PhrasingContent[];
}

/** Text behind text is one text. */
function add(nodes: Nodes[], node: Nodes): void {
  const last = nodes.at(-1);
  if (node.type === 'text' && last?.type === 'text') nodes.splice(-1, 1, joined(last, node));
  else if (node.type !== 'text' || node.value) nodes.push(node);
}

function joined(a: Extract<Nodes, { type: 'text' }>, b: Extract<Nodes, { type: 'text' }>): Nodes {
  const { position } = a;
  return { ...a, value: a.value + b.value, ...(position ? { position } : {}) };
}

function trimEnd(nodes: Nodes[]): void {
  const last = nodes.at(-1);
  if (last?.type === 'text') nodes.splice(-1, 1, { ...last, value: last.value.trimEnd() });
}
