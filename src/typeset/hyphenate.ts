import type { Nodes, Root } from 'hast';
import { visit } from '../tree/visit.js';

type Hyphenator = (word: string) => string;

/** Liang's patterns (*Word Hy-phen-a-tion by Com-put-er*, 1983) by language; read when a book speaks it. */
const PATTERNS: Readonly<
  Record<string, () => Promise<{ default: { hyphenateSync(text: string): string } }>>
> = {
  de: () => import('hyphen/de/index.js'),
  'en-GB': () => import('hyphen/en-gb/index.js'),
  en: () => import('hyphen/en-us/index.js'),
  es: () => import('hyphen/es/index.js'),
  fr: () => import('hyphen/fr/index.js'),
  it: () => import('hyphen/it/index.js'),
  nl: () => import('hyphen/nl/index.js'),
  pl: () => import('hyphen/pl/index.js'),
  ru: () => import('hyphen/ru/index.js'),
  sv: () => import('hyphen/sv/index.js'),
};

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
/** Shorter words are left whole, in letters. */
const SHORTEST = 6;
/** What is longer is no word of any language, and would take the patterns for ever. */
const LONGEST = 100;
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
  for (const language of languages)
    if (!HYPHENATORS.has(language)) HYPHENATORS.set(language, await hyphenatorFor(language));
  walk(tree, lang);
}

function walk(node: Nodes, lang: string): void {
  if (node.type === 'text') {
    const hyphenator = HYPHENATORS.get(lang);
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
  for (const child of node.children) walk(child, own);
}

const HYPHENATORS = new Map<string, Hyphenator | undefined>();

/** A hyphenator that remembers its words; a book says the same ones again and again. */
async function hyphenatorFor(lang: string): Promise<Hyphenator | undefined> {
  const load = PATTERNS[lang] ?? PATTERNS[lang.split('-')[0] ?? ''];
  if (!load) return undefined;
  const { default: patterns } = await load();
  const words = new Map<string, string>();
  return (word) => {
    const known = words.get(word);
    if (known !== undefined) return known;
    // Capitals inside a word are a name or an abbreviation.
    const marked =
      word.length < SHORTEST || word.length > LONGEST || /\p{Lu}/u.test(word.slice(1))
        ? word
        : patterns.hyphenateSync(word).replaceAll(/\u00ad(?=.{0,2}$)|(?<=^.)\u00ad/gu, '');
    words.set(word, marked);
    return marked;
  };
}
