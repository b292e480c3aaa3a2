// From src/ to dist/lib: TypeScript says whether the types are right and writes declarations, and the bundler writes what runs.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { filesBelow, rememberBuild } from './state.mjs';

/** Programs, the library, and what scripts use. Everything that two of them share is in a chunk of its own. */
const ENTRIES = {
  cli: 'src/cli.ts',
  index: 'src/index.ts',
  marker: 'src/marker.ts',
  mover: 'src/workshop/mover.ts',
  workbench: 'src/workbench.ts',
};

/**
 * Packages that stay packages: native ones, those that look for files of their own when they run, and old ones (CommonJS) that are
 * loaded only now and then. Of the others hundreds of small modules are loaded by every command, and finding them takes longer
 * than running them.
 */
const APART =
  /^(?:sharp|jiti|epub-gen-memory|jszip|nspell|opentype\.js|@wooorm\/starry-night|hyphen|dictionary-[a-z-]+)(?:\/|$)/;

/**
 * Compiles, and remembers from what.
 * @param {string} root
 * @returns {Promise<boolean>} false if it does not compile; the compiler has said why
 */
export async function compile(root) {
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  if (spawnSync(process.execPath, [tsc, '-p', root], { cwd: root, stdio: 'inherit' }).status !== 0)
    return false;
  await bundle(root);
  rememberBuild(root);
  return true;
}

async function bundle(root) {
  const { rolldown } = await import('rolldown');
  const bundled = await rolldown({
    cwd: root,
    input: ENTRIES,
    platform: 'node',
    tsconfig: false,
    transform: { target: 'es2022' },
    external: (id) => id.startsWith('node:') || APART.test(id),
  });
  const lib = join(root, 'dist/lib');
  const { output } = await bundled.write({
    dir: lib,
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name].js',
    // Functions for the page are sent there as they stand here.
    minify: false,
  });
  await bundled.close();
  const written = new Set(output.map(({ fileName }) => join(lib, fileName)));
  for (const path of filesBelow(lib)) if (path.endsWith('.js') && !written.has(path)) rmSync(path);
  const modules = output.flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : []));
  // The bundler's own, too: what it puts in to hold the others together is of its making.
  const helpers = join(root, 'node_modules/rolldown/package.json');
  writeFileSync(join(lib, 'THIRD-PARTY-LICENSES.txt'), licences([...modules, helpers]));
}

/** The licences of all packages that are in the bundle: they ask to go along. */
function licences(modules) {
  const packages = new Set(modules.flatMap((path) => packageOf(path) ?? []));
  const texts = [...packages].sort().map((folder) => {
    const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const names = readdirSync(folder);
    // A few have their licence at the end of their readme.
    const file =
      names.find((one) => /^(?:licen[cs]e|copying)(?:$|[.-])/i.test(one)) ??
      names.find((one) => /^readme/i.test(one));
    const text = file ? readFileSync(join(folder, file), 'utf8').trim() : '';
    if (!license && !/licen[cs]e/i.test(text)) throw new Error(`${name} does not say its licence`);
    const by = typeof author === 'string' ? author : author?.name;
    return `${[`${name} ${version}`, license, by].filter(Boolean).join(', ')}\n\n${text}\n`;
  });
  return `Octavo is bundled with these packages.\n\n${texts.join(`\n${'-'.repeat(80)}\n\n`)}`;
}

/** The folder of the package that a file belongs to. */
function packageOf(path) {
  return /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(path)?.[0];
}
