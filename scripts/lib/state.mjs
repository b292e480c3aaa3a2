// What the set-up remembers, so that a second run does nothing. Plain functions of a folder: tests give them one.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The oldest Node that every dependency runs on. */
const OLDEST = [20, 19];

/** What is wrong with this version of Node (`20.20.2`); undefined if nothing is. */
export function nodeProblem(version) {
  const [major, minor] = version.split('.').map(Number);
  const good = major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
  return good ? undefined : `Octavo needs Node ${OLDEST.join('.')} or newer, and this is Node ${version}.`;
}

/**
 * Whether the installed packages are not those of package-lock.json. npm writes what it has installed to
 * node_modules/.package-lock.json: the same packages, but without the root, and without optional ones of other systems.
 */
export function packagesAreStale(root) {
  const installed = readJson(join(root, 'node_modules', '.package-lock.json'))?.packages;
  const wanted = readJson(join(root, 'package-lock.json'))?.packages;
  if (!installed || !wanted) return true;
  return Object.entries(wanted).some(
    ([path, { version, optional, link }]) =>
      path !== '' && !link && installed[path]?.version !== version && !(optional && !installed[path]),
  );
}

/** Whether dist/lib was made of other sources than those that are there. */
export function buildIsStale(root) {
  return !existsSync(join(root, 'dist/lib/cli.js')) || readText(mark(root)) !== fingerprint(root);
}

/** Remembers which sources dist/lib was compiled from. */
export function rememberBuild(root) {
  mkdirSync(dirname(mark(root)), { recursive: true });
  writeFileSync(mark(root), fingerprint(root));
}

function mark(root) {
  return join(root, 'dist/lib/.sources');
}

/** A digest of everything that the compilers read. */
function fingerprint(root) {
  const hash = createHash('sha256');
  for (const path of [
    ...filesBelow(join(root, 'src')),
    join(root, 'tsconfig.json'),
    join(root, 'package-lock.json'),
    join(root, 'scripts/lib/compile.mjs'),
  ])
    hash.update(`${path.slice(root.length)}\0${readText(path)}\0`);
  return hash.digest('hex');
}

/** Every file below a folder, in a stable order. */
export function filesBelow(folder) {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? filesBelow(path) : [path];
    });
}

function readText(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

function readJson(path) {
  const text = readText(path);
  return text === undefined ? undefined : JSON.parse(text);
}
