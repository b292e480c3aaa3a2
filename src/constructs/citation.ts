import type { Emphasis, Parent, PhrasingContent, Root, Text } from 'mdast';
import type { LeafDirective } from 'mdast-util-directive';
import { replaceBrackets } from '../markdown/brackets.js';
import { finderIn } from '../markdown/finder.js';
import { replaceWithin } from '../markdown/within.js';
import type { Citation, CitedWork } from '../model/citation.js';
import type { Construct } from '../model/construct.js';
import { visit } from '../tree/visit.js';

/** A key begins and ends with a letter or a digit; in braces it is of any form. */
const KEY =
  '@(?:\\{([^{}\\s]{1,200})\\}|([\\p{L}\\p{N}_](?:[\\p{L}\\p{N}_]|[:.#$%&\\-+?<>~/](?=[\\p{L}\\p{N}_]))*))';
const CITED = new RegExp(`(?<![\\p{L}\\p{N}_@/.])(-?)${KEY}`, 'u');
const BARE = new RegExp(`(?<![\\p{L}\\p{N}_@/.\\-])${KEY}`, 'gu');
/** The same at the end of a text that a bracket follows. */
const BEFORE = new RegExp(`(?:^|[^\\p{L}\\p{N}_@/.\\-])(${KEY} ?)$`, 'u');
/** The longest text that is looked through for it. */
const REACH = 300;

/** Nothing is looked for in these: a citation has been read, and a link stands in no link. */
const CLOSED: ReadonlySet<string> = new Set(['citation', 'link', 'linkReference']);

/**
 * Citations as Pandoc writes them: `[see @doe99, pp. 33-35; @smith04]`, `[-@doe99]` for the year alone, `@doe99` and
 * `@doe99 [p. 33]` in a sentence. Whether there is such a work is asked when the book is gathered; where there is none, a name
 * with an @ before it is text. `::bibliography`, or an empty `::: {#refs}` as Pandoc has it, says where the list of works stands.
 */
export const citation: Construct = {
  name: 'citation',
  sample: 'It never rains for long [see @doe99, pp. 3-5].\n',
  directives: ['::bibliography'],
  fills: ['::bibliography'],
  css: 'citation',
  mark: /@|#refs/,
  remark(tree: Root, file) {
    const source = String(file.value);
    if (source.includes('#refs')) placeList(tree);
    if (!source.includes('@')) return;
    const find = finderIn(source);
    visit(tree, (node) => {
      if (CLOSED.has(node.type) || !('children' in node)) return;
      const some = node.children.some((child) => child.type === 'text' && child.value.includes('@'));
      if (!some) return;
      replaceBrackets(node as Parent, source, ({ children, position, before }) => {
        const parts = split(children);
        const own = BEFORE.exec(before.slice(-REACH));
        const works = parts.map((part) => cited(part, position?.start.offset, find));
        const place = position ? { position } : {};
        const keyed = works.filter((work) => work !== undefined);
        if (works[0]) return { node: citationOf(false, keyed, ['[', ']'], place) };
        const [, written = '', braced, plain] = own ?? [];
        const key = braced ?? plain;
        const bracket = position?.start.offset;
        const from = bracket === undefined ? undefined : bracket - written.length;
        if (key === undefined || find.escaped(key, from)) return undefined;
        const first: Work = {
          key,
          nameless: false,
          prefix: affix([]),
          suffix: affix(parts[0] ?? []),
          at: find(key, from),
          written: '',
        };
        return {
          node: citationOf(true, [first, ...keyed], [`${written}[`, ']'], place),
          before: written.length,
        };
      });
    });
    replaceWithin(
      tree,
      file,
      BARE,
      ([written, braced, plain = '']) => {
        const work: Work = {
          key: braced ?? plain,
          nameless: false,
          prefix: affix([]),
          suffix: affix([]),
          written,
        };
        return citationOf(true, [work], ['', ''], {});
      },
      CLOSED,
    );
  },
};

/** Where Pandoc and Quarto put the list of works: an empty div that is called so. */
function placeList(tree: Root): void {
  visit(tree, 'containerDirective', ({ name, data, children, position }, index, parent) => {
    if (
      name !== 'div' ||
      data?.attributes?.id !== 'refs' ||
      children.length ||
      !parent ||
      index === undefined
    )
      return;
    const place: LeafDirective = {
      type: 'leafDirective',
      name: 'bibliography',
      attributes: {},
      children: [],
    };
    parent.children.splice(index, 1, { ...place, ...(position ? { position } : {}) });
  });
}

/** A work, and how its key is written. */
type Work = CitedWork & { readonly written: string };

function citationOf(
  inSentence: boolean,
  works: readonly Work[],
  [open, close]: readonly [string, string],
  place: Pick<Citation, 'position'>,
): Citation {
  const children = works.flatMap(({ prefix, written, suffix }, i): PhrasingContent[] => [
    ...(i ? [text(';')] : []),
    prefix,
    ...(written ? [text(written)] : []),
    suffix,
  ]);
  const outer = [text(open), ...children, text(close)].filter((node) => node.type !== 'text' || node.value);
  return { type: 'citation', inSentence, works, children: outer, ...place };
}

/** What stands between brackets, apart at its semicolons; what has no key belongs to the work before it. */
function split(children: readonly PhrasingContent[]): PhrasingContent[][] {
  const parts: PhrasingContent[][] = [[]];
  for (const child of children) {
    if (child.type !== 'text') {
      parts.at(-1)?.push(child);
      continue;
    }
    const [first = '', ...rest] = child.value.split(';');
    parts.at(-1)?.push({ ...child, value: first });
    for (const value of rest) parts.push([{ ...child, value }]);
  }
  const whole: PhrasingContent[][] = [];
  for (const part of parts) {
    const last = whole.at(-1);
    if (!last || part.some(isKeyed)) whole.push(part);
    else last.push(text(';'), ...part);
  }
  return whole;
}

function isKeyed(node: PhrasingContent): boolean {
  return node.type === 'text' && CITED.test(node.value);
}

/** A part with the key of a work in it. */
function cited(
  part: readonly PhrasingContent[],
  from: number | undefined,
  find: ReturnType<typeof finderIn>,
): Work | undefined {
  const at = part.findIndex(isKeyed);
  const node = part[at] as Text | undefined;
  const match = node && CITED.exec(node.value);
  if (!node || !match) return undefined;
  const [written, minus, braced, plain = ''] = match;
  const key = braced ?? plain;
  if (find.escaped(key, from)) return undefined;
  const before = node.value.slice(0, match.index);
  const behind = node.value.slice(match.index + written.length);
  return {
    key,
    nameless: minus === '-',
    prefix: affix([...part.slice(0, at), { ...node, value: before }]),
    suffix: affix([{ ...node, value: behind }, ...part.slice(at + 1)]),
    at: find(key, from),
    written,
  };
}

/** A wrapper that stays the same node, whatever is done to the text in it. */
function affix(nodes: readonly PhrasingContent[]): Emphasis {
  const children = nodes.filter((node) => node.type !== 'text' || node.value);
  return { type: 'emphasis', data: { hName: 'span' }, children };
}

function text(value: string): Text {
  return { type: 'text', value };
}
