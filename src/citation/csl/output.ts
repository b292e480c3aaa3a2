import type { PhrasingContent } from 'mdast';
import type { Element } from './xml.js';

/** How text looks, in the words of CSL. */
export interface Format {
  readonly italic?: boolean | undefined;
  readonly bold?: boolean | undefined;
  readonly smallCaps?: boolean | undefined;
  readonly underline?: boolean | undefined;
  readonly raised?: 'sup' | 'sub' | undefined;
}

/**
 * What a style makes of a work: a tree whose delimiters are not yet written, so that a part can still be taken out of it.
 * Words are of the work or of the style; only those of the work have quotation marks to be made typographic.
 */
export type Output = Words | Block | Inline;

export interface Words {
  readonly kind: 'words';
  readonly value: string;
  /** They are of the work, not of the style. */
  readonly own?: boolean;
  /** Letters that no change of case may touch. */
  readonly fixed?: boolean;
}

export interface Block {
  readonly kind: 'block';
  readonly children: readonly Output[];
  readonly prefix?: string | undefined;
  readonly suffix?: string | undefined;
  readonly delimiter?: string | undefined;
  readonly format?: Format | undefined;
  readonly quotes?: boolean | undefined;
  /** What is looked for again later: the names, the year's letter, the first field of an entry. */
  readonly part?: Part | undefined;
  readonly url?: string | undefined;
  /** Only holds children of what it stands in, and is none of its own: a branch of a choice. */
  readonly open?: boolean | undefined;
}

export type Part = 'names' | 'year' | 'year-suffix' | 'number' | 'label';

/** Markdown of the author's, before or behind what is cited. */
export interface Inline {
  readonly kind: 'inline';
  readonly nodes: readonly PhrasingContent[];
}

export function words(
  value: string | undefined,
  more: Omit<Words, 'kind' | 'value'> = {},
): Words | undefined {
  return value ? { kind: 'words', value, ...more } : undefined;
}

/** A block of whatever is there; nothing, if there is nothing. */
export function block(
  children: readonly (Output | undefined)[],
  more: Omit<Block, 'kind' | 'children'> = {},
): Block | undefined {
  const there: Output[] = [];
  for (const child of children)
    if (child?.kind === 'block' && child.open) there.push(...child.children);
    else if (child) there.push(child);
  return there.length ? { kind: 'block', children: there, ...more } : undefined;
}

/** Gives a block the affixes, the look and the quotation marks that an element of a style asks for. */
export function dressed(
  { attributes }: Element,
  children: readonly (Output | undefined)[],
  more: Omit<Block, 'kind' | 'children'> = {},
): Block | undefined {
  const { prefix, suffix, quotes } = attributes;
  return block(children, {
    prefix,
    suffix,
    quotes: quotes === 'true',
    format: formatOf(attributes),
    ...more,
  });
}

export function formatOf(attributes: Readonly<Record<string, string>>): Format | undefined {
  const style = attributes['font-style'];
  const weight = attributes['font-weight'];
  const variant = attributes['font-variant'];
  const decoration = attributes['text-decoration'];
  const align = attributes['vertical-align'];
  if (!(style || weight || variant || decoration || align)) return undefined;
  return {
    italic: style && style !== 'normal',
    bold: weight && weight === 'bold',
    smallCaps: variant && variant === 'small-caps',
    underline: decoration && decoration === 'underline',
    raised: align === 'sup' || align === 'sub' ? align : undefined,
  } as Format;
}

/** The first block of a part, from left to right. */
export function partOf(output: Output | undefined, part: Part): Block | undefined {
  if (output?.kind !== 'block') return undefined;
  if (output.part === part) return output;
  for (const child of output.children) {
    const found = partOf(child, part);
    if (found) return found;
  }
  return undefined;
}

/** The same without one of its blocks, and without what is empty then. */
export function without(output: Output | undefined, unwanted: Block | undefined): Output | undefined {
  return replaced(output, unwanted, undefined);
}

/** The same with another block in the place of one. */
export function replaced(
  output: Output | undefined,
  old: Block | undefined,
  fresh: Output | undefined,
): Output | undefined {
  if (!output || output === old) return output && fresh;
  if (output.kind !== 'block' || !old) return output;
  const children = output.children.map((child) => replaced(child, old, fresh));
  if (children.every((child, i) => child === output.children[i])) return output;
  const there = children.filter((child) => child !== undefined);
  return there.length ? { ...output, children: there } : undefined;
}

/** Its words alone, without delimiters: for comparing two of them. */
export function plain(output: Output | undefined): string {
  if (!output || output.kind === 'inline') return '';
  if (output.kind === 'words') return output.value;
  const { prefix = '', suffix = '', delimiter = '', children } = output;
  return prefix + children.map(plain).join(delimiter) + suffix;
}
