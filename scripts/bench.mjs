// How long each edition takes and how much memory, beside the floor: the same final HTML given to a bare browser that prints it,
// in the same run. See docs/performance.md for what was measured.
//
//   npm run bench                                   the book that ships with Octavo
//   npm run bench -- <folder> …                     books of yours
//   npm run bench -- --pages 10,100,1000            generated books of so many pages, to see how time and memory grow
//   npm run bench -- --rounds 5 --editions print,epub
//   npm run bench -- --markdown <folder>            Markdown to HTML alone, beside bare remark
//   npm run bench -- --finish --pages 300,2000      what finishing a PDF costs beside its print, and how large it is then
//   npm run bench -- --peers <folder>               Typst, Vivliostyle CLI and pagedjs-cli on the same book
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { writeBook } from './lib/bench-books.mjs';
import { benchFinish } from './lib/bench-finish.mjs';
import { benchMarkdown } from './lib/bench-markdown.mjs';
import { best, run } from './lib/bench-run.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '3' },
    editions: { type: 'string', default: 'print,screen,epub,web' },
    pages: { type: 'string' },
    markdown: { type: 'boolean', default: false },
    peers: { type: 'boolean', default: false },
    finish: { type: 'boolean', default: false },
  },
});
const root = resolve(import.meta.dirname, '..');
const rounds = Number(values.rounds);
const node = process.execPath;
const work = mkdtempSync(join(tmpdir(), 'octavo-bench-'));
process.on('exit', () => rmSync(work, { recursive: true, force: true }));

const folders = positionals.length || values.pages ? positionals : [process.env.OCTAVO_BENCH ?? 'manuscript'];
if (values.markdown) {
  for (const folder of folders) console.log(benchMarkdown(folder, rounds));
  process.exit();
}
for (const pages of values.pages?.split(',').map(Number) ?? []) {
  const folder = join(work, `pages-${pages}`);
  writeBook(folder, pages);
  folders.push(folder);
}

if (values.finish) {
  console.log(
    '| book | pages | print, s | finishing, s | of the print | printed, MB | finished, MB | ratio |',
  );
  console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |');
  for (const folder of folders) console.log(await benchFinish(folder));
  process.exit();
}

const { browserPath, thisMachine } = await import(join(root, 'dist/lib/workbench.js'));
const browser = await browserPath(thisMachine());
const processor = cpus();
console.log(
  `Node ${process.version}, ${processor.length} × ${processor[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB; best of ${rounds}; whole processes, from a cold start to the delivered file\n`,
);
console.log(
  '| book | edition | pages | time, s | floor, s | ratio | pages per second | memory, MB | with the browser, MB |',
);
console.log('| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |');

const made = new Map();
for (const [i, folder] of folders.entries()) {
  const name = folder.replace(/\/$/, '').split(/[\\/]/).at(-1);
  const final = join(work, `final-${i}`);
  await run(node, [join(root, 'scripts/lib/bench-final.mjs'), folder, final]);
  const floor = await best(rounds, () =>
    run(
      node,
      [
        join(root, 'scripts/lib/bench-floor.mjs'),
        browser,
        join(final, 'index.html'),
        join(work, 'floor.pdf'),
      ],
      root,
    ),
  );
  for (const edition of values.editions.split(',')) {
    const output = join(work, `out-${i}-${edition}`);
    const result = await best(rounds, () =>
      run(node, [join(root, 'dist/lib/cli.js'), 'build', folder, '-e', edition, '-o', output, '--json']),
    );
    const pages = JSON.parse(result.out).artifacts[0]?.pages;
    const isPrint = edition === 'print';
    if (isPrint) made.set(folder, { name, pages, time: result.time, own: result.own, floor: floor.time });
    console.log(
      `| ${[
        name,
        edition,
        pages ?? '',
        result.time.toFixed(2),
        isPrint ? floor.time.toFixed(2) : '',
        isPrint ? (result.time / floor.time).toFixed(2) : '',
        pages ? Math.round(pages / result.time) : '',
        Math.round(result.own),
        Math.round(result.all),
      ].join(' | ')} |`,
    );
  }
}
if (values.pages) {
  const all = [...made.values()].sort((a, b) => a.pages - b.pages);
  const [first, last] = [all.at(-2), all.at(-1)];
  if (first && last)
    console.log(
      `\nFrom ${first.pages} to ${last.pages} pages (× ${(last.pages / first.pages).toFixed(2)}): time × ${(last.time / first.time).toFixed(2)}, floor × ${(last.floor / first.floor).toFixed(2)}, memory × ${(last.own / first.own).toFixed(2)}.`,
    );
}
if (values.peers) {
  const { benchPeers } = await import('./lib/bench-peers.mjs');
  for (const folder of folders) await benchPeers(folder, { rounds, browser, octavo: made.get(folder), root });
}
