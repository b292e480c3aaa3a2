import { findInProse } from '../markdown/find.js';
import { boxNamed } from '../markdown/other-boxes.js';
import { endsInSpacedAddress } from '../markdown/spaced-address.js';
import type { Rule } from '../model/rule.js';

/** Signs of Octavo's own that were understood would be gone from the text. */
const LEFT =
  /(?<!\\)(?::{3,}[ \t]*\{?\.?[a-z][\w-]*|(?<=^|\n)::[a-z][a-z-]*\([^()\n]{1,100}\)|(?<![\w:])::[a-z][a-z-]*(?:\[[^\]\n]{0,200}\])?(?:\{[^}\n]{0,200}\}|(?<=\]))|(?<![\w:]):[a-z][a-z-]*(?:\[[^\]\n]{0,200}\])?\{[^}\n]{0,200}\}|\{[#.][\p{L}_][\w.:-]*(?:[ \t][^{}\n]{0,200})?\}|(?<=\])\{[a-z][\w-]*=["“”„«»][^{}\n]{0,200}\}|\{(?:widths|header-columns|header-rows|footer-rows|row-height)=[^{}\n]{1,200}\})/gu;

/** A title behind the name of a block, as VuePress has it. */
const TITLE = /^[ \t]+([^\s{[:][^\n{]{0,200}?)[ \t]*(?:\n|$)/;

interface Left {
  written: string;
  block: boolean;
  /** How it is written with its title in brackets, or with as many colons as it takes. */
  instead?: string | undefined;
}

/** What was meant to be understood is not printed as it stands. */
export const markupShows: Rule<Left> = {
  id: 'markup-shows',
  severity: 'warning',
  says: ({ written }) => `“${written}” means nothing here, so it is printed as it stands`,
  remedy: ({ block, instead }) => {
    if (instead) return `Write ${instead} on a line of its own, with a blank line before it.`;
    return block
      ? 'Put it on a line of its own, with a blank line before it.'
      : 'Write it right behind what it belongs to, without a space, or take it out; a backslash before it keeps it as it is.';
  },
  why: 'Signs that were not understood are printed among the words, where every reader sees them.',
  examples: {
    good: '# One\n\n:::note\nIt rained.\n:::\n\nSome [words]{.mark}.\n',
    bad: '# One\n\nIt rained. :::note\n',
  },
  check(book, complain) {
    for (const { match, at } of findInProse(book.chapters, LEFT)) {
      // That is told of the address.
      if (endsInSpacedAddress(match.input.slice(0, match.index))) continue;
      complain({ written: match[0], block: match[0].startsWith(':'), instead: insteadOf(match) }, at);
    }
  },
};

function insteadOf({ 0: written, index, input }: RegExpExecArray): string | undefined {
  if (/^:[a-z]/.test(written)) return `:${written}`;
  if (/^::[a-z-]+\(/.test(written)) return written.replace('(', '{').replace(')', '}');
  const [, title] = TITLE.exec(input.slice(index + written.length)) ?? [];
  const begins = /(?:^|\n)[ \t>]*$/.test(input.slice(0, index));
  if (!begins || !title || !/^:{3}/.test(written)) return undefined;
  const [, colons = '', name = ''] = /^(:+)[ \t]*(\S+)/.exec(written) ?? [];
  return `${colons}${boxNamed(name) ?? name}[${title}]`;
}
