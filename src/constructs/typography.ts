import type { Nodes, Parents, Text } from 'mdast';
import { educate, marksOf } from '../language/quotes.js';
import { languageOf } from '../markdown/languages.js';
import type { Construct } from '../model/construct.js';

/** Quotes, apostrophes, dashes and ellipses by the language of the text; never in code or addresses. */
export const typography: Construct = {
  name: 'typography',
  sample: '"Well," she said, "it\'s the \'90s..." -- and left.',
  remark(tree, _file, _say, context) {
    for (const { runs, lang } of passagesIn(tree, context.lang)) {
      const text = runs.map((run) => (typeof run === 'string' ? run : run.value)).join('');
      if (!/["'.\- ]/.test(text)) continue;
      const better = educate(text, marksOf(lang));
      let at = 0;
      for (const run of runs) {
        const length = typeof run === 'string' ? run.length : run.value.length;
        if (typeof run !== 'string') run.value = better.slice(at, at + length).join('');
        at += length;
      }
    }
  },
};

/** Text that reads as one, in one language. */
interface Passage {
  readonly runs: readonly (Text | string)[];
  readonly lang: string;
}

/** The passages under a node: each paragraph, and in it each stretch of another language. */
function* passagesIn(node: Nodes, around: string): Generator<Passage> {
  if (!('children' in node)) return;
  const lang = languageOf(node) ?? around;
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell')
    yield* passage(node, lang);
  else for (const child of node.children) yield* passagesIn(child, lang);
}

function* passage(block: Parents, lang: string): Generator<Passage> {
  const foreign: Parents[] = [];
  yield { runs: runsOf(block, lang, foreign), lang };
  for (const one of foreign) yield* passage(one, languageOf(one) ?? lang);
}

/** HTML that an author may write code with. */
const CODE = /^<(\/?)(?:code|kbd|samp|var|tt|pre)\b/i;

/**
 * Text nodes of a block in order; what is no text stands as a character that is neither letter nor space, and what is of
 * another language as a letter.
 */
function runsOf(block: Parents, lang: string, foreign: Parents[]): (Text | string)[] {
  let code = 0;
  return block.children.flatMap((child: Nodes): (Text | string)[] => {
    const tag = child.type === 'html' ? CODE.exec(child.value) : undefined;
    if (tag) code = Math.max(0, code + (tag[1] ? -1 : 1));
    if (code) return ['\ufffc'];
    if (child.type === 'text') return [child];
    if (child.type === 'break') return ['\n'];
    // An autolink shows its address: `https://a.b/--c` stays as it is.
    if (child.type === 'link' && isBare(child)) return ['\ufffc'];
    if ('children' in child && (languageOf(child) ?? lang) !== lang) {
      foreign.push(child);
      return ['x'];
    }
    if ('children' in child) return runsOf(child, lang, foreign);
    return child.type === 'footnoteReference' || child.type === 'html' ? [] : ['\ufffc'];
  });
}

function isBare(link: Extract<Nodes, { type: 'link' }>): boolean {
  const only = link.children.length === 1 ? link.children[0] : undefined;
  return (
    only?.type === 'text' &&
    link.url.replace(/^mailto:|^https?:\/\//, '').startsWith(only.value.replace(/^https?:\/\//, ''))
  );
}
