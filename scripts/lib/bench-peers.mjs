// The same book by other programs, installed into a folder of their own outside the project (OCTAVO_PEERS, or one of the system's
// for temporary files). What turns Markdown into their own input is not counted as theirs.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import rehypeStringify from 'rehype-stringify';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { best, run } from './bench-run.mjs';
import { toTypst } from './to-typst.mjs';

const PACKAGES = ['@myriaddreamin/typst-ts-node-compiler', '@vivliostyle/cli', 'pagedjs-cli'];

/** The page that all of them set: 6 × 9 in, with Octavo's margins, typefaces and sizes. */
const CSS = `@page{size:6in 9in;margin:.85in .65in .9in .7in;@bottom-center{content:counter(page)}}
html{font:11.5pt/15pt "EB Garamond",serif;hyphens:auto}p{margin:0;text-indent:1.3em;text-align:justify}
h1{font-size:22pt;line-height:26pt;break-before:page;font-weight:400}pre{font:8.6pt/1.35 "Source Code Pro",monospace;white-space:pre-wrap;overflow-wrap:anywhere}
img{max-width:100%}table{font-size:10pt;width:100%;border-collapse:collapse}`;

/**
 * @param {string} folder of Markdown
 * @param {{ rounds: number, browser: string, root: string, octavo?: { pages: number, time: number } }} facts
 */
export async function benchPeers(folder, { rounds, browser, root, octavo }) {
  const home = process.env.OCTAVO_PEERS ?? join(tmpdir(), 'octavo-bench-peers');
  mkdirSync(home, { recursive: true });
  if (!existsSync(join(home, 'package.json')))
    writeFileSync(join(home, 'package.json'), '{"private":true,"type":"module"}');
  if (PACKAGES.some((name) => !existsSync(join(home, 'node_modules', name)))) {
    console.log(`\nInstalling ${PACKAGES.join(', ')} into ${home}`);
    process.env.PUPPETEER_SKIP_DOWNLOAD = '1';
    await run('npm', ['install', '--no-audit', '--no-fund', ...PACKAGES], home);
  }
  const work = join(home, 'book');
  mkdirSync(work, { recursive: true });
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(md|markdown)$/.test(path) && !/readme/i.test(path))
    .sort();
  const parser = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter);
  const html = parser().use(remarkRehype).use(rehypeStringify).freeze();
  const texts = files.map((path) =>
    readFileSync(join(folder, path), 'utf8').replace(/!\[([^\]]*)\]\([^)]*\)/g, '$1'),
  );
  writeFileSync(join(work, 'book.typ'), toTypst(texts.map((text) => parser.parse(text))));
  const body = texts.map((text, i) =>
    `<section>${html.processSync(text)}</section>`.replaceAll('user-content-', `c${i}-`),
  );
  writeFileSync(
    join(work, 'book.html'),
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Book</title><style>${CSS}</style></head><body>${body.join('\n')}</body></html>`,
  );
  const fonts = ['eb-garamond', 'source-code-pro'].map((name) =>
    join(root, 'node_modules/@fontsource', name),
  );
  writeFileSync(
    join(home, 'typst.mjs'),
    `import { writeFileSync } from 'node:fs';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
const compiler = NodeCompiler.create({ workspace: ${JSON.stringify(work)}, fontArgs: [{ fontPaths: ${JSON.stringify(fonts)} }] });
writeFileSync(${JSON.stringify(join(work, 'typst.pdf'))}, compiler.pdf({ mainFilePath: ${JSON.stringify(join(work, 'book.typ'))} }));
`,
  );
  const bin = (name) => join(home, 'node_modules/.bin', name);
  const peers = [
    { name: 'Typst', pdf: 'typst.pdf', program: process.execPath, args: [join(home, 'typst.mjs')] },
    {
      name: 'Vivliostyle CLI',
      pdf: 'vivliostyle.pdf',
      program: bin('vivliostyle'),
      args: [
        'build',
        join(work, 'book.html'),
        '-o',
        join(work, 'vivliostyle.pdf'),
        '--executable-browser',
        browser,
        '-t',
        '900',
      ],
    },
    {
      name: 'pagedjs-cli',
      pdf: 'pagedjs.pdf',
      program: bin('pagedjs-cli'),
      args: [
        join(work, 'book.html'),
        '-o',
        join(work, 'pagedjs.pdf'),
        '-t',
        '900000',
        '--browserArgs',
        '--no-sandbox,--font-render-hinting=none',
      ],
    },
  ];
  process.env.PUPPETEER_EXECUTABLE_PATH = browser;
  const { pageCount } = await import(resolve(root, 'dist/lib/workbench.js'));
  console.log(
    `\n| ${folder.split(/[\\/]/).at(-1)} by | pages | time, s | Octavo is so many times as fast |\n| --- | ---: | ---: | ---: |`,
  );
  if (octavo) console.log(`| Octavo | ${octavo.pages} | ${octavo.time.toFixed(2)} | 1 |`);
  for (const { name, pdf, program, args } of peers) {
    try {
      const { time } = await best(name === 'Typst' ? rounds : 1, () => run(program, args, work));
      const pages = await pageCount(readFileSync(join(work, pdf)));
      console.log(
        `| ${name} | ${pages} | ${time.toFixed(2)} | ${octavo ? (time / octavo.time).toFixed(2) : ''} |`,
      );
    } catch (error) {
      console.log(
        `| ${name} | did not finish: ${String(error.message).split('\n').slice(0, 3).join(' ').slice(0, 160)} | | |`,
      );
    }
  }
}
