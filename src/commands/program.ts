import { Command, InvalidArgumentError, Option } from 'commander';
import { TARGETS } from '../preflight/targets.js';
import type { Format } from './format.js';
import { withMeant } from './usage.js';

/** What a variable of the shell leaves behind that was never set is no name. */
function notEmpty(name: string): string {
  if (!name.trim()) throw new InvalidArgumentError('It names nothing.');
  return name;
}

/** Hosts, as they stand in addresses; an address is none. */
function hosts(name: string, all: string[] = []): string[] {
  const address = `https://${name}`;
  if (/[^\p{L}\p{N}.-]/u.test(name) || !URL.canParse(address)) {
    const meant = URL.canParse(name) ? new URL(name).hostname : '';
    throw new InvalidArgumentError(`It is no host, such as ${meant || 'example.org'}.`);
  }
  return [...all, new URL(address).hostname];
}

function several(name: string, all: string[] = []): string[] {
  return [...all, name];
}

/** What a book is read with, in whatever way it is used. */
function bookFlags(command: Command): Command {
  return command
    .argument('[folder]', 'folder of the manuscript', notEmpty, 'manuscript')
    .option('-e, --edition <name>', 'an edition to make; may be given again', several)
    .option('-c, --config <file>', 'a book.yaml, or a .ts or .mjs file that exports defineConfig(…)')
    .option('-T, --theme <name>', 'theme')
    .option('-s, --trim <size>', 'trim size: 6x9, a5, letter, 140mm x 210mm …')
    .option('-p, --profile <name>', 'with what is only for these readers; may be given again', several);
}

/** With drafts only if they are asked for, for what is delivered. */
function draftFlag(command: Command): Command {
  return command.option('--draft', 'with chapters that are marked as drafts');
}

function browserFlags(command: Command): Command {
  return command
    .option('--browser <path>', 'Chrome, Chromium or Edge to print with')
    .option('--allow-host <name>', 'load images from this host; may be given again', hosts);
}

function formatFlags(command: Command): Command {
  return command
    .addOption(
      new Option('--format <name>', 'how messages are written')
        .choices(['pretty', 'json', 'sarif', 'github'] satisfies Format[])
        .default('pretty'),
    )
    .option('--json', 'the same as --format json, on standard output');
}

function levelFlags(command: Command): Command {
  return command
    .option('--quiet', 'only errors')
    .addOption(
      new Option('--log-level <level>', 'least severity to show')
        .choices(['silent', 'error', 'warning', 'info', 'debug'])
        .default('warning'),
    );
}

/** A port that can be listened on without being asked for at random. */
function port(text: string): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < 1 || number > 65_535)
    throw new InvalidArgumentError('Ports are numbers from 1 to 65535.');
  return number;
}

const ALL_FLAGS = [bookFlags, draftFlag, browserFlags, formatFlags, levelFlags];

function through(command: Command, flags: readonly ((command: Command) => Command)[]): Command {
  return flags.reduce((one, add) => add(one), command);
}

/** The verbs and flags of the command line, without what they do. */
export function commandLine(version: string) {
  const program: Command = new Command('octavo')
    .description(
      'One folder of Markdown becomes a PDF to print, a PDF to download, an EPUB, web pages and handouts.',
    )
    .version(version, '-V, --version')
    .option('--no-color', 'no colours (also: NO_COLOR)')
    .showSuggestionAfterError()
    .showHelpAfterError('Run with --help for the verbs and flags.')
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({ outputError: (said, write) => write(withMeant(said, program.commands)) })
    .addHelpText('after', '\nExample:\n  $ octavo build my-book --edition print --trim a5');

  const verb = (name: string, description: string): Command => program.command(name).description(description);
  const build = through(verb('build', 'make the editions of a book'), ALL_FLAGS)
    .option('-o, --output <folder>', 'folder for the finished editions', 'dist')
    .option('--booklet <paper>', 'also as booklets, to be folded: a4, a3, letter, tabloid …')
    .addHelpText(
      'after',
      '\nEditions: print, screen, epub, handouts; and where they are named here or in book.yaml:\nweb, sample, sample-pdf, large-print, teacher, answer-key, archive, cover.\n\nExample:\n  $ octavo build my-book -e epub -o out',
    );
  const check = through(verb('check', 'say what is wrong with a book, and make nothing'), ALL_FLAGS)
    .option('--fix', 'mend what needs no author: straight quotes, double spaces, doubled ids …')
    .option('--dry-run', 'with --fix: show the changes as a diff, and write none')
    .addOption(
      new Option('--for <target>', 'hold the finished file against what is asked there').choices(
        TARGETS.map(({ id }) => id),
      ),
    )
    .option('--stats', 'count words, pages, minutes, notes, figures and tables of each chapter')
    .addHelpText('after', '\nExample:\n  $ octavo check my-book --json');
  const preview = through(verb('preview', 'show the book in a browser while you write').alias('serve'), [
    bookFlags,
    browserFlags,
    levelFlags,
  ])
    .option('--port <number>', 'where it is shown, instead of 4816 or the next that is free', port)
    .option('--no-draft', 'without chapters that are marked as drafts')
    .addHelpText(
      'after',
      '\nWeb pages are the quickest to make, and shown unless editions are named; print and screen are\nshown as the PDFs that they are. Nothing is written to the disk.\n\nExample:\n  $ octavo preview my-book -e print',
    );
  const init = verb('init', 'begin a new book')
    .argument('[folder]', 'folder of the new book', notEmpty, 'manuscript')
    .addHelpText('after', '\nExample:\n  $ octavo init my-book');
  const clean = verb('clean', 'remove the finished editions')
    .option('-o, --output <folder>', 'folder of the finished editions', 'dist')
    .addHelpText('after', '\nExample:\n  $ octavo clean -o out');
  const doctor = verb('doctor', 'say what Octavo found on this machine, and what is missing')
    .option('-o, --output <folder>', 'folder for the finished editions', 'dist')
    .addHelpText('after', '\nExample:\n  $ octavo doctor');
  const explain = verb('explain', 'say why a message exists; without an id, list them all')
    .argument('[id]', 'id of a message')
    .addHelpText('after', '\nExample:\n  $ octavo explain image-exists');
  return { program, build, check, preview, init, clean, doctor, explain };
}
