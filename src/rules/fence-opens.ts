import { brokenFences } from '../markdown/broken-fences.js';
import type { Rule } from '../model/rule.js';

/** A fence opens the code that its author meant it to. */
export const fenceOpens: Rule = {
  id: 'fence-opens',
  severity: 'warning',
  says: () => 'This line opens no code, because there are backticks behind its fence',
  remedy: () => 'Fence the code with three tildes (~~~) instead, above and below.',
  why: 'Behind a fence of backticks Markdown takes a further backtick for words in a line; what was to be code is set as text, and the fence that should end it begins another.',
  examples: {
    good: '# One\n\n~~~js {caption="What `f` does"}\nf();\n~~~\n\nWords ```in a line``` too.\n',
    bad: '# One\n\n```js {caption="What `f` does"}\nf();\n```\n',
  },
  check(book, complain) {
    for (const { tree, file } of book.chapters)
      for (const node of brokenFences(tree, String(file.value))) complain({}, { file, node });
  },
};
