import { findInProse } from '../markdown/find.js';
import { boxNamed } from '../markdown/other-boxes.js';
import { endsInSpacedAddress } from '../markdown/spaced-address.js';
import type { Rule } from '../model/rule.js';

/** Signs of Octavo's own that were understood would be gone from the text. */
const LEFT = new RegExp(
  String.raw`(?<!\\)(?:${[
    // A block in a line, or with more behind its name than that takes.
    String.raw`:{3,}[ \t]*\{?\.?[a-z][\w-]*(?:[ \t]+\[[^\]\n]{1,200}\])?(?:[ \t]*\{[^{}\n]{1,200}\})?`,
    String.raw`(?<=^|\n)::[a-z][a-z-]*\([^()\n]{1,100}\)`,
    String.raw`(?<=^|\n)::[a-z][a-z-]*(?:\[[^\]\n]{0,200}\])?[ \t]+(?:\{(?![ \t]*[a-z-]+:[ \t])[^}\n]{0,200}\}|[a-z]+=\S[^\n]{0,100})`,
    String.raw`(?<![\w:])::[a-z][a-z-]*(?:\[[^\]\n]{0,200}\])?(?:\{[^}\n]{0,200}\}|(?<=\]))`,
    // One colon where there should be two.
    String.raw`(?<![\w:]):[a-z][a-z-]*(?:\[[^\]\n]{0,200}\])?\{[^}\n]{0,200}\}`,
    String.raw`(?<=^|\n):[a-z][a-z-]*\[[^\]\n]{0,200}\](?=[ \t]*(?:\n|$))`,
    // An abbreviation without words behind its colon, or, if it looks like one, without that; else a sign of a note by hand, or of a role.
    String.raw`(?<=^|\n)\*\[[^[\]\n]{1,60}\]:[ \t]*(?=\n|$)`,
    String.raw`(?<=^|\n)\*\[[^[\]\s]{1,20}\p{Lu}[^[\]\s]{0,20}\](?:[ \t]*(?=\n|$)|[ \t]+(?=[^\s*]))`,
    // Attributes of nothing.
    String.raw`(?<!\{)\{[#.][\p{L}_][\w.:-]*(?:[ \t][^{}\n]{0,200})?\}`,
    String.raw`(?<=\])\{[a-z][\w-]*=["“”„«»][^{}\n]{0,200}\}`,
    String.raw`\{[ \t]*(?:lang|dir|width|height|caption|credit|entry|widths|header-columns|header-rows|footer-rows|row-height)[ \t]*=[^{}\n]{1,200}\}`,
  ].join('|')})`,
  'gu',
);

/** A title behind the name of a block, as VuePress has it, with braces at its end: attributes, or words of it. */
const TITLE = /^[ \t]+([^\s{[:][^{}\n]{0,200}?)[ \t]*(\{[^{}\n]{1,200}\})?[ \t]*$/;
const TITLED = /(?:^|\n)[ \t]*:{3,}[ \t]*[a-z][\w-]{0,60}[ \t]+[^\s{[:][^{}\n]{0,200}$/;
const ATTRIBUTES = /^\{[ \t]*[#.]|=/;

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
  says: ({ written }) => `“${written.trim()}” means nothing here, so it is printed as it stands`,
  remedy: ({ block, instead }) => {
    if (instead?.startsWith('{'))
      return `Write ${instead}, without spaces, right behind what it belongs to; a backslash before it keeps it as it is.`;
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
    for (const { match, at, behind } of findInProse(book.chapters, LEFT)) {
      // That is told of the address.
      if (endsInSpacedAddress(match.input.slice(0, match.index))) continue;
      // On a line of its own it is told as what Leanpub has.
      if (/^\{lang=/.test(match[0]) && isLine(match)) continue;
      // Braces behind the title of a block are told with its name.
      if (match[0].startsWith('{') && TITLED.test(match.input.slice(0, match.index))) continue;
      complain(
        {
          written: match[0],
          block: match[0].startsWith(':'),
          instead: insteadOf(match, behind),
        },
        at,
      );
    }
  },
};

function isLine({ 0: written, index, input }: RegExpExecArray): boolean {
  return (
    /(?:^|\n)$/.test(input.slice(0, index)) && /^[ \t]*(?:\n|$)/.test(input.slice(index + written.length))
  );
}

function insteadOf({ 0: written, index, input }: RegExpExecArray, behind: string): string | undefined {
  if (/^:[a-z]/.test(written)) return `:${written}`;
  const [abbreviation] = /^\*\[.*\]/.exec(written) ?? [];
  if (abbreviation) return `${abbreviation}: what it stands for`;
  if (/^::[a-z-]+\(/.test(written)) return written.replace('(', '{').replace(')', '}');
  const begins = /(?:^|\n)[ \t>]*$/.test(input.slice(0, index));
  // Behind a name and its title Markdown wants attributes in braces, and no space before them.
  const [, block, attributes] = /^(::[a-z-]+(?:\[.*\])?)[ \t]+\{?([^{}]*)\}?$/.exec(written) ?? [];
  if (block && begins) return `${block}{${attributes?.trim()}}`;
  const [, named, label = '', braces = ''] =
    /^(:{3,}[ \t]*[a-z][\w-]*)(?:[ \t]+(\[.*\]))?[ \t]*(\{.*\})?$/.exec(written) ?? [];
  if (named && begins && (label || braces)) return `${named.replace(/[ \t]/g, '')}${label}${braces}`;
  if (/^\{.*(?:[ \t]=|=[ \t])/.test(written)) return written.replace(/[ \t]*=[ \t]*/g, '=');
  const [, title, end = ''] = TITLE.exec(behind) ?? [];
  if (!begins || !title || !/^:{3}/.test(written)) return undefined;
  const [, colons = '', name = ''] = /^(:+)[ \t]*(\S+)/.exec(written) ?? [];
  const box = `${colons}${boxNamed(name) ?? name}`;
  return ATTRIBUTES.test(end) ? `${box}[${title}]${end}` : `${box}[${title}${end && ` ${end}`}]`;
}
