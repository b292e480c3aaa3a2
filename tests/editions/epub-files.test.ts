import postcss from 'postcss';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Epub, openEpub } from '../support/epub.js';
import { epubcheck } from '../support/epubcheck.js';
import { buildInMemory } from '../support/memory.js';

/*
 * What the files of an EPUB hold, and what they do not.
 */
const FILES = {
  'book.yaml': 'title: T\nauthor: A\nlang: de\nlicense: CC-BY-4.0\nurl: https://example.org/t\n',
  '0.md': '---\nrole: dedication\n---\nFür eine.\n\nUnd für einen.\n',
  '1.md': `# Donaudampfschifffahrt

:::epigraph
Wer kommt, kommt recht.

-- Ein Wort
:::

## Kurz

:::pull-quote
Herausgehoben.
:::

> Gesagt.

Name: ______ und Text.

::lines{n=3 spacing=9mm}

- [ ] zu tun

Eins <details><summary>Mehr</summary>Und mehr</details>

Furcht.[]{.index entry="Furcht"}
`,
};
let bytes: Uint8Array;
let epub: Epub;

beforeAll(async () => {
  const made = await buildInMemory(FILES, { editions: ['epub'] });
  expect(made.messages.filter(({ fatal }) => fatal).map(String)).toEqual([]);
  bytes = made.delivered.get('out/t.epub') as Uint8Array;
  epub = await openEpub(bytes);
});

const all = (name: string) => [...epub.documents.values()].flatMap((tree) => tree.all(name));
const styles = () => postcss.parse(new TextDecoder().decode(epub.bytes.get('OEBPS/style.css')));

/** What a property is for a selector of exactly these words; the last rule holds. */
function styleOf(selector: string, property: string): string | undefined {
  let value: string | undefined;
  styles().walkRules((rule) => {
    if (rule.selectors.includes(selector))
      rule.walkDecls(property, (one) => {
        value = one.value;
      });
  });
  return value;
}

describe('an EPUB', () => {
  it('is valid', async () => {
    const [verdict] = await epubcheck(bytes);
    expect([...(verdict?.errors ?? []), ...(verdict?.warnings ?? [])]).toEqual([]);
  });

  it('holds nothing that only paper has a use for', () => {
    const names = all('*').flatMap(({ attributes }) => Object.keys(attributes));
    expect(names.filter((name) => /^data-(?:folio|field|width|height|spacing)$/.test(name))).toEqual([]);
    // Of lines to write on there is one.
    expect(all('div').filter(({ attributes }) => attributes.class === 'line')).toHaveLength(1);
    expect(all('p').filter(({ content }) => !content.length)).toEqual([]);
    // What it does hold: a gap in the text, a box, a place in the index.
    expect(all('span').map(({ attributes }) => attributes.class)).toEqual(
      expect.arrayContaining(['fill-in', 'box', 'locator']),
    );
  });

  it('has a stylesheet without void declarations, empty rules, and rules of paper', () => {
    const wrong: string[] = [];
    styles().walkDecls(({ prop, value }) => {
      if (/calc\((?:[^()]*[-+*/])?\s*\)|\0|var\(--book/.test(value)) wrong.push(`${prop}: ${value}`);
    });
    styles().walk((node) => {
      if ('nodes' in node && !node.nodes?.length) wrong.push(String(node));
      if (node.type === 'rule' && /\.(?:sheet(?!-)|card-cut)/.test(node.selector)) wrong.push(node.selector);
    });
    expect(wrong).toEqual([]);
  });

  it('keeps the paragraphs of a dedication together, and begins a quotation without an indent', () => {
    expect(styleOf('.dedication', 'padding-top')).toBe('25%');
    expect(styleOf('.dedication p', 'margin-top')).toBeUndefined();
    expect(styleOf('blockquote > p:first-child', 'text-indent')).toBe('0');
  });

  it('hyphenates a heading with a long word, and no other', () => {
    const [long] = all('h1').filter(({ text }) => text.startsWith('Donau'));
    const [short] = all('h2').filter(({ text }) => text === 'Kurz');
    expect(short).toBeDefined();
    expect(long?.attributes.class).toBe('long-words');
    expect(short?.attributes.class).toBeUndefined();
    expect(styleOf('.long-words', 'hyphens')).toBe('auto');
    expect(styleOf('h1', 'hyphens')).toBe('none');
  });

  it('says what an epigraph and a pull quote are', () => {
    const epigraph = all('blockquote').find(({ attributes }) => attributes.class === 'epigraph-block');
    expect(epigraph?.attributes).toMatchObject({ 'epub:type': 'epigraph', role: 'doc-epigraph' });
    expect(all('aside').map(({ attributes }) => attributes.role)).toEqual(['doc-pullquote']);
  });

  it('links the addresses of the licence and of the book', () => {
    const links = epub.documents.get('octavo-copyright-page.xhtml')?.all('a') ?? [];
    const addresses = ['https://creativecommons.org/licenses/by/4.0/', 'https://example.org/t'];
    expect(links.map(({ attributes }) => attributes.href)).toEqual(addresses);
    expect(links.map(({ text }) => text)).toEqual(addresses);
  });
});
