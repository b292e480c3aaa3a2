import type { Paragraph, Parent, PhrasingContent, Root } from 'mdast';
import type { ContainerDirective, Directives } from 'mdast-util-directive';
import type { Point } from 'unist';
import type { VFile } from 'vfile';
import { guess } from '../config/guess.js';
import type { Say } from '../model/notice.js';
import { textOf } from '../tree/text-of.js';
import { SKIP, visit } from '../tree/visit.js';
import { attributeKnown, directiveCount, directiveKnown, labelShows } from './notices.js';
import { saidHere } from './other-attributes.js';
import { boxNamed, withoutBox } from './other-boxes.js';

/** How many colons a directive is written with. */
const COLONS = { textDirective: ':', leafDirective: '::', containerDirective: ':::' } as const;

/** Attributes that nobody means by another name. */
const CONDITIONS = /^(?:when|unless)-/;
/** What every directive takes. */
const COMMON = ['id', 'class', 'lang', 'dir'] as const;

/**
 * A block of an unknown name, or of a known one with the wrong number of colons, keeps its content, and is reported; so is
 * an attribute that its block does not take, and a label that would be nowhere.
 * @param takes what attributes each directive takes, by its name as it is written: `:::note`, `::lines`
 * @param fills those that fill themselves
 */
export function restoreUnknown(
  tree: Root,
  file: VFile,
  takes: ReadonlyMap<string, readonly string[]>,
  fills: ReadonlySet<string>,
  say: Say,
): void {
  const source = String(file.value);
  const known = [...takes.keys()];
  visit(tree, (node, index, parent) => {
    if (!isDirective(node) || !parent || index === undefined) return;
    const name = COLONS[node.type] + node.name;
    const own = takes.get(name);
    if (own) {
      const [label] = node.children;
      if (label && fills.has(name)) {
        say(labelShows, { name, words: textOf(node) }, { file, node: label });
        node.children = [];
      }
      const all = [...COMMON, ...own];
      for (const attribute of Object.keys(node.attributes ?? {}))
        if (!all.includes(attribute))
          say(
            attributeKnown,
            {
              name: attribute,
              guess: guess(attribute, all),
              instead: saidHere(attribute, own),
              takes: own.filter((one) => !CONDITIONS.test(one)),
            },
            { file, node: placeOf(node, attribute, source) },
          );
      return;
    }
    const instead = withoutBox(node.name) ?? withFile(node);
    say(directiveKnown, { name, guess: nearest(node.name, known), instead, known }, { file, node });
    const kept = node.type === 'containerDirective' ? node.children : [asText(node, source)];
    parent.children.splice(index, 1, ...(kept as typeof parent.children));
    for (const one of [...kept, parent.children[index + kept.length]])
      if (one && isDirective(one)) one.data = { ...one.data, besideUnknown: true };
    // What was given back may hold another.
    return [SKIP, index];
  });
}

declare module 'mdast' {
  interface Data {
    /** It stands in or right behind a block of an unknown name, which may be the one that it belongs to. */
    besideUnknown?: boolean;
  }
}

/** Where an attribute of a directive stands, which Markdown wants on its first line. */
function placeOf({ position }: Directives, attribute: string, source: string): Point | undefined {
  const { start } = position ?? {};
  if (start?.offset === undefined) return start;
  const end = source.indexOf('\n', start.offset);
  const line = source.slice(start.offset, end < 0 ? undefined : end);
  const at = Math.max(0, line.indexOf(attribute, line.lastIndexOf('{')));
  return { line: start.line, column: start.column + at, offset: start.offset + at };
}

export function isDirective(node: { type: string }): node is Directives {
  return node.type === 'textDirective' || node.type === 'leafDirective' || node.type === 'containerDirective';
}

/** Directives of a name in a block, also in a condition that stands there; `deep`: however deep. */
export function directivesIn({ children }: Parent, name: string, deep = false): ContainerDirective[] {
  return children.flatMap((child): ContainerDirective[] => {
    const own = child.type === 'containerDirective' && (child as ContainerDirective).name === name;
    const within = deep || child.type === ('condition' as string);
    const inner = within && 'children' in child ? directivesIn(child as Parent, name, deep) : [];
    return own ? [child as ContainerDirective, ...inner] : inner;
  });
}

/** Takes the title out of a block, `:::note[Title]`; `undefined` if it has none. */
export function takeLabel(node: ContainerDirective): Paragraph | undefined {
  const [first] = node.children;
  if (first?.type !== 'paragraph' || first.data?.directiveLabel !== true) return undefined;
  node.children.shift();
  return first;
}

/** How many of something an attribute asks for, from 1 to the most; what is no such number is reported. */
export function countOf(
  node: Directives,
  name: string,
  { otherwise, most }: { otherwise: number; most: number },
  file: VFile,
  say: Say,
): number {
  const value = node.attributes?.[name];
  if (value === undefined || value === null) return otherwise;
  const count = Number(value);
  if (value.trim() && Number.isInteger(count) && count >= 1 && count <= most) return count;
  say(directiveCount, { name, value, most }, { file, node });
  return otherwise;
}

/** A file is included by a name in braces, when the text is read; that is why no such block is among the known. */
function withFile({ name, children: [label] }: Directives): string | undefined {
  if (name !== 'include') return undefined;
  return `Write ::include{file="${label ? textOf(label) : 'one.md'}"} on a line of its own.`;
}

/** Of the known directives, the one that was probably meant: the same word with other colons, or nearly the same word. */
function nearest(name: string, known: readonly string[]): string | undefined {
  const box = known.find((one) => one === `:::${boxNamed(name)}`);
  if (box) return box;
  const words = known.map((one) => one.replace(/^:+/, ''));
  const meant = guess(name, words);
  return meant === undefined ? undefined : known[words.indexOf(meant)];
}

/** A line that no block is made of, as its author wrote it. */
function asText(node: Directives, source: string): Paragraph {
  const place = node.position ? { position: node.position } : {};
  const [start = 0, end = 0] = [node.position?.start.offset, node.position?.end.offset];
  const inner = node.children as PhrasingContent[];
  const from = inner[0]?.position?.start.offset ?? end;
  const to = inner.at(-1)?.position?.end.offset ?? end;
  const text = (value: string): PhrasingContent[] => (value ? [{ type: 'text', value }] : []);
  return {
    type: 'paragraph',
    children: [...text(source.slice(start, from)), ...inner, ...text(source.slice(to, end))],
    ...place,
  };
}
