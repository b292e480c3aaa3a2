import { catalogueOf } from '../config/catalogue.js';
import { guess } from '../config/guess.js';
import type { Plugin } from '../model/plugin.js';
import { EXIT } from './exit.js';
import type { Terminal } from './terminal.js';

/** `octavo explain <id>`: why a message exists. Without an id, the list of them. */
export function explainCommand(
  id: string | undefined,
  plugins: readonly Plugin[],
  terminal: Terminal,
): number {
  const notices = [...catalogueOf(plugins).values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  if (id === undefined) {
    const wide = Math.max(...notices.map((notice) => notice.id.length));
    terminal.out(`${notices.map((notice) => `${notice.id.padEnd(wide)}  ${notice.severity}`).join('\n')}\n`);
    return EXIT.made;
  }
  const notice = notices.find((one) => one.id === id);
  if (!notice) {
    const meant = guess(
      id,
      notices.map((one) => one.id),
    );
    terminal.err(
      `There is no message “${id}”.${meant ? ` Did you mean “${meant}”?` : ' octavo explain lists them all.'}\n`,
    );
    return EXIT.usage;
  }
  const setting = notice.firm
    ? 'Where it is said nothing can be made, so its severity cannot be set.'
    : `Its severity can be set in book.yaml:\n\n  rules:\n    ${notice.id}: ${notice.severity === 'error' ? 'warning' : 'error'}`;
  terminal.out(`${notice.id} (${notice.severity})\n\n${notice.why}\n\n${setting}\n`);
  return EXIT.made;
}
