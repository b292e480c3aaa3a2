import type { Root as HtmlRoot, Nodes } from 'hast';
import postcss, { type AtRule } from 'postcss';
import { visit } from '../../tree/visit.js';

/** Every character that is shown, and those that styles write. */
export function charactersOf(trees: Iterable<HtmlRoot>): Set<number> {
  const characters = new Set<number>();
  for (const tree of trees)
    visit(tree as Nodes, 'text', ({ value }: { value: string }) => {
      for (const character of value) characters.add(character.codePointAt(0) ?? 0);
    });
  for (let code = 0x20; code < 0x7f; code++) characters.add(code);
  return characters;
}

/**
 * A stylesheet without faces that nobody would ever load: those whose range of characters has none of these.
 * @param idle a family that the book does not use at all
 */
export function withoutIdleFaces(css: string, characters: ReadonlySet<number>, idle?: string): string {
  const root = postcss.parse(css);
  const all = [...characters];
  root.walkAtRules('font-face', (rule) => {
    const family = declared(rule, 'font-family')?.replace(/["']/g, '').trim();
    const ranges = rangesOf(rule);
    const used = ranges?.some(([first, last]) => all.some((c) => c >= first && c <= last)) ?? true;
    if (!used || (idle && family === idle)) rule.remove();
  });
  return root.toString();
}

/** `U+26, U+0-7F, U+4??` as numbers; `undefined` for a face that has no range. */
function rangesOf(face: AtRule): [number, number][] | undefined {
  return declared(face, 'unicode-range')
    ?.split(',')
    .map((range) => {
      const [first = '', last = first] = range.trim().replace(/^U\+/i, '').split('-');
      return [
        Number.parseInt(first.replaceAll('?', '0'), 16),
        Number.parseInt(last.replaceAll('?', 'F'), 16),
      ];
    });
}

function declared(face: AtRule, property: string): string | undefined {
  let found: string | undefined;
  face.walkDecls(property, ({ value }) => {
    found = value;
  });
  return found;
}
