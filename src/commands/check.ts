import { type BuildRequest, check, type World } from '../build.js';
import type { BuildFlags } from './build.js';
import { EXIT, exitCodeOf } from './exit.js';
import { written } from './format.js';
import { counted, showMessages, type Terminal } from './terminal.js';

/** `octavo check`: reads the book as for a build and says what is wrong with it; makes nothing, and needs no browser. */
export async function checkCommand(
  request: BuildRequest,
  flags: BuildFlags,
  world: World,
  terminal: Terminal,
): Promise<number> {
  const { messages, files, chapters } = await check(request, world);
  const code = exitCodeOf(messages, true);
  if (flags.format !== 'pretty')
    terminal.out(written(flags.format, messages, { ok: code === EXIT.made }, flags.version));
  else {
    showMessages(messages, files, flags.level, terminal);
    if (!messages.length && !flags.quiet)
      terminal.out(`${counted(chapters, 'file')} read, nothing to mend\n`);
  }
  return code;
}
