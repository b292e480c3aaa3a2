import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { core } from '../../src/core.js';
import type { Construct } from '../../src/model/construct.js';
import { MEDIA, understand } from '../support/chapter.js';
import { ROOT } from '../support/desk.js';

/*
 * The list of constructs is a list, and no order of work: shuffled, it makes the same book.
 */
const constructs = core.constructs ?? [];

/** Constructs within one another, where one could see the other's work half done. */
const INTERPLAY = `:::cards{copies=2}
A card with a note.^[See @fig-wave, "the wave".] It has [a term]{.index .mark entry="card!folded"}.

![A wave](wave.svg "Its *title*"){width=40% credit="Somebody"}

- [ ] A box with [Ctrl]{.kbd} -- and "quotes"...
:::

> [!NOTE]
> | A line^[A note in a line: [-@tbl-b].] of "verse"
> |   and [another]{.small-caps}, see @fig-wave

:::epigraph
"Words" with <!--index: words!in quotes--> a mark

-- Somebody, [*A Book*]{.cite}^[A note of the 'name'.]
:::

^[![Nothing but an image](wave.svg)]

Term with [a span]{.index lang=fr}
: Its meaning.^["Quoted," says @lst-c.]

| A | B |
| - | - |
| [x]{.kbd}^[In a cell.] | "q" @tbl-b |

: A caption^[Of a table.] with @fig-wave {#tbl-b footer-rows=0}

\`\`\`js {#lst-c caption="A \\"caption\\" @fig-wave"}
wait();
\`\`\`

Not \\[a span]{.x}, not \\^[a note], not \\@fig-wave -- "nor this".
`;

/** What changes words only, or makes what Markdown has already: `styles/base/text.css` shows it. */
const WITHOUT_SHEET = [
  'condition',
  'tracked-change',
  'wiki-link',
  'variable',
  'typography',
  'inline-note',
  'definition-list',
  'division',
  'scene-break',
  'shorthand',
];
/** Classes that say what something is, for whoever reads the tree; they look like the text around them. */
const UNSTYLED =
  /^(?:language-.*|voice|data-footnote-backref|footnotes|task-done|pair-(?:say|rather)|glossary|answers)$/;

/** Everything that a book says of itself, in every medium. */
function everything(order: readonly Construct[]): unknown {
  const text = `# T\n\n${constructs.map(({ sample }) => sample).join('\n\n')}\n\n${INTERPLAY}`;
  const { book, dress, said } = understand(
    { 'chapter.md': text, 'handouts/contact-log.md': '# "Contact" log' },
    { assets: ['wave.svg'], constructs: order },
  );
  return {
    html: MEDIA.map((medium) => [dress(medium).html, dress(medium, 'handouts/contact-log.md').html]),
    outline: book.outline,
    anchors: [...book.anchors],
    index: book.index,
    said: said(),
  };
}

/** A list in another order, the same for the same seed. */
function shuffled<T>(list: readonly T[], seed: number): T[] {
  const rest = [...list];
  let state = seed;
  return list.flatMap(() => {
    state = (state * 48271) % 2147483647;
    return rest.splice(state % rest.length, 1);
  });
}

describe('the order of the constructs', () => {
  const expected = everything(constructs);

  it('is another one in each shuffle', () => {
    const names = [1, 2, 3].map((seed) => shuffled(constructs, seed).map(({ name }) => name));
    expect(new Set(names.map(String)).size).toBe(3);
    for (const one of names) expect(one.toSorted()).toEqual(constructs.map(({ name }) => name).toSorted());
  });

  it.each([
    ['backwards', constructs.toReversed()],
    ['by name', constructs.toSorted((a, b) => (a.name < b.name ? -1 : 1))],
    ...Array.from({ length: 12 }, (_, i): [string, Construct[]] => [
      `shuffled ${i + 1}`,
      shuffled(constructs, 7919 * (i + 1)),
    ]),
  ])('changes nothing: %s', (_, order) => {
    expect(everything(order)).toEqual(expected);
  });

  it('has no need to say who dresses a node: no two constructs dress the same', () => {
    for (const medium of MEDIA) {
      const dressed = constructs.flatMap(({ handlers, handlersFor }) =>
        Object.keys({ ...handlers, ...handlersFor?.[medium] }),
      );
      expect(dressed.filter((type, i) => dressed.indexOf(type) !== i)).toEqual([]);
    }
  });
});

describe('every construct', () => {
  it.each(constructs)(
    '$name has a sample, and its mark finds it',
    ({ sample, mark, remark, handlers, syntax }) => {
      expect(sample.trim()).not.toBe('');
      expect(remark ?? handlers ?? syntax).toBeDefined();
      if (!mark) return;
      expect(mark.flags).not.toMatch(/[gy]/);
      expect(sample).toMatch(mark);
    },
  );

  it.each(constructs)('$name has a style for every class that it makes', ({ name, css, sample }) => {
    const styles = readdirSync(join(ROOT, 'styles'), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.css'))
      .map((path) => readFileSync(join(ROOT, 'styles', path), 'utf8'));
    const { dress } = understand(
      { 'chapter.md': `# T\n\n${sample}`, 'handouts/contact-log.md': '# Log' },
      { assets: ['wave.svg'] },
    );
    const made = MEDIA.flatMap((medium) => [...dress(medium).html.matchAll(/ class="([^"]+)"/g)])
      .flatMap(([, classes = '']) => classes.split(' '))
      .filter((one) => !UNSTYLED.test(one));
    const missing = made.filter(
      (one) => !styles.some((text) => new RegExp(`\\.${one}(?![\\w-])`).test(text)),
    );
    expect([...new Set(missing)]).toEqual([]);
    if (css !== undefined) expect(existsSync(join(ROOT, `styles/constructs/${css}.css`)), name).toBe(true);
    else expect(WITHOUT_SHEET).toContain(name);
  });
});
