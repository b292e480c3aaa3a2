import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Press } from '../../src/model/press.js';
import { thisWorld } from '../../src/world.js';
import { textOf } from '../support/hast.js';
import { buildInMemory } from '../support/memory.js';
import { inspectPdf } from '../support/pdf.js';
import { openSite } from '../support/site.js';

/*
 * The web edition brings the handouts along: the very files that the handouts edition makes, on a page that leads to them.
 */
let press: Press;
beforeAll(async () => {
  press = thisWorld().press();
  await press.version();
}, 60_000);
afterAll(() => press[Symbol.asyncDispose]());

const BOOK = 'title: Sheets\nauthor: A\nlang: en\n';
const CHAPTER = `# Logs

::handout{name=log}

See [the log](handouts/log.md), [its table](handouts/log.md#days) and [](<handouts/Grüße an dich.md>).
`;
const HANDOUTS = {
  'handouts/log.md': '# Contact log\n\n## Days\n\n::lines{n=2}\n\n::handout{name=wide}\n',
  'handouts/Grüße an dich.md': '---\nlang: de\n---\n# Grüße\n\nText.\n',
  'handouts/wide.md': '---\norientation: landscape\n---\n# Wide\n\nText.\n',
};

async function made(files: Record<string, string>, editions: string[], on = press) {
  const build = await buildInMemory({ 'book.yaml': BOOK, 'a.md': CHAPTER, ...files }, { editions }, on);
  expect(build.messages.map(String)).toEqual([]);
  return { ...build, site: openSite(build.delivered, 'out/web') };
}

describe('web pages of a book with handouts', () => {
  let both: Awaited<ReturnType<typeof made>>;
  beforeAll(async () => {
    both = await made(HANDOUTS, ['web', 'handouts']);
  }, 120_000);

  it('lead to each handout and each pack, on each paper, and every address leads somewhere', async () => {
    const { site } = both;
    expect([site.broken, site.idle]).toEqual([[], []]);
    const rows = site.page('handout.html').all('li').map(textOf);
    expect(rows.slice(0, 4).map((row) => row.replace(/\s+/g, ' ').trim())).toEqual([
      'Grüße A4 (PDF) US Letter (PDF)',
      'Contact log A4 (PDF) US Letter (PDF)',
      'Wide A4 (PDF) US Letter (PDF)',
      'All upright ones in one file A4 (PDF) US Letter (PDF)',
    ]);
    const links = site
      .page('handout.html')
      .all('a')
      .filter(({ properties: { type } }) => type === 'application/pdf')
      .map(({ properties: { href } }) => String(href));
    expect(links).toHaveLength(8);
    expect(links).toContain('handouts/Gr%C3%BC%C3%9Fe%20an%20dich-a4.pdf');
    for (const href of links) {
      const bytes = both.delivered.get(`out/web/${decodeURIComponent(href)}`) as Uint8Array;
      const { pages } = await inspectPdf(bytes);
      expect(pages, href).toHaveLength(href.includes('sheets-handouts') ? 3 : 1);
      const [width, height] = [pages[0]?.width ?? 0, pages[0]?.height ?? 0];
      expect(width > height, href).toBe(href.includes('wide'));
      expect(Math.round(Math.min(width, height)), href).toBe(href.includes('letter') ? 612 : 595);
    }
  });

  it('bring the very files that the handouts edition makes, which are made once', () => {
    const files = [...both.delivered].filter(([path]) => path.startsWith('out/web/handouts/'));
    expect(files).toHaveLength(8);
    for (const [path, bytes] of files)
      expect(both.delivered.get(path.replace('/web/', '/')), path).toBe(bytes);
    const listed = both.artifacts.filter(({ path }) => path.startsWith('web/handouts/'));
    expect(listed.map(({ edition, mediaType }) => `${edition} ${mediaType}`)).toEqual(
      listed.map(() => 'web application/pdf'),
    );
    expect(listed.find(({ path }) => path.endsWith('/log-a4.pdf'))?.pages).toBe(1);
  });

  it('have a line for them in the contents, and lead there from the text', () => {
    const { site } = both;
    expect(site.order).toContain('handout.html');
    expect(textOf(site.page('index.html').one('nav', 'toc'))).toContain('Handouts');
    const links = site
      .page('a.html')
      .all('a')
      .map((link) => [textOf(link), link.properties.href]);
    for (const words of ['Contact log', 'the log', 'its table'])
      expect(links).toContainEqual([words, 'handout.html#log']);
    const [, dear] = links.find(([words]) => words === 'Grüße') ?? [];
    expect(dear).toMatch(/^handout\.html#/);
    expect(links).toContainEqual(['Handouts', 'handout.html']);
    const own = site
      .page('handout.html')
      .all('span')
      .find((span) => textOf(span) === 'Grüße');
    expect(own?.properties.lang).toBe('de');
  });

  it('have the same files when nobody asks for the handouts, which are not delivered then', async () => {
    const { delivered, artifacts } = await made(HANDOUTS, ['web']);
    expect([...delivered.keys()].filter((path) => path.startsWith('out/handouts/'))).toEqual([]);
    expect(new Set(artifacts.map(({ edition }) => edition))).toEqual(new Set(['web']));
    for (const [path, bytes] of delivered)
      if (path.startsWith('out/web/')) expect(both.delivered.get(path), path).toEqual(bytes);
  }, 120_000);
});

describe('a book without handouts to bring', () => {
  it('needs no browser for its web pages, and has no page of them', async () => {
    const { delivered } = await buildInMemory(
      { 'book.yaml': BOOK, 'a.md': '# A\n\nText.\n' },
      { editions: ['web'] },
    );
    const site = openSite(delivered, 'out/web');
    expect(site.order).not.toContain('handout.html');
    expect(textOf(site.page('index.html').one('nav', 'toc'))).not.toContain('Handouts');
  });

  it('neither offers nor points to one that is for other editions', async () => {
    const { delivered, messages } = await buildInMemory(
      {
        'book.yaml': BOOK,
        'a.md':
          '# A\n\n::handout{name=log}\n\n::handout{name=log show=small}\n\n[The log](handouts/log.md)\n',
        'handouts/log.md': '---\noutputs: [print]\n---\n# Log\n\nText.\n',
      },
      { editions: ['web'] },
    );
    expect(messages.filter(({ fatal }) => fatal).map(String)).toEqual([]);
    const site = openSite(delivered, 'out/web');
    expect([site.broken, site.idle]).toEqual([[], []]);
    expect(site.order).not.toContain('handout.html');
    const page = site.page('a.html');
    expect(page.text).toContain('The log');
    expect(
      page
        .all('p')
        .map(textOf)
        .filter((text) => text === 'Handout Log'),
    ).toHaveLength(2);
    expect(page.all('img')).toEqual([]);
  });
});

it('what a handout that is too long says stops its web pages, too', async () => {
  const items = Array.from({ length: 90 }, (_, i) => `- Item ${i}`).join('\n');
  const { ok, messages } = await buildInMemory(
    { 'book.yaml': BOOK, 'a.md': '# A\n\nText.\n', 'handouts/long.md': `# Long\n\n${items}\n` },
    { editions: ['web'] },
    press,
  );
  expect(ok).toBe(false);
  // At the first item that stands on its second page.
  expect(messages.map(({ ruleId, file, line }) => [ruleId, file, (line ?? 0) > 20])).toEqual([
    ['handout-fits', 'book/handouts/long.md', true],
  ]);
}, 120_000);
