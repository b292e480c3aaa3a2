import type { Counter } from '../model/counter.js';
import type { Rule } from '../model/rule.js';
import { visit } from '../tree/visit.js';

const KINDS: ReadonlySet<Counter> = new Set(['figure', 'table', 'listing']);

/** What has a number is spoken of in the text. */
export const countedIsReferred: Rule<{ label: string; name: string }> = {
  id: 'counted-is-referred',
  severity: 'info',
  says: ({ label }) => `${label} is never referred to`,
  remedy: ({ name }) => `Point at it where the text speaks of it: @${name}. Without its id it has no number.`,
  why: 'A number is there to be pointed at: a figure that the text never speaks of leaves its reader to guess when to look at it.',
  examples: {
    good: '# One\n\nSee @fig-disc.\n\n![A red disc](disc.png "The sun.")' + '{#fig-disc}\n',
    bad: '# One\n\n![A red disc](disc.png "The sun.")' + '{#fig-disc}\n',
  },
  check(book, complain) {
    if (book.refused.size) return;
    const pointedAt = new Set<string>();
    for (const { tree } of book.chapters)
      visit(tree, 'link', ({ url }) => {
        if (url.startsWith('#')) pointedAt.add(url.slice(1));
      });
    const counted = new Map(book.counted.map((one) => [one.id, one]));
    for (const { tree, file } of book.chapters)
      visit(tree, (node) => {
        const { counter, anchor, hProperties } = node.data ?? {};
        const id = String(hProperties?.id ?? '');
        const label = counted.get(id)?.label;
        if (!counter || !KINDS.has(counter) || !anchor || !label || pointedAt.has(id)) return;
        complain({ label, name: anchor }, { file, node });
      });
  },
};
