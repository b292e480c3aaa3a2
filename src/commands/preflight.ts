import { factsOf } from '../binding/pdf-facts.js';
import { build } from '../build.js';
import { orderOf } from '../config/cover-order.js';
import { type Check, preflight, type Target } from '../preflight/check.js';
import { coverTarget } from '../preflight/cover.js';
import { read } from '../reading.js';
import type { BuildRequest, World } from '../request.js';
import { coverTrim } from '../typeset/page-setup.js';
import type { BuildFlags } from './build.js';
import { EXIT, exitCodeOf } from './exit.js';
import { written } from './format.js';
import { counted, showMessages, type Terminal } from './terminal.js';
import { usageRecord } from './usage.js';

/** A file, and how it stands with a target. */
interface Report {
  readonly file: string;
  readonly target: Target;
  readonly checks: readonly Check[];
}

/**
 * `octavo check --for kdp`: makes the edition that the target takes, delivers nothing, and holds the finished file against
 * what the target asks.
 */
export async function preflightCommand(
  request: BuildRequest,
  target: Target,
  flags: BuildFlags,
  world: World,
  terminal: Terminal,
): Promise<number> {
  const made = new Map<string, Uint8Array>();
  const nowhere: World = {
    ...world,
    workshop: {
      ...world.workshop,
      output: (path) => ({
        path,
        deliver: async (set) => {
          for (const [name, bytes] of set) made.set(name, bytes);
        },
        manifest: () => world.workshop.output(path).manifest(),
        clean: async () => [],
      }),
    },
  };
  const { config } = await read(request, { ...world, progress: () => undefined });
  const options = config?.editionOptions.cover;
  // Whoever prints the book prints its cover, too.
  const order = options?.printer === target.id ? orderOf(options) : undefined;
  const own = order ? [target.edition, 'cover'] : [target.edition];
  const editions = request.editions?.length ? request.editions : own;
  const { messages, files, ok, artifacts } = await build({ ...request, editions, sheets: false }, nowhere);
  const pages = artifacts.find(({ edition }) => edition === 'print')?.pages ?? options?.pages ?? 0;
  const reports: Report[] = [];
  for (const { path: file, edition } of ok ? artifacts : []) {
    const bytes = made.get(file);
    if (!bytes || !file.endsWith('.pdf')) continue;
    const asked =
      edition === 'cover' && config && order && !('fault' in order)
        ? coverTarget(target.id, order, coverTrim(config), pages, options?.spine)
        : target;
    reports.push({ file, target: asked, checks: preflight(await factsOf(bytes), asked) });
  }
  // What was named has no pages (`-e epub`): a fault of the call, and no word of the book.
  if (ok && !reports.length) {
    const none = `error: --for ${target.id} looks at a PDF, and no edition that was named is one; name ${target.edition}, or none`;
    terminal.err(`${none}\nRun with --help for the verbs and flags.\n`);
    if (flags.format === 'json')
      terminal.out(`${JSON.stringify({ ok: false, messages: [usageRecord(none)] }, null, 2)}\n`);
    return EXIT.usage;
  }
  const passes = reports.every(({ checks }) => checks.every((check) => check.ok));
  const code = ok ? (passes ? EXIT.made : EXIT.errors) : exitCodeOf(messages, false);
  if (flags.format !== 'pretty') {
    terminal.out(
      written(
        flags.format,
        messages,
        {
          ok: code === EXIT.made,
          preflight: reports.map(({ target: { id }, ...report }) => ({ ...report, target: id })),
        },
        flags.version,
      ),
    );
    return code;
  }
  if (!ok) showMessages(messages, files, flags.level, terminal);
  else terminal.out(reports.map((report) => said(report, flags.quiet)).join('\n'));
  return code;
}

function said({ file, checks, target: { name } }: Report, quiet: boolean): string {
  const failed = checks.filter(({ ok }) => !ok);
  const verdict = failed.length ? `${counted(failed.length, 'thing')} to mend` : 'all is as it should be';
  const lines = (quiet ? failed : checks).flatMap(({ ok, wants, found, pages, remedy, source }) =>
    ok
      ? [`  ✓ ${wants}`]
      : [
          `  ✗ ${wants}: ${found}${pages ? `, on ${listed(pages)}` : ''}`,
          `    → ${remedy}`,
          ...(source ? [`    asked at ${source}`] : []),
        ],
  );
  return `${file}, for ${name}: ${verdict}\n${lines.map((line) => `${line}\n`).join('')}`;
}

/** So many pages are named. */
const SHOWN = 6;

function listed(pages: readonly number[]): string {
  const shown = pages.slice(0, SHOWN).join(', ');
  return `${pages.length > 1 ? 'pages' : 'page'} ${shown}${pages.length > SHOWN ? ` and ${pages.length - SHOWN} more` : ''} of the file`;
}
