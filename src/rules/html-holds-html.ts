import type { Rule } from '../model/rule.js';
import { visit } from '../tree/visit.js';

/** Tags and comments, and what is kept as it is typed, or is no text. What is not closed goes on to the end. */
const MARKUP =
  /<!--[\s\S]*?(?:-->|$)|<(pre|code|kbd|samp|math|style|script)\b[\s\S]*?(?:<\/\1\s*>|$)|<(?:"[^"]*"|'[^']*'|[^'"<>])*>/gi;
/** Words in bold or slanted, a link, what has attributes, the call of a note, a heading, an item. */
const MARKDOWN =
  /\*\*[^\s*](?:[^*\n]{0,200}[^\s*])?\*\*|(?<![\p{L}\p{N}*\\])\*[^\s*](?:[^*\n]{0,200}[^\s*])?\*(?![\p{L}\p{N}*])|(?<!\\)\[[^[\]\n]{1,200}\]\([^()\s]{1,500}\)|(?<![\w\\])\[[^[\]\n]{0,200}\]\{(?:[.#]|[a-z][\w-]{0,30}=)[^{}\n]{1,200}\}|(?<!\\)\[\^(?<note>[^[\]\s]{1,100})\]|^#{1,6} \S.*|^[-*] .*\p{L}.*/gmu;

/** In a block of HTML there is HTML, and Markdown only behind a blank line. */
export const htmlHoldsHtml: Rule<{ written: string; tag: string | undefined }> = {
  id: 'html-holds-html',
  severity: 'warning',
  says: ({ written }) => `“${written}” stands in a block of HTML, so its signs are printed as they stand`,
  remedy: ({ tag }) =>
    tag === undefined
      ? 'Put the comment on a line of its own above, or behind the first words: what begins a line makes HTML of all of it.'
      : `Leave a blank line behind <${tag}> and before </${tag}>, or take the tags away: Markdown is read only there.`,
  why: 'A line that begins with a tag begins a block of HTML, up to the next blank line. Nothing in it is Markdown.',
  examples: {
    good: '# One\n\n<div>\n\nA **bold** word.\n\n</div>\n\n<p>2 * 3 * 4, <code>**p**</code></p>\n',
    bad: '# One\n\n<div>\nA **bold** word.\n</div>\n',
  },
  check(book, complain) {
    const notes = new Set<string>();
    for (const { tree } of book.chapters)
      visit(tree, 'footnoteDefinition', ({ identifier }) => void notes.add(identifier.toLowerCase()));
    for (const { tree, file } of book.chapters)
      visit(tree, 'html', (node) => {
        // What calls no note of the book may be a pattern, “[^a-z]”.
        const [written] =
          [...node.value.replace(MARKUP, ' ').matchAll(MARKDOWN)].find(
            ({ groups }) => groups?.note === undefined || notes.has(groups.note.toLowerCase()),
          ) ?? [];
        const tag = node.value.startsWith('<!--')
          ? undefined
          : (/^\s*<([a-z][\w-]*)/i.exec(node.value)?.[1] ?? 'div');
        if (written) complain({ written: written.slice(0, 40), tag }, { file, node });
      });
  },
};
