import type { Root } from 'postcss';

/** Classes that nothing has until pages are laid out. */
const PAPER = /\.(?:sheet|card-cut(?:-[a-z]+)?|cards-next)(?![\w-])/;

/** Takes the rules out of a stylesheet that can match on paper alone. */
export function dropPaperRules(root: Root): void {
  root.walkRules((rule) => {
    const kept = rule.selectors.filter((selector) => !PAPER.test(selector));
    if (kept.length === rule.selectors.length) return;
    if (kept.length) rule.selectors = kept;
    else rule.remove();
  });
  root.walkAtRules((rule) => {
    if (rule.nodes?.length === 0) rule.remove();
  });
}
