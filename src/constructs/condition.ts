import type { Heading, Nodes, Parent, PhrasingContent, Root, RootContent } from 'mdast';
import type { VFile } from 'vfile';
import { guess } from '../config/guess.js';
import { editionKnown } from '../config/notices.js';
import { isDirective } from '../markdown/directives.js';
import type { Condition } from '../model/condition.js';
import type { Construct } from '../model/construct.js';
import type { Context } from '../model/context.js';
import type { Notice, Say } from '../model/notice.js';
import type { Medium } from '../model/rendition.js';
import { visit } from '../tree/visit.js';

const conditionNamed: Notice<{ name?: string; key?: string }> = {
  id: 'condition-named',
  severity: 'error',
  says: ({ name, key }) => `“${key ?? `:::${name}`}” does not say when`,
  remedy: ({ name, key }) =>
    key
      ? `Name editions or profiles: {${key}="${key.endsWith('profile') ? 'teacher' : 'print'}"}.`
      : `Name editions or profiles: :::${name}{edition="print"} or :::${name}{profile="teacher"}.`,
  why: 'Text that is not for every reader says for which edition or profile it is; without that it would be shown to all.',
};

/** Attributes that hold for whatever they are written on, with what they are called on `:::when` and `:::unless`. */
const KEYS = [
  { key: 'when-edition', of: 'edition', shows: true },
  { key: 'unless-edition', of: 'edition', shows: false },
  { key: 'when-profile', of: 'profile', shows: true },
  { key: 'unless-profile', of: 'profile', shows: false },
  // What Quarto calls the kind of output.
  { key: 'when-format', of: 'format', shows: true },
  { key: 'unless-format', of: 'format', shows: false },
] as const;

/** Quarto's formats, by what ours are made for. */
const FORMATS: Readonly<Record<string, readonly Medium[]>> = {
  pdf: ['paged'],
  latex: ['paged'],
  typst: ['paged'],
  epub: ['reflowable'],
  html: ['screen', 'reflowable'],
};

/** Containers that do nothing but hold what has a condition; the last two are Quarto's. */
const CONTAINERS: Readonly<Record<string, boolean>> = {
  when: true,
  unless: false,
  'content-visible': true,
  'content-hidden': false,
};

/**
 * Text for some readers only: `:::when{edition="print"}`, `:::unless{profile="pupil"}`, and `when-edition`, `when-profile`,
 * `unless-edition`, `unless-profile` on anything that takes attributes; on a heading they hold for its whole section. A
 * profile is decided here, once for the build; an edition when that edition is made.
 */
export const condition: Construct = {
  name: 'condition',
  phase: 'choice',
  sample: ':::when{edition="print"}\nWrite in the margins.\n:::\n',
  directives: Object.keys(CONTAINERS).map((name) => `:::${name}`),
  attributes: ['edition', 'profile', 'format'],
  attributesOfAll: KEYS.map(({ key }) => key),
  notices: [conditionNamed],
  mark: /:::[^\n]*(?:when|unless|content-)|(?:when|unless)-(?:edition|profile|format)/,
  remark(tree: Root, file, say, context) {
    visit(tree, (node, index, parent) => {
      if (!parent || index === undefined) return undefined;
      const asked = askedOf(node, file, say);
      if (!asked) return undefined;
      const { shown, conditions } = judge(asked, context, file, node, say);
      const siblings = parent.children as RootContent[];
      const end = node.type === 'heading' ? endOf(siblings, index) : index + 1;
      const held = siblings.slice(index, end);
      const inside = isContainer(node) ? ((node as Parent).children as RootContent[]) : held;
      if (!shown) {
        siblings.splice(index, end - index);
        // Of a paragraph that was nothing else its attributes go along, and all that it says.
        const gone = siblings.every(isBlank) ? [...held, parent] : held;
        for (const { position } of gone)
          if (position)
            file.data.leftOut?.push({ from: position.start.offset ?? 0, to: position.end.offset ?? 0 });
        return index;
      }
      if (!conditions.length) {
        siblings.splice(index, end - index, ...inside);
        return isContainer(node) ? index : undefined;
      }
      file.data.conditional = true;
      if (isPhrasing(node, parent)) {
        // An image that is alone in its paragraph will become a figure; then the paragraph is what is shown or not.
        const bearer = parent.type === 'paragraph' && siblings.length === 1 ? parent : node;
        bearer.data = { ...bearer.data, conditions: [...(bearer.data?.conditions ?? []), ...conditions] };
        return undefined;
      }
      const place = node.position ? { position: node.position } : {};
      siblings.splice(index, end - index, {
        type: 'condition',
        data: { conditions },
        children: inside,
        ...place,
      } satisfies ConditionNode);
      return index;
    });
  },
};

/** Holds what is shown or not; nothing of it is left in an edition. */
interface ConditionNode extends Parent {
  type: 'condition';
  children: RootContent[];
}

declare module 'mdast' {
  interface RootContentMap {
    condition: ConditionNode;
  }
}

type Asked = readonly {
  readonly of: 'edition' | 'profile' | 'format';
  readonly names: string[];
  readonly shows: boolean;
}[];

/** Takes the conditions off a node; `undefined` if it has none. */
function askedOf(node: Nodes, file: VFile, say: Say): Asked | undefined {
  const directive = isDirective(node) ? node : undefined;
  const own = directive && Object.hasOwn(CONTAINERS, directive.name) ? directive.name : undefined;
  const values: Readonly<Record<string, string | null | undefined>> = directive
    ? (directive.attributes ?? {})
    : (node.data?.attributes?.values ?? {});
  const empty: string[] = [];
  const asked = KEYS.flatMap(({ key, of, shows }) => {
    const short = own !== undefined && shows ? values[of] : undefined;
    const value = values[key] ?? short;
    if (value === undefined || value === null) return [];
    const turned = own === undefined ? shows : shows === CONTAINERS[own];
    const names = value.split(/[\s,]+/).filter(Boolean);
    if (names.length) return [{ of, names, shows: turned }];
    empty.push(key);
    return [];
  });
  if (own !== undefined && !asked.length) {
    say(conditionNamed, { name: own }, { file, node });
    return [];
  }
  for (const key of empty) say(conditionNamed, { key }, { file, node });
  if (!asked.length && !empty.length) return undefined;
  const rest = Object.fromEntries(
    Object.entries(values).filter(([name]) => !KEYS.some(({ key }) => key === name)),
  );
  if (directive) directive.attributes = rest;
  else if (node.data?.attributes)
    node.data = {
      ...node.data,
      attributes: { ...node.data.attributes, values: rest as Record<string, string> },
    };
  return asked;
}

/** Decides what can be decided now, and says which editions and profiles there are not. */
function judge(
  asked: Asked,
  { editions, profiles }: Context,
  file: VFile,
  node: Nodes,
  say: Say,
): { shown: boolean; conditions: Condition[] } {
  let shown = true;
  const conditions: Condition[] = [];
  const known = [...editions.keys()];
  for (const { of, names, shows } of asked) {
    if (of === 'profile') {
      file.data.profiles = new Set([...(file.data.profiles ?? []), ...names]);
      if (names.some((name) => profiles.includes(name)) !== shows) shown = false;
      continue;
    }
    if (of === 'edition')
      for (const name of names)
        if (!editions.has(name))
          say(editionKnown, { name, guess: guess(name, known), known }, { file, node });
    const meant =
      of === 'edition'
        ? names
        : known.filter((name) =>
            names.some((format) => FORMATS[format]?.includes(editions.get(name) as Medium)),
          );
    conditions.push({ editions: meant, shows });
  }
  return { shown, conditions };
}

function isBlank(node: Nodes): boolean {
  return node.type === 'text' && !node.value.trim();
}

function isContainer(node: Nodes): boolean {
  return node.type === 'containerDirective' && Object.hasOwn(CONTAINERS, node.name);
}

function isPhrasing(node: Nodes, parent: Parent): node is PhrasingContent {
  return (
    parent.type === 'paragraph' ||
    parent.type === 'heading' ||
    parent.type === 'tableCell' ||
    INLINE.has(node.type)
  );
}

const INLINE: ReadonlySet<string> = new Set([
  'link',
  'image',
  'emphasis',
  'strong',
  'inlineCode',
  'textDirective',
]);

/** Where the section of a heading ends among its siblings: before what is, or holds, a heading as high. */
function endOf(siblings: readonly Nodes[], index: number): number {
  const { depth } = siblings[index] as Heading;
  const next = siblings.findIndex((node, i) => i > index && highest(node) <= depth);
  return next < 0 ? siblings.length : next;
}

/** The highest level of a heading in a block; in a quotation headings are somebody else's. */
function highest(node: Nodes): number {
  if (node.type === 'heading') return node.depth;
  if (node.type !== 'containerDirective' && node.type !== 'condition') return Number.POSITIVE_INFINITY;
  return Math.min(...node.children.map(highest), Number.POSITIVE_INFINITY);
}
