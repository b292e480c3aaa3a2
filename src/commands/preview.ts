import type { BuildResult } from '../build.js';
import { folderExists } from '../manuscript/notices.js';
import { browserFound, browserStarts } from '../press/notices.js';
import { printable } from '../report/pretty.js';
import { type BuildRequest, COMMAND_LINE, type World } from '../request.js';
import { openPreview, type Preview } from '../serve/preview.js';
import { openServer, type Server } from '../serve/server.js';
import { watch } from '../watch.js';
import { EXIT } from './exit.js';
import { type LogLevel, progressLine, showMessages, type Terminal } from './terminal.js';

export interface PreviewFlags {
  /** Where it listens, if the user says so. */
  readonly port: number | undefined;
  readonly level: LogLevel;
  readonly quiet: boolean;
}

/** What is made unless something is asked for: what is made quickest. */
const EDITION = 'web';
/** So long a first build may take before it is told where the book will be, in milliseconds. */
const PATIENCE = 1500;

/**
 * `octavo preview`: shows the book in a browser of this machine, and shows it anew whenever a file of it has changed, until it is
 * interrupted. A call that cannot be done ends it; a book with mistakes does not.
 */
export async function previewCommand(
  request: BuildRequest,
  { port, level, quiet }: PreviewFlags,
  world: World,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<number> {
  const hush = quiet || level === 'error' || level === 'silent';
  const progress = progressLine(terminal, hush);
  const styles = new TextDecoder().decode(await world.workshop.own.read('styles/preview.css'));
  const preview = openPreview(styles);
  const server = await opened(preview, port, terminal);
  if (!server) return EXIT.usage;
  const wanted = { ...request, editions: request.editions ?? [EDITION] };
  let isFirst = true;
  let hasMade = false;
  let isTold = false;
  const tell = (when: string): void => {
    isTold = true;
    terminal.out(`The book is shown at ${server.address} ${when}until you press Ctrl+C.\n`);
  };
  const soon = setTimeout(() => tell('once it is made, and '), PATIENCE);
  try {
    for await (const step of watch(wanted, { ...world, progress: progress.tell }, signal)) {
      if (step.kind === 'begins') {
        if (step.changed.length && !hush) terminal.err(changed(step.changed));
        preview.begin();
        continue;
      }
      progress.clear();
      const { result, files } = step;
      showMessages(result.messages, result.files, level, terminal);
      clearTimeout(soon);
      if (isFirst && isOfCall(result)) return EXIT.usage;
      await preview.end(result, files);
      if (!isTold) tell(result.ok ? '' : 'once it has no error, and ');
      else if (!hush) terminal.err(saidOf(result.ok, hasMade));
      hasMade ||= result.ok;
      isFirst = false;
    }
    return EXIT.made;
  } catch (error) {
    if (!TOO_MUCH.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
    terminal.err(
      'The system lets Octavo watch no more files, so changes of the book would not be seen. Allow it more (on Linux: sudo sysctl fs.inotify.max_user_watches=524288), or keep nothing but the book in its folder.\n',
    );
    return EXIT.usage;
  } finally {
    clearTimeout(soon);
    await server[Symbol.asyncDispose]();
  }
}

/** What the system says that lets nothing more be watched. */
const TOO_MUCH = new Set(['ENOSPC', 'EMFILE']);

/** The server, or `undefined` with why there is none. */
async function opened(
  preview: Preview,
  port: number | undefined,
  terminal: Terminal,
): Promise<Server | undefined> {
  try {
    return await openServer(port, preview);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE' && port !== undefined)
      terminal.err(
        `Something else listens on port ${port}. Name another one, or none: octavo preview takes the first that is free.\n`,
      );
    else if (code === 'EADDRINUSE')
      terminal.err('The ports that octavo preview knows are all taken. Name one: --port 8080\n');
    else if (code === 'EACCES')
      terminal.err(`The system keeps port ${port} for itself. Name one from 1024 on: --port 8080\n`);
    else throw error;
    return undefined;
  }
}

/** Whether waiting helps nothing: what was asked for is not there, or the machine has no browser. */
function isOfCall({ messages }: BuildResult): boolean {
  return messages.some(
    ({ severity, ruleId = '', file }) =>
      severity === 'error' && (file === COMMAND_LINE.path || OF_CALL.has(ruleId)),
  );
}
const OF_CALL: ReadonlySet<string> = new Set([folderExists.id, browserFound.id, browserStarts.id]);

function saidOf(ok: boolean, hasMade: boolean): string {
  if (ok) return hasMade ? 'Made anew.\n' : 'Made.\n';
  return hasMade ? 'The preview shows what was made before.\n' : 'There is nothing to show yet.\n';
}

/** Which files have changed, the first few by name. */
function changed(paths: readonly string[]): string {
  const few = paths.slice(0, 3).map(printable).join(', ');
  const more = paths.length - 3;
  return `Changed: ${few}${more > 0 ? ` and ${more} more` : ''}\n`;
}
