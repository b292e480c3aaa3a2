#!/usr/bin/env node
import { constants } from 'node:os';
import process from 'node:process';
import { CommanderError } from 'commander';
import type { BuildFlags } from './commands/build.js';
import { EXIT, INTERRUPTED } from './commands/exit.js';
import type { Format } from './commands/format.js';
import { commandLine } from './commands/program.js';
import type { LogLevel, Terminal } from './commands/terminal.js';
import { usageRecord, withMeant } from './commands/usage.js';
import { TARGETS } from './preflight/targets.js';
import { thisWorld } from './world.js';

/** The flags of `build`, `check` and `preview`, as commander reads them. */
interface Given {
  edition?: string[];
  output?: string;
  config?: string;
  theme?: string;
  trim?: string;
  booklet?: string;
  draft?: boolean;
  profile?: string[];
  browser?: string;
  allowHost?: string[];
  fix?: boolean;
  stats?: boolean;
  dryRun?: boolean;
  for?: string;
  port?: number;
  json?: boolean;
  format?: Format;
  quiet?: boolean;
  logLevel?: LogLevel;
}

const { argv, env, stdout, stderr } = process;
/** What the system says where a process, or all of them, have too many files open. */
const FEW_FILES = new Set(['EMFILE', 'ENFILE']);
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
try {
  process.cwd();
} catch {
  stderr.write('The folder that you are in is no longer there. Go to one that is (cd), and try again.\n');
  process.exit(EXIT.usage);
}
/** Only errors are asked for, or not even those. */
let hush = false;
const real = thisWorld((text) => hush || void stderr.write(`${text}\n`));
/**
 * A script that never ends hears nothing, nor does a plugin of it that is called later: from where one is loaded on a signal ends all of it
 * at once. The browser ends with this process; the folder that it leaves is swept by the next build.
 */
const world = {
  ...real,
  workshop: {
    ...real.workshop,
    load(path: string) {
      for (const signal of SIGNALS) process.off(signal, interrupted);
      return real.workshop.load(path);
    },
  },
};
const { version } = JSON.parse(new TextDecoder().decode(await world.workshop.own.read('package.json'))) as {
  version: string;
};

function terminalFor(color: boolean): Terminal {
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    color: color && env.NO_COLOR === undefined && Boolean(stderr.isTTY || env.FORCE_COLOR),
    live: Boolean(stderr.isTTY) && !env.CI,
  };
}

const { program, ...verbs } = commandLine(version);
const terminal = (): Terminal => terminalFor(program.opts<{ color: boolean }>().color);
let code: number = EXIT.made;

verbs.build.action(async (folder: string, given: Given) => {
  const { buildCommand } = await import('./commands/build.js');
  code = await buildCommand({ folder, ...requestOf(given) }, flagsOf(given), world, terminal());
});

verbs.check.action(async (folder: string, given: Given) => {
  const { checkCommand } = await import('./commands/check.js');
  const { fix = false, dryRun = false, stats = false } = given;
  const target = TARGETS.find(({ id }) => id === given.for);
  if (target) {
    if (fix || stats)
      program.error('error: --for looks at a finished file, and goes with neither --fix nor --stats');
    const { preflightCommand } = await import('./commands/preflight.js');
    const request = { folder, ...requestOf(given) };
    code = await preflightCommand(request, target, flagsOf(given), world, terminal());
    return;
  }
  if (dryRun && !fix) program.error('error: --dry-run shows what --fix would change, and wants it');
  const flags = { ...flagsOf(given), fix, dryRun, stats };
  code = await checkCommand({ folder, ...requestOf(given) }, flags, world, terminal());
});

verbs.preview.action(async (folder: string, given: Given) => {
  const { previewCommand } = await import('./commands/preview.js');
  const flags = { ...flagsOf(given), port: given.port };
  // It goes on until a signal ends the program.
  const { signal } = new AbortController();
  code = await previewCommand({ folder, ...requestOf(given) }, flags, world, terminal(), signal);
});

verbs.init.action(async (folder: string) => {
  const { initCommand } = await import('./commands/init.js');
  code = await initCommand(folder, world.workshop, terminal());
});

verbs.clean.action(async (given: Given) => {
  const { cleanCommand } = await import('./commands/clean.js');
  code = await cleanCommand(given.output ?? 'dist', world.workshop, terminal());
});

verbs.doctor.action(async (given: Given) => {
  const { doctorCommand } = await import('./commands/doctor.js');
  code = await doctorCommand(given.output ?? 'dist', world, terminal());
});

verbs.explain.action(async (id: string | undefined) => {
  const { explainCommand } = await import('./commands/explain.js');
  const { core } = await import('./core.js');
  code = explainCommand(id, [core], terminal());
});

function requestOf(given: Given) {
  return {
    editions: given.edition,
    output: given.output,
    configFile: given.config,
    theme: given.theme,
    trim: given.trim,
    booklet: given.booklet,
    draft: given.draft,
    profiles: given.profile,
    browser: given.browser,
    allowHosts: given.allowHost,
  };
}

function flagsOf(given: Given): BuildFlags {
  const level = given.quiet ? 'error' : (given.logLevel ?? 'warning');
  hush = level === 'error' || level === 'silent';
  return {
    format: given.json ? 'json' : (given.format ?? 'pretty'),
    quiet: given.quiet ?? false,
    level,
    version,
  };
}

/** What is being delivered is delivered in one breath; what is not yet is left, and the browser taken along. */
function interrupted(signal: NodeJS.Signals): void {
  void world.interrupt().finally(() => leave(INTERRUPTED + constants.signals[signal]));
}
for (const signal of SIGNALS) process.once(signal, interrupted);

let left = false;
function leave(exit: number): void {
  left = true;
  process.exit(exit);
}
// Nothing is left to happen, and yet the command has not come to its end.
process.once('beforeExit', () => {
  stderr.write(
    'A plugin or the configuration waits for something that never comes, so nothing was made. Mend it, or build without it.\n',
  );
  leave(EXIT.usage);
});
// What goes wrong behind everybody's back ends the program as well, and tells where.
process.once('uncaughtExceptionMonitor', () => {
  left = true;
});
process.once('exit', () => {
  if (left) return;
  stderr.write(
    'A plugin or the configuration ended the program (process.exit), so nothing was made. Mend it, or build without it.\n',
  );
  process.exitCode = EXIT.usage;
});
// A reader that closes the pipe early (`octavo explain | head`) is no failure.
stdout.on('error', (error: NodeJS.ErrnoException) => leave(error.code === 'EPIPE' ? code : EXIT.bug));
// What nobody hears any more (`octavo build 2>&1 | head`) does not end what is being made.
stderr.on('error', () => undefined);

try {
  for (const command of [program, ...program.commands]) command.exitOverride();
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    code = error.exitCode === 0 ? EXIT.made : EXIT.usage;
    if (code && argv.includes('--json')) {
      const messages = [usageRecord(withMeant(error.message, program.commands))];
      stdout.write(`${JSON.stringify({ ok: false, messages }, null, 2)}\n`);
    }
  } else if (FEW_FILES.has((error as NodeJS.ErrnoException).code ?? '')) {
    code = EXIT.usage;
    stderr.write(
      'Octavo may not open as many files at once as it needs, so nothing was made. Allow it more: ulimit -n 1024\n',
    );
  } else {
    code = EXIT.bug;
    stderr.write(
      `This is a fault of Octavo, not of your book. Please report it with the lines below and, if you can, the book.\n${(error as Error).stack}\n`,
    );
  }
}
// Whatever a configuration script has left running is not waited for; what has been said is.
process.exitCode = code;
stdout.write('', () => stderr.write('', () => leave(code)));
