import { AtRule, Declaration, type Root, Rule } from 'postcss';

/** One question of a media query: `not`, a medium, and what else it asks. */
const QUERY = /^(?:(only|not)\s+)?([a-z-]+)?\s*(?:and\s+)?(.*)$/is;

/**
 * Answers the questions of a stylesheet for paper (`@media print`), once and for all: pages are measured in a window before
 * they are printed, and what held in one of the two only would move lines after they were counted. A page has no window: what
 * is asked of its width or its colours is not so.
 */
export function settleMedia(root: Root): void {
  const rules: AtRule[] = [];
  root.walkAtRules(/^media$/i, (rule) => void rules.push(rule));
  // Inner ones first: an outer one that holds takes its place with what is in it.
  for (const rule of rules.reverse())
    if (rule.params.split(',').some(holds)) rule.replaceWith(rule.nodes ?? []);
    else rule.remove();
  breakColumns(root);
}

const PAGE_BREAK = /^(?:page-)?break-(before|after)$/i;

/** Where a page has to break on paper, a column has to break in the measuring, for pages are columns there. */
function breakColumns(root: Root): void {
  root.walkDecls(PAGE_BREAK, (declaration) => {
    const { prop, value, important, parent } = declaration;
    if (parent?.type !== 'rule' || !/^(?:page|always|left|right|recto|verso)$/i.test(value.trim())) return;
    const side = PAGE_BREAK.exec(prop)?.[1]?.toLowerCase() ?? 'before';
    const measured = new Rule({
      selector: (parent as Rule).selector,
      nodes: [new Declaration({ prop: `break-${side}`, value: 'column', important })],
    });
    parent.after(new AtRule({ name: 'media', params: 'screen', nodes: [measured] }));
  });
}

function holds(query: string): boolean {
  const [, negation, medium = 'all', feature = ''] = QUERY.exec(query.trim()) ?? [];
  if (feature) return false;
  const isPaper = /^(?:all|print)$/i.test(medium);
  return negation?.toLowerCase() === 'not' ? !isPaper : isPaper;
}
