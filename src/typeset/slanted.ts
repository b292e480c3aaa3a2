import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { SLANTED } from '../language/slant.js';

/** Words that are written in a line of their own, outside of Markdown; what stands between asterisks is slanted. */
export function slanted(words: string): ElementContent[] {
  return words
    .split(SLANTED)
    .flatMap((part, i): ElementContent[] =>
      part ? [i % 2 ? h('em', part) : { type: 'text', value: part }] : [],
    );
}
