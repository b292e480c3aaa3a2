#!/usr/bin/env node
// Makes sure of everything that Octavo needs, and says what it does: packages, the compiled library, a browser and, with
// --tests, Java for EPUBCheck. Safe to repeat: what is there is left alone. Nothing but Node and npm has to be there before.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { buildIsStale, nodeProblem, packagesAreStale } from './lib/state.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const say = (line) => console.log(line);

function fail(problem, remedy) {
  console.error(`\nSet-up stopped: ${problem}\n  ${remedy}`);
  process.exit(1);
}

/** Runs npm as it is running this script, or the one on the path. */
function npm(...args) {
  const cli = process.env.npm_execpath;
  const inherit = { cwd: root, stdio: 'inherit' };
  return cli?.endsWith('.js')
    ? spawnSync(process.execPath, [cli, ...args], inherit)
    : spawnSync('npm', args, { ...inherit, shell: process.platform === 'win32' });
}

function ensurePackages() {
  // An installed package has its dependencies beside it, not below it, and no lock file.
  if (!packagesAreStale(root)) return;
  say('Installing packages (npm ci)');
  if (npm('ci', '--no-audit', '--no-fund').status !== 0)
    fail(
      'npm could not install the packages.',
      'Its message above says why; check the network and run this again.',
    );
}

async function ensureBuild() {
  if (!buildIsStale(root)) return;
  say('Compiling Octavo (src → dist/lib)');
  const { compile } = await import('./lib/compile.mjs');
  if (!(await compile(root))) fail('Octavo does not compile.', 'The compiler’s messages above say where.');
}

async function ensureBrowser({ fetchBrowser }, machine) {
  try {
    const { path } = await fetchBrowser(machine, say);
    say(`Browser: ${path}`);
  } catch (error) {
    if (!error.remedy) throw error;
    fail(`${error.message}.`, error.remedy);
  }
}

async function ensureJava({ fetchJava }, machine) {
  const problem = await fetchJava(machine, say);
  if (problem)
    fail(
      `There is no Java, and the tests run EPUBCheck with it (${problem}).`,
      'Install a Java runtime, for instance from adoptium.net, and run this again.',
    );
}

const problem = nodeProblem(process.versions.node);
if (problem) fail(problem, 'Install the current Node from nodejs.org.');
if (existsSync(join(root, 'package-lock.json'))) {
  ensurePackages();
  await ensureBuild();
}
const workbench = await import('../dist/lib/workbench.js');
const machine = workbench.thisMachine();
await ensureBrowser(workbench, machine);
if (process.argv.includes('--tests')) await ensureJava(workbench, machine);
