import type { Root, Rule } from 'postcss';
import valueParser from 'postcss-value-parser';

/** A token that names itself, by however many steps, is empty after this many. */
const DEEPEST = 12;
/** Longest value that is still unfolded, in characters: a few tokens that repeat each other would fill the memory. */
const LONGEST = 2000;

/** The `--book-*` properties that stylesheets set on `:root`; a later one outweighs an earlier one. */
export function tokensOf(roots: readonly Root[]): Map<string, string> {
  const declared = new Map<string, string>();
  for (const root of roots) {
    root.walkRules(/^:root$/, (rule) => {
      rule.walkDecls(
        /^--book-/,
        (declaration) =>
          void declared.set(declaration.prop.slice('--book-'.length), declaration.value.trim()),
      );
    });
  }
  return new Map([...declared].map(([name, value]) => [name, substitute(value, declared, 0)]));
}

/**
 * Custom properties of a book's own stylesheets, by their whole names. One that has a value for the whole book is written where it is
 * used, like a token; one that is set in some places, or under some condition, is for readers to look up.
 */
export function ownProperties(roots: readonly Root[]): {
  readonly settled: ReadonlyMap<string, string>;
  readonly open: ReadonlySet<string>;
} {
  const settled = new Map<string, string>();
  const open = new Set<string>();
  for (const root of roots)
    root.walkDecls(/^--(?!book-)/, ({ prop, value, parent }) => {
      const isWhole =
        parent?.type === 'rule' && parent.parent === root && /^:root$/.test((parent as Rule).selector);
      if (isWhole) settled.set(prop, value.trim());
      else open.add(prop);
    });
  for (const name of open) settled.delete(name);
  return { settled, open };
}

/** The families of a token that names typefaces, without quotation marks. */
export function familiesOf(tokens: ReadonlyMap<string, string>, name: string): string[] {
  return (tokens.get(name) ?? '').split(',').map((one) => one.replace(/["']/g, '').trim());
}

/** The first of them. */
export function familyOf(tokens: ReadonlyMap<string, string>, name: string): string {
  return familiesOf(tokens, name)[0] ?? '';
}

/**
 * Writes the values of tokens where they are used and drops their declarations: many e-readers know no custom
 * properties, and pass over a whole declaration that uses one.
 * @param kept the family that goes along; all others are the reader's to choose
 * @param own properties of the book's own
 */
export function flatten(
  root: Root,
  tokens: ReadonlyMap<string, string>,
  kept?: string,
  own: ReturnType<typeof ownProperties> = { settled: new Map(), open: new Set() },
): void {
  const values = new Map([...tokens, ...own.settled]);
  root.walkComments((comment) => void comment.remove());
  root.walkRules(/^:root$/, (rule) => {
    rule.walkDecls(/^--/, (declaration) => {
      if (declaration.prop.startsWith('--book-') || own.settled.has(declaration.prop)) declaration.remove();
    });
    if (!rule.nodes.length) rule.remove();
  });
  root.walkAtRules('font-face', (rule) => {
    let family: string | undefined;
    rule.walkDecls('font-family', ({ value }) => {
      family = value.replace(/["']/g, '').trim();
    });
    if (kept === undefined || family !== kept) rule.remove();
  });
  root.walkDecls((declaration) => {
    if (!declaration.value.includes('var(')) return;
    declaration.value = substitute(declaration.value, values, 0, NOTHING, own.open);
    if (!declaration.value.trim() || declaration.value.includes(NOTHING)) declaration.remove();
  });
}

/** Stands where a property has no value, as one that is set only when pages are laid out: the declaration is void then. */
const NOTHING = '\0';

/**
 * @param none what stands for a token that nobody sets
 * @param open what is left as it is
 */
function substitute(
  value: string,
  tokens: ReadonlyMap<string, string>,
  depth: number,
  none = '',
  open: ReadonlySet<string> = new Set(),
): string {
  if (!value.includes('var(')) return value;
  if (depth > DEEPEST || value.length > LONGEST) return '';
  const parsed = valueParser(value);
  let left = true;
  parsed.walk((node) => {
    if (node.type !== 'function' || node.value !== 'var') return;
    const name = node.nodes[0]?.value.replace(/^--book-/, '') ?? '';
    if (open.has(name)) return;
    left = false;
    const fallback = valueParser.stringify(node.nodes.slice(2)).trim();
    Object.assign(node, {
      type: 'word',
      value: tokens.get(name) ?? (node.nodes.length > 1 ? fallback : none),
    });
  });
  return left ? value : substitute(parsed.toString(), tokens, depth + 1, none, open);
}

const INCH = 96;
const UNITS: Readonly<Record<string, number>> = {
  in: INCH,
  mm: INCH / 25.4,
  cm: INCH / 2.54,
  pt: INCH / 72,
  pc: INCH / 6,
  px: 1,
};

/** A token that is a length, in CSS pixels. */
export function lengthOf(tokens: ReadonlyMap<string, string>, name: string, otherwise: number): number {
  const match = /^([\d.]+)(in|mm|cm|pt|pc|px)$/.exec(tokens.get(name) ?? '');
  return match ? Number(match[1]) * (UNITS[match[2] ?? ''] ?? 1) : otherwise;
}
