import type { Nodes, Parents, Text } from 'mdast';

/** Stops, with the marks that close behind them, where a sentence or a part of it ends. */
const STOP = /^[.,;!?…]+[”’"')»]*(?=[\s—]|$)/;

/** Marks that stand within a paragraph. */
const MARKS: ReadonlySet<string> = new Set(['emphasis', 'strong', 'delete']);

/**
 * Puts calls of notes where they belong: no space before them, and behind the stop if the language wants it so.
 * @param behind whether a call stands behind the stop of its sentence (*The Chicago Manual of Style*, 14.26)
 */
export function settleNoteCalls(block: Parents, behind: boolean): void {
  const children = block.children as Nodes[];
  for (const child of children) if (MARKS.has(child.type)) settleNoteCalls(child as Parents, behind);
  for (let i = 1; i < children.length; i++) {
    if (children[i]?.type !== 'footnoteReference') continue;
    const before = children[i - 1];
    if (before?.type === 'text' && before.value.trim()) before.value = before.value.trimEnd();
    let last = i;
    while (children[last + 1]?.type === 'footnoteReference') last++;
    const after = children[last + 1];
    if (behind && after?.type === 'text') {
      const stop = STOP.exec(after.value)?.[0];
      if (stop) {
        children.splice(last + 1, 1, ...restOf(after, stop.length));
        children.splice(i, 0, startOf(after, stop));
        last++;
      }
    }
    i = last;
  }
}

/** The stop as a text of its own, so that both keep their places; it has no line feed, so columns count on. */
function startOf({ position }: Text, value: string): Text {
  if (!position) return { type: 'text', value };
  return {
    type: 'text',
    value,
    position: { start: position.start, end: moved(position.start, value.length) },
  };
}

function restOf({ value, position }: Text, from: number): Text[] {
  if (from === value.length) return [];
  const text: Text = { type: 'text', value: value.slice(from) };
  return [position ? { ...text, position: { ...position, start: moved(position.start, from) } } : text];
}

function moved(point: { line: number; column: number; offset?: number | undefined }, by: number) {
  const { line, column, offset } = point;
  return { line, column: column + by, ...(offset === undefined ? {} : { offset: offset + by }) };
}
