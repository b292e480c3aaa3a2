import type { VFileMessage } from 'vfile-message';
import { pageNumbersTrue, textWhole } from '../binding/notices.js';
import * as configNotices from '../config/notices.js';
import {
  bookHasSolutions,
  editionHasText,
  fileIsText,
  fileIsUtf8,
  fileReadable,
  folderExists,
  folderHasChapters,
  folderHasHandouts,
} from '../manuscript/notices.js';
import { browserFound, browserStarts } from '../press/notices.js';
import { outputWritable } from '../workshop/notices.js';

/** Exit codes: made, the book has errors, wrong usage or configuration, our bug (EX_SOFTWARE of sysexits.h). */
export const EXIT = { made: 0, errors: 1, usage: 2, bug: 70 } as const;
/** The number of a signal is added to it, as shells do: 130 from the keyboard, 143 by who ends processes. */
export const INTERRUPTED = 128;

type Named = { readonly id: string };
const ids = (notices: readonly Named[]): ReadonlySet<string> => new Set(notices.map(({ id }) => id));

/** What is wrong with the call, or with the machine. */
const CALL = ids([
  folderExists,
  folderHasChapters,
  folderHasHandouts,
  bookHasSolutions,
  editionHasText,
  outputWritable,
  browserFound,
  browserStarts,
]);
/** What is wrong with the configuration, unless it is said of a chapter. */
const CONFIGURATION = ids([...Object.values(configNotices), fileIsText, fileIsUtf8, fileReadable]);
/** What can only be wrong with Octavo. */
const BUG = ids([pageNumbersTrue, textWhole]);
const CHAPTER = /\.(md|markdown|qmd|rmd|mdx)$/i;

/** The exit code that messages call for: what is wrong with the call weighs more than what is wrong with the book. */
export function exitCodeOf(messages: readonly VFileMessage[], ok: boolean): number {
  const errors = messages.filter((message) => message.severity === 'error');
  if (!errors.length) return ok ? EXIT.made : EXIT.errors;
  const usage = errors.some(
    ({ ruleId = '', file = '' }) => CALL.has(ruleId) || (CONFIGURATION.has(ruleId) && !CHAPTER.test(file)),
  );
  if (usage) return EXIT.usage;
  return errors.some(({ ruleId = '' }) => BUG.has(ruleId)) ? EXIT.bug : EXIT.errors;
}
