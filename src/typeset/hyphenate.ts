import type { Nodes, Root } from 'hast';
import { type Hyphenator, hyphenatorFor } from '../language/hyphenator.js';
import { visit } from '../tree/visit.js';

/** Elements whose text is not broken: code and addresses, headings, and what is set in short lines. */
const WHOLE = new Set([
  'code',
  'pre',
  'kbd',
  'samp',
  'var',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'th',
  'math',
  'svg',
  'nav',
  'abbr',
]);
const WORD = /[\p{L}\p{M}]{6,}/gu;
/** An address or a file name, which must come out as it went in: `example.org`, `me@example.org`, `a/b`, `x_y`. */
const ADDRESS = /[\p{L}\d][./@_:][\p{L}\d]/u;

/** What stands behind the name of something numbered: “Equation 1” holds together. */
const NUMBERED = /^\u00a0\d/;

/** Marks where words may break, by the language of each node; the layout takes out the marks that broke no line. */
export async function hyphenate(tree: Root, lang: string): Promise<void> {
  const languages = new Set([lang]);
  visit(tree, 'element', ({ properties }) => {
    if (typeof properties.lang === 'string') languages.add(properties.lang);
  });
  const hyphenators = new Map<string, Hyphenator | undefined>();
  for (const language of languages) hyphenators.set(language, await hyphenatorFor(language));
  walk(tree, lang, hyphenators);
}

function walk(node: Nodes, lang: string, hyphenators: ReadonlyMap<string, Hyphenator | undefined>): void {
  if (node.type === 'text') {
    const hyphenator = hyphenators.get(lang);
    if (hyphenator)
      node.value = node.value.replace(/\S{6,}/g, (token, index: number, text: string) =>
        ADDRESS.test(token) || NUMBERED.test(text.slice(index + token.length, index + token.length + 2))
          ? token
          : token.replace(WORD, hyphenator),
      );
    return;
  }
  if (!('children' in node)) return;
  let own = lang;
  if (node.type === 'element') {
    if (WHOLE.has(node.tagName)) return;
    if (typeof node.properties.lang === 'string') own = node.properties.lang;
  }
  for (const child of node.children) walk(child, own, hyphenators);
}
