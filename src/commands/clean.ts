import type { Workshop } from '../model/workshop.js';
import { whyNot } from '../workshop/why-not.js';
import { EXIT } from './exit.js';
import type { Terminal } from './terminal.js';
import { counted } from './terminal.js';

/** `octavo clean`: removes the finished editions that the manifest lists, and nothing else. */
export async function cleanCommand(output: string, workshop: Workshop, terminal: Terminal): Promise<number> {
  let removed: readonly string[];
  try {
    removed = await workshop.output(output).clean();
  } catch (error) {
    terminal.err(`${output} was not cleaned: ${whyNot(error)}.\n`);
    return EXIT.usage;
  }
  terminal.out(
    removed.length
      ? `${counted(removed.length, 'file')} removed from ${output}\n`
      : `There is nothing of Octavo's in ${output}\n`,
  );
  return EXIT.made;
}
