import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { CODE, SLANTED } from '../language/slant.js';

/** Words that are written in a line of their own, outside of Markdown; what stands between asterisks is slanted, and between backticks code. */
export function slanted(words: string): ElementContent[] {
  return split(words, SLANTED, (part) => h('em', withCode(part)), withCode);
}

function withCode(words: string): ElementContent[] {
  return split(
    words,
    CODE,
    (part) => h('code', part),
    (value) => [{ type: 'text', value }],
  );
}

/** What a pattern with one group finds, and what is between. */
function split(
  words: string,
  pattern: RegExp,
  found: (part: string) => ElementContent,
  between: (part: string) => ElementContent[],
): ElementContent[] {
  return words.split(pattern).flatMap((part, i) => {
    if (!part) return [];
    return i % 2 ? [found(part)] : between(part);
  });
}
