import type { Nodes, Root } from 'hast';
import hyphenDe from 'hyphen/de/index.js';
import hyphenEnGb from 'hyphen/en-gb/index.js';
import hyphenEnUs from 'hyphen/en-us/index.js';
import hyphenEs from 'hyphen/es/index.js';
import hyphenFr from 'hyphen/fr/index.js';
import hyphenIt from 'hyphen/it/index.js';
import hyphenNl from 'hyphen/nl/index.js';
import hyphenPl from 'hyphen/pl/index.js';
import hyphenRu from 'hyphen/ru/index.js';
import hyphenSv from 'hyphen/sv/index.js';

type Hyphenator = (word: string) => string;

/** Liang's patterns (*Word Hy-phen-a-tion by Com-put-er*, 1983) by language. */
const PATTERNS: Readonly<Record<string, { hyphenateSync: (text: string) => string }>> = {
  de: hyphenDe,
  'en-GB': hyphenEnGb,
  en: hyphenEnUs,
  es: hyphenEs,
  fr: hyphenFr,
  it: hyphenIt,
  nl: hyphenNl,
  pl: hyphenPl,
  ru: hyphenRu,
  sv: hyphenSv,
};

/** Elements whose text is not broken: code and addresses, headings, and what is set in short lines. */
const WHOLE = new Set(['code', 'pre', 'kbd', 'samp', 'var', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'th', 'math', 'svg', 'nav', 'abbr']);
/** Shorter words are left whole, in letters. */
const SHORTEST = 6;
const WORD = /[\p{L}\p{M}]{6,}/gu;
/** An address or a file name, which must come out as it went in: `example.org`, `me@example.org`, `a/b`, `x_y`. */
const ADDRESS = /[\p{L}\d][./@_:][\p{L}\d]/u;

const SOFT_HYPHEN = '\u00ad';

/** Marks where words may break, by the language of each node; the layout takes out the marks that broke no line. */
export function hyphenate(tree: Root, lang: string): void {
  walk(tree, lang);
}

function walk(node: Nodes, lang: string): void {
  if (node.type === 'text') {
    const hyphenator = hyphenatorOf(lang);
    if (hyphenator) node.value = node.value.replace(/\S{6,}/g, (token) => (ADDRESS.test(token) ? token : token.replace(WORD, hyphenator)));
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
function hyphenatorOf(lang: string): Hyphenator | undefined {
  if (HYPHENATORS.has(lang)) return HYPHENATORS.get(lang);
  const patterns = PATTERNS[lang] ?? PATTERNS[lang.split('-')[0] ?? ''];
  const words = new Map<string, string>();
  const hyphenator: Hyphenator | undefined = patterns && ((word) => {
    const known = words.get(word);
    if (known !== undefined) return known;
    // Capitals inside a word are a name or an abbreviation.
    const marked = word.length < SHORTEST || /\p{Lu}/u.test(word.slice(1)) ? word : patterns.hyphenateSync(word).replaceAll(/\u00ad(?=.{0,2}$)|(?<=^.)\u00ad/gu, '');
    words.set(word, marked);
    return marked;
  });
  HYPHENATORS.set(lang, hyphenator);
  return hyphenator;
}

/** Takes out every soft hyphen: e-readers and browsers hyphenate by themselves. */
export function unhyphenated(text: string): string {
  return text.replaceAll(SOFT_HYPHEN, '');
}
