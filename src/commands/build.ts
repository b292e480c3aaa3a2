import { type BuildResult, build } from '../build.js';
import { thingsOf } from '../manifest.js';
import type { BuildRequest, World } from '../request.js';
import { exitCodeOf } from './exit.js';
import { type Format, written } from './format.js';
import { type LogLevel, progressLine, showMessages, type Terminal } from './terminal.js';

export interface BuildFlags {
  readonly format: Format;
  /** Of Octavo. */
  readonly version: string;
  readonly level: LogLevel;
  readonly quiet: boolean;
}

/** `octavo build`: makes the editions and says what was made. */
export async function buildCommand(
  request: BuildRequest,
  flags: BuildFlags,
  world: World,
  terminal: Terminal,
): Promise<number> {
  const hush = flags.level === 'error' || flags.level === 'silent';
  const progress = progressLine(terminal, hush || flags.format !== 'pretty');
  const result = await build(request, { ...world, progress: progress.tell });
  progress.clear();
  const { format, version } = flags;
  if (format !== 'pretty') {
    const { ok, output, artifacts } = result;
    terminal.out(written(format, result.messages, { ok, output, artifacts }, version));
  } else {
    showMessages(result.messages, result.files, flags.level, terminal);
    if (result.ok && !flags.quiet) terminal.out(made(result));
    if (!result.ok && !hush)
      terminal.err(`Nothing was delivered; ${result.output || 'what was there'} is as it was.\n`);
  }
  return exitCodeOf(result.messages, result.ok);
}

/** What was made, a line each. */
function made({ output, artifacts }: BuildResult): string {
  const rows = thingsOf(artifacts).map(({ path, bytes, files, pages }) => ({
    path: `${output}/${path}`,
    size: sizeOf(bytes),
    pages: pages ? `${pages} ${pages === 1 ? 'page' : 'pages'}` : files > 1 ? `${files} files` : '',
  }));
  const wide = Math.max(0, ...rows.map((row) => row.path.length));
  return rows
    .map((row) => `${row.path.padEnd(wide)}  ${row.size.padStart(7)}  ${row.pages}`.trimEnd())
    .join('\n')
    .concat('\n');
}

function sizeOf(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
