import type { Node, Parent } from 'unist';
import type { visit as Visit } from 'unist-util-visit';

/** What a visitor may answer: leave what is inside a node alone, or stop. */
export const SKIP = 'skip';
export const EXIT = false;
export const CONTINUE = true;

type Answer = boolean | 'skip' | number | readonly [(boolean | 'skip')?, number?] | null | undefined;
type Visitor = (node: Node, index: number | undefined, parent: Parent | undefined) => Answer;

/**
 * Walks a tree, as `unist-util-visit` does and with its types. A book is walked some fifty times on its way to a page; the
 * package gives every node on every walk a name for a debugger, and that would be a third of the time that Markdown takes.
 */
export const visit = ((tree: Node, ...rest: [Visitor] | [string | object, Visitor]): void => {
  const [test, visitor] = rest.length === 1 ? [undefined, rest[0]] : rest;
  walk(tree, undefined, undefined, test, visitor);
}) as typeof Visit;

/** @returns where to go on among the siblings; `EXIT` to stop */
function walk(
  node: Node,
  index: number | undefined,
  parent: Parent | undefined,
  test: string | object | undefined,
  visitor: Visitor,
): number | false | undefined {
  let next: number | undefined;
  if (test === undefined || (typeof test === 'string' ? node.type === test : has(node, test))) {
    const answer = visitor(node, index, parent);
    if (answer !== undefined && answer !== null) {
      const action = Array.isArray(answer) ? answer[0] : answer;
      if (action === EXIT) return EXIT;
      const place = Array.isArray(answer) ? answer[1] : answer;
      if (typeof place === 'number') next = place;
      if (action === SKIP) return next;
    }
  }
  // Not those that there were: the visitor may have put others in their place.
  const within = node as Parent;
  if (within.children)
    for (let i = 0; i >= 0 && i < within.children.length; ) {
      const onward = walk(within.children[i] as Node, i, within, test, visitor);
      if (onward === EXIT) return EXIT;
      i = onward ?? i + 1;
    }
  return next;
}

/** Whether a node has these values, such as `{ tagName: 'math' }`. */
function has(node: Node, values: object): boolean {
  return Object.entries(values).every(
    ([name, value]) => (node as unknown as Record<string, unknown>)[name] === value,
  );
}
