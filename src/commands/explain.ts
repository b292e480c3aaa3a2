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
  const hush =
    notice.firm || notice.severity === 'error'
      ? []
      : [
          `Where it is right as it stands, say so above it:\n\n  <!-- octavo-allow ${notice.id}: the reason -->`,
        ];
  const { good, bad } = notice.examples ?? {};
  const examples = good && bad ? [`Wrong:\n\n${shown(bad)}`, `Right:\n\n${shown(good)}`] : [];
  const parts = [`${notice.id} (${notice.severity})`, notice.why, ...examples, setting, ...hush];
  terminal.out(`${parts.join('\n\n')}\n`);
  return EXIT.made;
}

/** What fits on a line of a terminal, in characters. */
const LONGEST = 90;

/** Markdown, set off; of what is long for the sake of its length, its beginning. */
function shown(markdown: string): string {
  const lines = markdown.trim().split('\n');
  return lines
    .map((line) => (line ? `  ${line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line}` : ''))
    .join('\n');
}
