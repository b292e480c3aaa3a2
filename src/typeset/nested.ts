import { AtRule, type ChildNode, type Container, type Root, Rule } from 'postcss';

/**
 * Takes rules out of the rules that they stand in (CSS Nesting), and conditions out of them, in the order in which they are written.
 * Most e-readers know no rule within another, and EPUBCheck refuses a book with one.
 */
export function unnest(root: Root): void {
  within(root);
}

function within(container: Container): void {
  for (const node of [...(container.nodes ?? [])]) {
    if (node instanceof Rule && node.nodes.some(isNested)) node.replaceWith(parted(node));
    else if (node instanceof AtRule && node.nodes) within(node);
  }
}

/** A rule as rules that hold nothing but declarations. */
function parted(rule: Rule): ChildNode[] {
  const parts: ChildNode[] = [];
  let own: Rule | undefined;
  for (const node of [...rule.nodes]) {
    if (!isNested(node)) {
      if (!own) {
        own = new Rule({ selectors: rule.selectors, source: rule.source });
        parts.push(own);
      }
      own.append(node);
      continue;
    }
    own = undefined;
    if (node instanceof Rule) {
      node.selectors = selectorsIn(rule.selectors, node.selectors);
      parts.push(...parted(node));
    } else {
      const inside = new Rule({ selectors: rule.selectors, nodes: node.nodes ?? [], source: node.source });
      node.removeAll();
      node.append(parted(inside));
      parts.push(node);
    }
  }
  return parts;
}

function isNested(node: ChildNode): node is Rule | AtRule {
  return node instanceof Rule || (node instanceof AtRule && node.nodes !== undefined);
}

/** The sign for what is around a rule; in a text it is none. */
const AROUND = /&(?=(?:[^"']|"[^"]*"|'[^']*')*$)/g;

function selectorsIn(around: readonly string[], own: readonly string[]): string[] {
  return own.flatMap((selector) => {
    const times = selector.match(AROUND)?.length ?? 0;
    // Each of them may be another one of several.
    const each = times > 1 && around.length > 1 ? [`:is(${around.join(', ')})`] : around;
    return each.map((one) => (times ? selector.replace(AROUND, () => one) : `${one} ${selector}`));
  });
}
