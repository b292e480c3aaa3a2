import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { thisWorld } from '../../src/world.js';
import { ROOT } from '../support/desk.js';
import { nameAt } from '../support/matterhorn/objects.js';
import * as annotations from '../support/matterhorn/plants/annotations.js';
import * as content from '../support/matterhorn/plants/content.js';
import * as whole from '../support/matterhorn/plants/document.js';
import * as fonts from '../support/matterhorn/plants/fonts.js';
import * as language from '../support/matterhorn/plants/language.js';
import * as structure from '../support/matterhorn/plants/structure.js';
import { addElement, document, elements } from '../support/matterhorn/plants/tools.js';
import * as tree from '../support/matterhorn/plants/tree.js';
import { matterhorn } from '../support/matterhorn.js';
import { buildInMemory } from '../support/memory.js';
import { picture } from '../support/pictures.js';

/*
 * A screen PDF meets PDF/UA-1, as far as a program can tell; and the checker that says so finds each fault that it knows
 * of when it is planted.
 */
const BOOK = 'title: Marks\nauthor: A Press\nlang: en\n';
const TEXT = `# First

A paragraph with a [link out](https://example.org/), a [link in](#below), a note,[^n] the [mot juste]{lang=fr}, an $a^2$,
a [no]{ruby="nul|o"}, a [tide]{ruby="flood"}, and \`code\`.

- one
- two
  1. nested
  2. twice

## Second

| Key | Value |
| --- | --- |
| 1 | 2 |
| 3 | 4 |

: Numbers, as in @tbl-n {#tbl-n header-columns=1}

### Below

![Four fields of colour](field.png)

Words with a ![](dot.png){.decorative} dot.

$$
a^2 + b^2 = c^2
$$

[^n]: The note.
`;

let good: Uint8Array;

beforeAll(async () => {
  await using press = thisWorld().press();
  const files = {
    'book.yaml': BOOK,
    'a.md': TEXT,
    'field.png': new Uint8Array(await picture().png().toBuffer()),
    'dot.png': new Uint8Array(await picture(1, false, { width: 4, height: 4 }).png().toBuffer()),
  };
  const made = await buildInMemory(files, { editions: ['screen'] }, press);
  const bytes = made.delivered.get('out/marks.pdf');
  if (!bytes) throw new Error(made.messages.map(String).join('\n'));
  good = bytes;
});

/** The good file with something done to it. */
async function spoiled(change: (file: PDFDocument) => void): Promise<Uint8Array> {
  const file = await PDFDocument.load(good, { updateMetadata: false });
  change(file);
  return file.save({ useObjectStreams: false, updateFieldAppearances: false });
}

const TOPICS = [content, whole, language, structure, annotations, fonts, tree];
const SOUND = TOPICS.flatMap((topic) => topic.SOUND);
const PLANTS = TOPICS.flatMap((topic) => topic.PLANTS);

describe('a screen PDF', () => {
  it('meets PDF/UA-1, as far as a program can tell', async () => {
    expect(await matterhorn(good)).toEqual([]);
  });

  it('has something of everything that can go wrong', async () => {
    const file = await PDFDocument.load(good, { updateMetadata: false });
    const roles = ['H1', 'H2', 'H3', 'P', 'L', 'Table', 'TH', 'TD', 'Figure', 'Formula', 'Ruby', 'Link'];
    expect(roles.filter((role) => elements(file, role).length === 0)).toEqual([]);
    expect(nameAt(file.catalog, 'PageMode')).toBe('UseOutlines');
  });
});

describe('the checker', () => {
  const found = async (change: (file: PDFDocument) => void) => matterhorn(await spoiled(change));

  it.each(SOUND)('finds nothing wrong with %s', async (_, change) => {
    expect(await found(change)).toEqual([]);
  });

  it.each(PLANTS)('finds %s: %s', async (conditions, _, change) => {
    const failures = await found(change);
    const all = [...new Set(failures.map(({ condition }) => condition))].sort();
    expect(all, failures.map(({ what }) => what).join('\n')).toEqual(conditions.split(' '));
  });

  it('does not look into a file that is encrypted', async () => {
    await expect(found((file) => whole.lock(file, { P: -1 }))).rejects.toThrow('encrypted');
  });

  it('tells each condition a few times only', async () => {
    const failures = await found((file) => {
      for (let count = 0; count < 20; count++) addElement(file, document(file), 'Note');
    });
    expect(failures).toHaveLength(5);
  });

  it('knows no condition that is not planted', () => {
    const folder = join(ROOT, 'tests/support/matterhorn');
    const files = readdirSync(folder).filter((file) => file.endsWith('.ts'));
    const source = files.map((file) => readFileSync(join(folder, file), 'utf8'));
    const known = source.flatMap((code) => code.match(/(?<=')(?:\d\d-\d{3}|tree-[a-z]+)(?=')/g) ?? []);
    const planted = new Set(PLANTS.flatMap(([conditions]) => conditions.split(' ')));
    expect([...new Set(known)].filter((condition) => !planted.has(condition))).toEqual([]);
    expect(known.length).toBeGreaterThan(80);
  });
});
