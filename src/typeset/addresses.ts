import type { ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import { UNSPACED } from '../language/scripts.js';
import { mayBreak, NO_TEXT, partTexts } from './part-text.js';

/** What names in a path are made of; where no spaces stand between words a slash stands in a sentence. */
const NAMED = `(?:(?![${UNSPACED}\\p{sc=Tibetan}])[\\p{L}\\p{N}\\p{M}._~%+@-])`;
/** Paths that are no longer than words are none that a line would be left short for. */
const PATH = String.raw`(?=(?:${NAMED}|\/){36})(?<!${NAMED})\/?${NAMED}{1,200}(?:\/${NAMED}{1,200}){2,100}\/?`;
/** An address of the web, or a long path with two slashes or more, without the marks of the sentence that it ends. */
export const ADDRESS = new RegExp(
  String.raw`(?:(?:https?:\/\/|www\.)[^\s\u00ad<>]{12,1000}|${PATH})(?<![.,;:!?…)\]»”’"'])`,
  'giu',
);
/** Where the path of one may be parted: before a slash or a sign, so that no line seems to end with the address. */
const SIGN = /(?=[/.,~_?#%&=])/u;
/** A longer host is parted, too; and a longer word in a path is no word, and may be parted anywhere. */
const LONGEST = 28;

/**
 * Parts addresses where books of style part them (*The Chicago Manual of Style*, 14.18): not behind a hyphen, which might be one of
 * their own or not, and never with one.
 */
export function openAddresses(tree: Root): void {
  partTexts(tree, NO_TEXT, ADDRESS, (address, text) => [
    h(
      'span',
      { className: ['address'] },
      partsOf(address).flatMap((value, i): ElementContent[] => [
        ...(i ? [mayBreak()] : []),
        { ...text, value },
      ]),
    ),
  ]);
}

function partsOf(address: string): string[] {
  const [, scheme = '', host = '', path = ''] = /^(https?:\/\/)?([^/?#]*)(.*)$/iu.exec(address) ?? [];
  const begin = `${scheme}${host}`;
  return [
    ...(begin.length > LONGEST ? [scheme, ...host.split(/(?=\.)/)] : [begin]),
    ...path.split(SIGN),
  ].flatMap((part) => (part.length > LONGEST ? [...part] : part ? [part] : []));
}
