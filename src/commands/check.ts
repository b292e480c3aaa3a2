import { check } from '../build.js';
import { statisticsTable } from '../report/statistics.js';
import type { BuildRequest, World } from '../request.js';
import type { BuildFlags } from './build.js';
import { EXIT, exitCodeOf } from './exit.js';
import { diffOf, mendedFiles, writeMended } from './fix.js';
import { written } from './format.js';
import { counted, lighter, showMessages, type Terminal } from './terminal.js';

export interface CheckFlags extends BuildFlags {
  /** Mend what can be mended without its author … */
  readonly fix: boolean;
  /** … or only show it. */
  readonly dryRun: boolean;
  /** Count words, pages and the rest. */
  readonly stats: boolean;
}

/**
 * `octavo check`: reads the book as for a build and says what is wrong with it; makes nothing, and needs no browser. With
 * `--fix` it mends what needs no author, and says what is left.
 */
export async function checkCommand(
  request: BuildRequest,
  flags: CheckFlags,
  world: World,
  terminal: Terminal,
): Promise<number> {
  let result = await check(request, world);
  const mended = flags.fix ? mendedFiles(result.mends) : [];
  if (mended.length && flags.dryRun) {
    terminal.out(diffOf(mended));
    return exitCodeOf(result.messages, true);
  }
  const folder = mended.length ? await world.workshop.folder(request.folder ?? 'manuscript') : undefined;
  if (typeof folder === 'object') {
    const left = await writeMended(mended, folder);
    for (const path of left) terminal.err(`${path} was changed in the meantime, so it is left as it is\n`);
    if (flags.format === 'pretty' && !flags.quiet)
      terminal.out(`${counted(mended.length - left.length, 'file')} mended\n`);
    result = await check(request, world);
  }
  const { messages, files, chapters } = result;
  const code = exitCodeOf(messages, true);
  const statistics = flags.stats ? result.statistics() : undefined;
  if (flags.format !== 'pretty') {
    const facts = { ok: code === EXIT.made, ...(statistics ? { statistics } : {}) };
    terminal.out(written(flags.format, messages, facts, flags.version));
  } else {
    showMessages(messages, files, flags.level, terminal);
    if (!flags.quiet) terminal.err(lighter(messages, flags.level));
    if (!messages.length && !flags.quiet)
      terminal.out(`${counted(chapters, 'file')} read, nothing to mend\n`);
    if (statistics?.length) terminal.out(`\n${statisticsTable(statistics)}`);
  }
  return code;
}
