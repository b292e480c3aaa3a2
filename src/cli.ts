#!/usr/bin/env node
import process from 'node:process';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { BuildFlags } from './commands/build.js';
import { EXIT } from './commands/exit.js';
import type { Format } from './commands/format.js';
import type { LogLevel, Terminal } from './commands/terminal.js';
import { usageRecord } from './commands/usage.js';
import { thisWorld } from './world.js';

/** The flags of `build` and `check`, as commander reads them. */
interface Given {
  edition?: string[];
  output?: string;
  config?: string;
  theme?: string;
  trim?: string;
  draft?: boolean;
  profile?: string[];
  browser?: string;
  allowHost?: string[];
  fix?: boolean;
  stats?: boolean;
  dryRun?: boolean;
  json?: boolean;
  format?: Format;
  quiet?: boolean;
  logLevel?: LogLevel;
}

const { argv, env, stdout, stderr } = process;
/** Only errors are asked for, or not even those. */
let hush = false;
const world = thisWorld((text) => hush || void stderr.write(`${text}\n`));
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

const program = new Command('octavo')
  .description('One folder of Markdown becomes a PDF to print, a PDF to download, an EPUB and handouts.')
  .version(version, '-V, --version')
  .option('--no-color', 'no colours (also: NO_COLOR)')
  .showSuggestionAfterError()
  .showHelpAfterError('Run with --help for the verbs and flags.')
  .configureHelp({ showGlobalOptions: true })
  .addHelpText('after', '\nExample:\n  $ octavo build my-book --edition print --trim a5');

const terminal = (): Terminal => terminalFor(program.opts<{ color: boolean }>().color);
let code: number = EXIT.made;

/** What a variable of the shell leaves behind that was never set is no name. */
function notEmpty(name: string): string {
  if (!name.trim()) throw new InvalidArgumentError('It names nothing.');
  return name;
}

const bookFlags = (command: Command): Command =>
  command
    .argument('[folder]', 'folder of the manuscript', notEmpty, 'manuscript')
    .option(
      '-e, --edition <name>',
      'an edition to make; may be given again',
      (name: string, all: string[] = []) => [...all, name],
    )
    .option('-c, --config <file>', 'a book.yaml, or a .ts or .mjs file that exports defineConfig(…)')
    .option('-T, --theme <name>', 'theme')
    .option('-s, --trim <size>', 'trim size: 6x9, a5, letter, 140mm x 210mm …')
    .option(
      '-p, --profile <name>',
      'with what is only for these readers; may be given again',
      (name: string, all: string[] = []) => [...all, name],
    )
    .option('--draft', 'with chapters that are marked as drafts')
    .option('--browser <path>', 'Chrome, Chromium or Edge to print with')
    .option(
      '--allow-host <name>',
      'load images from this host; may be given again',
      (name: string, all: string[] = []) => [...all, name],
    )
    .addOption(
      new Option('--format <name>', 'how messages are written')
        .choices(['pretty', 'json', 'sarif', 'github'] satisfies Format[])
        .default('pretty'),
    )
    .option('--json', 'the same as --format json, on standard output')
    .option('--quiet', 'only errors')
    .addOption(
      new Option('--log-level <level>', 'least severity to show')
        .choices(['silent', 'error', 'warning', 'info', 'debug'])
        .default('warning'),
    );

bookFlags(program.command('build').description('make the editions of a book'))
  .option('-o, --output <folder>', 'folder for the finished editions', 'dist')
  .addHelpText(
    'after',
    '\nEditions: print, screen, epub, handouts, and web (pages for a web server), which is made where it is named here or in\nbook.yaml. All that book.yaml names, or else the first four, if none is named here.\n\nExample:\n  $ octavo build my-book -e epub -o out',
  )
  .action(async (folder: string, given: Given) => {
    const { buildCommand } = await import('./commands/build.js');
    code = await buildCommand({ folder, ...requestOf(given) }, flagsOf(given), world, terminal());
  });

bookFlags(program.command('check').description('say what is wrong with a book, and make nothing'))
  .option('--fix', 'mend what needs no author: straight quotes, double spaces, doubled ids …')
  .option('--dry-run', 'with --fix: show the changes as a diff, and write nothing')
  .option('--stats', 'count words, pages, minutes, notes, figures and tables of each chapter')
  .addHelpText('after', '\nExample:\n  $ octavo check my-book --json')
  .action(async (folder: string, given: Given) => {
    const { checkCommand } = await import('./commands/check.js');
    const { fix = false, dryRun = false, stats = false } = given;
    if (dryRun && !fix) program.error('error: --dry-run shows what --fix would change, and wants it');
    const flags = { ...flagsOf(given), fix, dryRun, stats };
    code = await checkCommand({ folder, ...requestOf(given) }, flags, world, terminal());
  });

program
  .command('preview')
  .alias('serve')
  .description('show the book while you write (not there yet)')
  .argument('[folder]')
  .addHelpText('after', '\nUntil it is there:\n  $ octavo build my-book -e screen --draft')
  .action(() => {
    terminal().err('octavo preview is not there yet. Until it is: octavo build --edition screen --draft\n');
    code = EXIT.usage;
  });

program
  .command('init')
  .description('begin a new book')
  .argument('[folder]', 'folder of the new book', notEmpty, 'manuscript')
  .addHelpText('after', '\nExample:\n  $ octavo init my-book')
  .action(async (folder: string) => {
    const { initCommand } = await import('./commands/init.js');
    code = await initCommand(folder, world.workshop, terminal());
  });

program
  .command('clean')
  .description('remove the finished editions')
  .option('-o, --output <folder>', 'folder of the finished editions', 'dist')
  .addHelpText('after', '\nExample:\n  $ octavo clean -o out')
  .action(async (given: Given) => {
    const { cleanCommand } = await import('./commands/clean.js');
    code = await cleanCommand(given.output ?? 'dist', world.workshop, terminal());
  });

program
  .command('doctor')
  .description('say what Octavo found on this machine, and what is missing')
  .option('-o, --output <folder>', 'folder for the finished editions', 'dist')
  .addHelpText('after', '\nExample:\n  $ octavo doctor')
  .action(async (given: Given) => {
    const { doctorCommand } = await import('./commands/doctor.js');
    code = await doctorCommand(given.output ?? 'dist', world, terminal());
  });

program
  .command('explain')
  .description('say why a message exists; without an id, list them all')
  .argument('[id]', 'id of a message')
  .addHelpText('after', '\nExample:\n  $ octavo explain image-exists')
  .action(async (id: string | undefined) => {
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

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    // What is being delivered is delivered in one breath; what is not yet is left, and the browser taken along.
    void world.interrupt().finally(() => process.exit(EXIT.interrupted));
  });
}
// A reader that closes the pipe early (`octavo explain | head`) is no failure.
stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? code : EXIT.bug));

try {
  for (const command of [program, ...program.commands]) command.exitOverride();
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    code = error.exitCode === 0 ? EXIT.made : EXIT.usage;
    if (code && argv.includes('--json'))
      stdout.write(`${JSON.stringify({ ok: false, messages: [usageRecord(error.message)] }, null, 2)}\n`);
  } else {
    code = EXIT.bug;
    stderr.write(
      `This is a fault of Octavo, not of your book. Please report it with the lines below and, if you can, the book.\n${(error as Error).stack}\n`,
    );
  }
}
// Whatever a configuration script has left running is not waited for; what has been said is.
process.exitCode = code;
stdout.write('', () => stderr.write('', () => process.exit(code)));
