import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bytesOf, desk, octavoJson, ROOT } from './support/desk.js';
import { inspectPdf } from './support/pdf.js';

/*
 * What the bundler makes of src/: as much of it as a command needs, and functions that still know each other in the page.
 */
const LIB = join(ROOT, 'dist/lib');

/** A file of the bundle and all that is loaded with it before anything of it runs. */
function loadedWith(file: string, found = new Map<string, string>()): ReadonlyMap<string, string> {
  if (found.has(file)) return found;
  const text = readFileSync(file, 'utf8');
  found.set(file, text);
  for (const [, path = ''] of text.matchAll(/^(?:import|export)\b[^'"\n]*?["'](\.[^"'\n]+)["'];/gm))
    loadedWith(join(dirname(file), path), found);
  return found;
}

/** The chunk that a file is loaded in by `import()`. */
function chunkOf(text: string, mark: RegExp): string {
  const path = mark.exec(text)?.[1];
  if (!path) throw new Error(`nothing is like ${mark}`);
  return join(LIB, 'chunks', path.replace(/^.*\//, ''));
}

describe('the bundle', () => {
  const sizeOf = (files: ReadonlyMap<string, string>): number =>
    [...files.values()].reduce((sum, text) => sum + text.length, 0);
  const isPdfLibrary = (text: string): boolean => text.includes('class PDFDocument ');

  it('loads neither a parser nor a PDF library before a command is known', () => {
    const files = loadedWith(join(LIB, 'cli.js'));
    expect(sizeOf(files)).toBeLessThan(300_000);
    expect([...files.values()].filter((text) => text.includes('function fromMarkdown('))).toEqual([]);
  });

  it('loads no PDF library for an EPUB', () => {
    const core = [...loadedWith(join(LIB, 'index.js')).values()].join('\n');
    const epub = loadedWith(chunkOf(core, /bindEpub \} = await import\("([^"]+)"\)/));
    expect(sizeOf(epub)).toBeGreaterThan(20_000);
    expect([...epub.values()].filter(isPdfLibrary)).toEqual([]);
    expect(isPdfLibrary(core)).toBe(false);
    const paged = loadedWith(chunkOf(core, /bindBook \} = await import\("([^"]+)"\)/));
    const pdf = chunkOf([...paged.values()].join('\n'), /finishPdf \} = await import\("([^"]+)"\)/);
    expect([...loadedWith(pdf).values()].some(isPdfLibrary)).toBe(true);
  });

  it('loads no image library for a book without images', () => {
    const text = [...loadedWith(join(LIB, 'index.js')).values()].join('\n');
    const imports = /^import\b.*["']sharp["'];$/m;
    expect(text).not.toMatch(imports);
    const image = chunkOf(text, /openImage \} = await import\("([^"]+)"\)/);
    expect(readFileSync(image, 'utf8')).toMatch(imports);
  });

  it('has the library that talks to a browser, whole, and loads it only when one is started', () => {
    const isBrowserLibrary = (text: string): boolean => text.includes('PipeTransport = class');
    const core = [...loadedWith(join(LIB, 'index.js')).values()];
    expect(core.some(isBrowserLibrary)).toBe(false);
    const library = [
      ...loadedWith(chunkOf(core.join('\n'), /launch \} = await import\("([^"]+)"\)/)).values(),
    ];
    expect(library.some(isBrowserLibrary)).toBe(true);
    expect(library.join('\n')).not.toMatch(/^(?:import|export)\b.*["'](?!node:|\.)[^"'\n]+["'];$/m);
  });

  it('loads what draws letters only where some are drawn', () => {
    const text = [...loadedWith(join(LIB, 'index.js')).values()].join('\n');
    expect(text).toContain('await import("opentype.js")');
    expect(text).not.toMatch(/^import\b.*["']opentype\.js["'];$/m);
  });

  it('has a mover that loads nothing else', () => {
    expect(sizeOf(loadedWith(join(LIB, 'mover.js')))).toBeLessThan(20_000);
  });

  it('has functions that run in the page and find those that are lent to them', async () => {
    const note = Array.from({ length: 700 }, (_, i) => `note${i}x`).join(' ');
    const text = 'It rained on the harbour and on the town. '.repeat(200);
    const cwd = await desk({
      'book/book.yaml': 'title: Notes\nauthor: A Press\ntrim: a5\n',
      'book/a.md': `# One\n\nA call.[^a] ${text}\n\n[^a]: ${note}.\n`,
    });
    const made = await octavoJson(cwd, ['build', 'book', '-e', 'print']);
    expect(made.code, made.err).toBe(0);
    expect(made.messages.map(({ id }) => id)).not.toContain('notes-at-foot');
    const { pages } = await inspectPdf(await bytesOf(cwd, 'dist/notes-print.pdf'));
    const where = (word: string): number => pages.findIndex((page) => page.text.includes(word));
    expect(where('note0x')).toBe(where('A call.'));
    expect(where('note699x')).toBeGreaterThan(where('note0x'));
  });

  it('goes with the licences of what is in it, and all of them allow that', () => {
    const text = readFileSync(join(LIB, 'THIRD-PARTY-LICENSES.txt'), 'utf8');
    const heads = [...text.matchAll(/(?:^-{80}\n\n|^Octavo is bundled with these packages\.\n\n)(.+)$/gm)];
    const packages = heads.map(([, head = '']) => head.split(', '));
    expect(packages.length).toBeGreaterThan(80);
    // The licence of `format` stands in its readme.
    const others = packages.filter(
      ([name = '', licence = '']) =>
        !/^format /.test(name) && !/^(?:MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0)$/.test(licence),
    );
    expect(others).toEqual([]);
    for (const name of ['unified', 'micromark', 'postcss', '@cantoo/pdf-lib', 'zod'])
      expect(text).toContain(`\n${name} `);
  });
});
