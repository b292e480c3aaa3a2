// How long Octavo takes from Markdown to the tree of HTML, as a ratio to bare remark on the same files in the same run.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { VFile } from 'vfile';

const root = resolve(import.meta.dirname, '../..');
const { core, createParser, gather, openLedger, resolveConfig, toHast } = await import(
  join(root, 'dist/lib/workbench.js')
);

/**
 * @param {string} folder of Markdown
 * @param {number} rounds
 * @returns {string} the result, for people
 */
export function benchMarkdown(folder, rounds) {
  const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(md|markdown|qmd)$/.test(path))
    .sort()
    .map((path) => ({ path, value: readFileSync(join(folder, path), 'utf8') }));
  const files = () => texts.map((text) => new VFile(text));
  const times = { bare: [], octavo: [] };
  const measure = (name, work) => {
    const all = files();
    globalThis.gc?.();
    // Time of the processor, and not of the clock: something else may run on the machine.
    const start = process.cpuUsage();
    work(all);
    const { user, system } = process.cpuUsage(start);
    times[name].push((user + system) / 1000);
  };
  for (let round = 0; round < rounds; round++) {
    measure('bare', bare);
    measure('octavo', octavo);
  }
  const bytes = texts.reduce((sum, { value }) => sum + value.length, 0);
  const [floor, whole] = [Math.min(...times.bare) / 1000, Math.min(...times.octavo) / 1000];
  return `${folder}: ${(bytes / 1e6).toFixed(1)} MB of Markdown · bare remark ${floor.toFixed(2)} s · octavo ${whole.toFixed(2)} s · ratio ${(whole / floor).toFixed(2)} (best of ${rounds}, time of the processor)`;
}

function bare(files) {
  const processor = unified().use(remarkParse).use(remarkGfm).use(remarkRehype).freeze();
  return files.map((file) => processor.runSync(processor.parse(file), file));
}

/** The way of a build, with every construct, as far as one edition; nothing is set, so everything is as it is by default. */
function octavo(files) {
  const { say } = openLedger();
  const config = resolveConfig(
    { values: {}, at: () => undefined },
    {},
    'Bench',
    undefined,
    [core],
    say,
    new VFile(),
  );
  const { metadata } = config;
  const editions = new Map(core.editions.map(({ name, medium }) => [name, medium]));
  const parse = createParser(core.constructs, { ...config, lang: metadata.lang, files: [], editions }, say);
  const drafts = files.flatMap((file) => {
    file.data.place = {};
    const parsed = parse(file);
    return parsed ? [{ file, ...parsed }] : [];
  });
  const book = gather(metadata, [], drafts, new Map(), config, say);
  return book.chapters.map((chapter) => toHast(chapter, book, 'paged', core.constructs, say));
}
