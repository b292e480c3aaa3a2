import { findInProse } from '../markdown/find.js';
import { SPACED_ADDRESS } from '../markdown/spaced-address.js';
import type { Rule } from '../model/rule.js';

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
    for (const { match, at } of findInProse(book.chapters, SPACED_ADDRESS))
      complain({ address: match[2] ?? '', image: match[1] === '!' }, at);
  },
};
