import { findInProse } from '../markdown/find.js';
import type { Rule } from '../model/rule.js';

/** What a picture, a page or a file to download ends with: words in parentheses behind a bracket need not be an address. */
const ENDING =
  '(?:png|jpe?g|gif|svg|webp|avif|heic|tiff?|bmp|md|markdown|html?|pdf|txt|docx?|csv|zip|mp[34])';
/** An address with a space in it, which Markdown takes for none, and what stands before and behind it. */
const SPACED = new RegExp(
  String.raw`(?<!\\)(?:(!?)\[[^\]]{0,500})?\]\([ \t]*` +
    String.raw`((?!<)(?=[^\s<>]+[ \t])(?:[^()<>\n"“”]|\([^()\n]*\))+\.${ENDING}(?:#[\w-]*)?)` +
    String.raw`(?:[ \t]+["'“”„«‘’‚].*?["'“”»‘’])?[ \t]*\)`,
  'giu',
);

/** An address with a space in it stands in angle brackets; else neither link nor image comes of it. */
export const addressReads: Rule<{ address: string; image: boolean }> = {
  id: 'address-reads',
  severity: 'warning',
  says: ({ address, image }) =>
    `“${address}” has a space in it, so this is printed as it stands, and is no ${image ? 'image' : 'link'}`,
  remedy: ({ address }) => `Write <${address}> in the parentheses, or give the file a name without spaces.`,
  why: 'For Markdown an address ends at its first space. With one in the name of a file no address is left, and the picture is lost.',
  examples: {
    good: '# One\n\nMany a [word](as they say) is mine.\n',
    bad: '# One\n\nSee [the plan](my plan.pdf) of it.\n',
  },
  check(book, complain) {
    for (const { match, at } of findInProse(book.chapters, SPACED))
      complain({ address: match[2] ?? '', image: match[1] === '!' }, at);
  },
};
