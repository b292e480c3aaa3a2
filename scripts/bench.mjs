// How long Markdown takes to become HTML, as a ratio to bare remark, and a print PDF, as a ratio to the browser's floor, in the
// same run: `npm run bench -- [folder] [rounds] [markdown|print]`; the folder may be named by OCTAVO_BENCH as well.
// The floor is the same HTML, opened and printed by the same browser with nothing measured, settled or finished.
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { benchMarkdown } from './bench-markdown.mjs';

const [folder = process.env.OCTAVO_BENCH ?? 'manuscript', rounds = '3', only] = process.argv.slice(2);
if (only !== 'print') console.log(benchMarkdown(folder, Number(rounds)));
if (only === 'markdown') process.exit();

const root = resolve(import.meta.dirname, '..');
const { read } = await import(join(root, 'dist/lib/reading.js'));
const { typeset } = await import(join(root, 'dist/lib/typeset/typeset.js'));
const { documentOf } = await import(join(root, 'dist/lib/binding/html.js'));
const { geometryCss } = await import(join(root, 'dist/lib/press/layout/geometry.js'));
const { thisWorld } = await import(join(root, 'dist/lib/world.js'));

const world = thisWorld();
const { book, config, constructs, editions, ledger } = await read({ folder, editions: ['print'] }, world);
if (!book) throw new Error(`${folder} cannot be read: ${ledger.messages()[0]?.reason}`);
const rendition = await typeset(book, editions[0], config, constructs, [], world.workshop, ledger.say);
const [size] = rendition.page.sizes;
const html = documentOf(rendition, rendition.sections, geometryCss(size, rendition.page.margins, true));

/** The browser alone, from its start to the bytes of the PDF. */
async function floor() {
  const start = performance.now();
  const press = thisWorld().press();
  const sheet = await press.open({
    html,
    resource: async (path) => {
      const font = rendition.fonts.get(path);
      return font ? { bytes: await font(), mediaType: 'font/woff2' } : rendition.assets.get(path);
    },
    refused: () => undefined,
  });
  await sheet.print();
  await press[Symbol.asyncDispose]();
  return performance.now() - start;
}

/** The whole command, from a cold Node to the delivered file. */
async function whole() {
  const output = await mkdtemp(join(tmpdir(), 'octavo-bench-'));
  const start = performance.now();
  const out = execFileSync(
    process.execPath,
    [join(root, 'dist/lib/cli.js'), 'build', folder, '-e', 'print', '-o', output, '--json'],
    { maxBuffer: 2 ** 28, stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const time = performance.now() - start;
  rmSync(output, { recursive: true });
  return { time, pages: JSON.parse(out).artifacts[0].pages };
}

const floors = [];
const wholes = [];
let pages = 0;
for (let round = 0; round < Number(rounds); round++) {
  floors.push(await floor());
  const result = await whole();
  wholes.push(result.time);
  pages = result.pages;
}
const best = (times) => Math.min(...times) / 1000;
console.log(
  `${folder}: ${pages} pages · browser alone ${best(floors).toFixed(2)} s · octavo ${best(wholes).toFixed(2)} s · ratio ${(best(wholes) / best(floors)).toFixed(2)} (best of ${rounds})`,
);
