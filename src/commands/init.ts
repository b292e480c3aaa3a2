import type { Workshop } from '../model/workshop.js';
import { whyNot } from '../workshop/why-not.js';
import { EXIT } from './exit.js';
import type { Terminal } from './terminal.js';
import { typed } from './typed.js';

const FILES: Readonly<Record<string, string>> = {
  'book.yaml': `title: My book
author: Your name
lang: en
description: Two or three sentences for catalogues and stores.

# Every .md file is a chapter, in the order of their names. To say the order yourself:
# contents:
#   front: [preface.md]
#   body:
#     - part: The first part
#       chapters: [01-a-beginning.md]
#   back: [afterword.md]
`,
  '01-a-beginning.md': `# A beginning

This is the first chapter. Write *Markdown*: a line of its own for each paragraph, an empty line between them.[^note]

[^note]: A footnote stands wherever you like; it is numbered for you.

## A section

> [!TIP]
> A box that stands apart.

- [ ] A box to tick.
- [x] One that is ticked.

| Say | Rather than |
| --- | --- |
| “Tell me more.” | “I know.” |
`,
  'handouts/a-page-to-hand-out.md': `# A page to hand out

One page, to be printed and written on.

- [ ] First this.
- [ ] Then that.

What I noticed:

::lines{n=4}
`,
};

/** Another name for the folder: with a number, or with the next one. */
function otherThan(folder: string): string {
  const [, name = '', number] = /^(.*?)(?:-(\d+))?[/\\]*$/.exec(folder) ?? [];
  return `${name}-${Number(number ?? 1) + 1}`;
}

/** `octavo init [folder]`: begins a new book; never overwrites a file. */
export async function initCommand(folder: string, workshop: Workshop, terminal: Terminal): Promise<number> {
  let taken: readonly string[];
  try {
    taken = await workshop.plant(folder, new Map(Object.entries(FILES)));
  } catch (error) {
    terminal.err(
      `The book could not be begun in ${folder}: ${whyNot(error)}. Name another folder: octavo init ${typed(otherThan(folder))}\n`,
    );
    return EXIT.usage;
  }
  if (taken.length) {
    terminal.err(
      `${folder} already has ${taken.join(', ')}, so nothing was written. Name another folder: octavo init ${typed(otherThan(folder))}\n`,
    );
    return EXIT.usage;
  }
  terminal.out(
    `A new book in ${folder}/: ${Object.keys(FILES).join(', ')}\nSee it while you write: octavo preview ${typed(folder)}\nBuild it: octavo build ${typed(folder)}\n`,
  );
  return EXIT.made;
}
