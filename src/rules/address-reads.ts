import { slug } from 'github-slugger';
import { findInProse } from '../markdown/find.js';
import { pointAfter } from '../markdown/places.js';
import { proseIn } from '../markdown/prose.js';
import { placesInProse, wordsIn } from '../markdown/prose-text.js';
import { MISPLACED_ADDRESS, SPACED_ADDRESS } from '../markdown/spaced-address.js';
import type { Rule } from '../model/rule.js';

type Fault = 'spaced' | 'title' | 'parted' | 'turned' | 'open';

const SAYS: Readonly<Record<Fault, (address: string) => string>> = {
  spaced: (address) => `“${address}” has a space in it`,
  title: (address) => `The words behind “${address}” are not between two straight quotation marks`,
  parted: (address) => `A space stands before the parentheses of “${address}”`,
  turned: (address) => `“${address}” stands in brackets, and its words in parentheses`,
  open: (address) => `The parenthesis before “${address}” is never closed`,
};

const REMEDY: Readonly<Record<Fault, (address: string) => string>> = {
  spaced: (address) => {
    const [file = '', heading] = address.split('#');
    if (/^https?:/i.test(address))
      return `Write <${address}> in the parentheses; words behind an address stand between quotation marks.`;
    if (heading === undefined || /\s/.test(file))
      return `Write <${address}> in the parentheses, or give the file a name without spaces.`;
    return `Write a hyphen for each space, and small letters: ${file}#${slug(heading)}.`;
  },
  title: (address) =>
    `Write (${address} "words"), and a backslash before each such mark within: (${address} "so \\"it\\" is").`,
  parted: () => 'Take the space out; if no link is meant, put a backslash before the bracket: \\[.',
  turned: (address) => `Turn the two round: [words](${address}).`,
  open: () => 'Close it behind the address: ).',
};

/** Where brackets, parentheses and address do not stand as Markdown wants them, neither link nor image comes of them. */
export const addressReads: Rule<{ address: string; image: boolean; fault: Fault }> = {
  id: 'address-reads',
  severity: 'warning',
  says: ({ address, image, fault }) =>
    `${SAYS[fault](address)}, so this is printed as it stands, and is no ${image ? 'image' : 'link'}`,
  remedy: ({ address, fault }) => REMEDY[fault](address),
  why: 'For Markdown an address ends at its first space, and stands in parentheses right behind its words. Else it is no address: signs are printed, and a picture is lost.',
  examples: {
    good: '# One\n\nMany a [word](as they say) is mine.\n',
    bad: '# One\n\nSee [the plan](my plan.pdf) of it.\n',
  },
  check(book, complain) {
    for (const { match, at } of findInProse(book.chapters, SPACED_ADDRESS)) {
      const [written, , address = ''] = match;
      const fault = /\s/.test(address) ? 'spaced' : 'title';
      // What reads as an address, and is none, has become something else: a formula is told as that.
      if (fault === 'title' && READS.test(written.slice(written.lastIndexOf(address) + address.length)))
        continue;
      complain({ address, image: match[1] === '!', fault }, at);
    }
    for (const chapter of book.chapters) {
      const { file } = chapter;
      const source = String(file.value);
      for (const prose of proseIn(chapter)) {
        const words = wordsIn(prose);
        for (const [fault, pattern, typedPattern] of MISPLACED) {
          const places = placesInProse(prose, source);
          for (const { index } of words.matchAll(pattern)) {
            const at = places(index, index + 1)?.start ?? prose.node.position?.start;
            const rest = source.slice(at?.offset, prose.node.position?.end.offset);
            const typed = typedPattern.exec(rest);
            // What does not stand there is code, or has a backslash that says it is none.
            if (!at || !typed || typed[0].includes('\\')) continue;
            if (source[(at.offset ?? 0) + typed.index - 1] === '\\') continue;
            const start = pointAfter(at, rest.slice(0, typed.index));
            const node = { start, end: pointAfter(start, typed[0]) };
            complain({ address: typed[2] ?? '', image: typed[1] === '!', fault }, { file, node });
          }
        }
      }
    }
  },
};

/** What may stand behind an address: a title between its marks, and the parenthesis that closes. */
const READS = /^(?:[ \t]+(?:"[^"]*"|'[^']*'))?[ \t]*\)$/;

/** As they are found in the words of a prose, and read in its source, where such a link may have no place of its own. */
const MISPLACED = (['spaced', 'title', 'parted', 'turned', 'open'] as const).map(
  (fault) =>
    [fault, new RegExp(MISPLACED_ADDRESS[fault], 'giu'), new RegExp(MISPLACED_ADDRESS[fault], 'iu')] as const,
);
