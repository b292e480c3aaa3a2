import { isAttribution, settleAttribution } from '../markdown/attribution.js';
import type { Chapter } from '../model/book.js';

/**
 * A page that is an epigraph says whose it is as `:::epigraph` does, also in a quotation of Markdown: the one paragraph with a dash. Several
 * are what is said in turn, and one alone is all that is said.
 */
export function settleEpigraph({ tree }: Pick<Chapter, 'tree'>): void {
  const own = tree.children.filter(({ type }) => type !== 'footnoteDefinition');
  const quoted = own.flatMap((child) => (child.type === 'blockquote' ? [child.children] : []));
  for (const children of [own, ...quoted])
    if (children.length > 1 && children.filter(isAttribution).length === 1) settleAttribution({ children });
}
