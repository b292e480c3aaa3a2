import type { Point } from 'unist';
import type { VFile } from 'vfile';
import { readYaml } from '../config/source.js';
import type { At, Say } from '../model/notice.js';
import type { Reference } from '../model/reference.js';
import { bibliographyKeyUnique, bibliographyParses, entryFindsParent } from './notices.js';
import { readBibtex } from './sources/bibtex.js';
import { fromBibtex } from './sources/bibtex-fields.js';
import { finderOf, refersTo } from './sources/bibtex-parents.js';
import { MOST_WORKS, referenceOf } from './sources/csl-data.js';

/** A larger file is the catalogue of a library and not the bibliography of a book, in characters. */
const LIMIT = 16 * 1024 * 1024;

/** A work, with the place where its key stands if the file tells. */
interface Found {
  readonly reference: Reference;
  readonly at?: Point | undefined;
}

/** Enters the works of one file among those of the book; what is wrong with the file or an entry of it is said. */
export function enterWorks(
  file: VFile,
  works: Map<string, Reference>,
  places: Map<string, At>,
  lang: string,
  say: Say,
): void {
  const text = String(file.value);
  if (text.length > LIMIT) {
    say(
      bibliographyParses,
      { reason: 'it is larger than 16 MB', remedy: 'Keep the works that the book cites.' },
      { file },
    );
    return;
  }
  const found = /\.bib(?:tex)?$/i.test(file.path) ? bibtex(text, file, lang, say) : cslData(text, file, say);
  if (found.length > MOST_WORKS)
    say(
      bibliographyParses,
      {
        reason: `it has more than ${MOST_WORKS.toLocaleString('en')} works`,
        remedy: 'Keep those that the book cites.',
      },
      { file },
    );
  for (const { reference, at } of found.slice(0, MOST_WORKS)) {
    const { id } = reference;
    const first = places.get(id);
    if (first)
      say(bibliographyKeyUnique, { key: id }, { file, node: at, also: { ...first, says: 'the first' } });
    else {
      works.set(id, reference);
      places.set(id, { file, node: at });
    }
  }
}

function bibtex(text: string, file: VFile, lang: string, say: Say): Found[] {
  const { entries, faults } = readBibtex(text);
  for (const { offset, reason, remedy } of faults)
    say(bibliographyParses, { reason, remedy }, { file, node: counter(text)(offset) });
  const find = finderOf(entries);
  const placeOf = counter(text);
  return entries.flatMap((entry): Found[] => {
    const at = placeOf(entry.offset);
    const { parents, shared } = refersTo(entry);
    for (const key of [...parents, ...shared])
      if (!find(key)) say(entryFindsParent, { key: entry.key, parent: key }, { file, node: at });
    return entry.type === 'xdata' ? [] : [{ reference: fromBibtex(entry, find, lang.startsWith('en')), at }];
  });
}

/** CSL-JSON or CSL-YAML: a list of works, or one under `references`. */
function cslData(text: string, file: VFile, say: Say): Found[] {
  const value = /\.json$/i.test(file.path) ? json(text, file, say) : readYaml(text, file, say)?.value;
  if (value === undefined) return [];
  const list = Array.isArray(value) ? value : (value as { references?: unknown } | null)?.references;
  if (!Array.isArray(list)) {
    const remedy = 'Export it anew as CSL-JSON, CSL-YAML or BibTeX.';
    say(bibliographyParses, { reason: 'it holds no list of works', remedy }, { file });
    return [];
  }
  return list.flatMap((item, i): Found[] => {
    const reference = referenceOf(item);
    if (reference) return [{ reference }];
    say(
      bibliographyParses,
      { reason: `its entry ${i + 1} has no id`, remedy: 'Give it one: “id: doe99”.' },
      { file },
    );
    return [];
  });
}

function json(text: string, file: VFile, say: Say): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const position = / at position (\d+)/.exec(String(error))?.[1];
    const node = counter(text)(position === undefined ? text.length : Number(position));
    const remedy = 'Look for a comma or a quotation mark that is missing or too many, here or right before.';
    say(bibliographyParses, { reason: 'it is not valid JSON', remedy }, { file, node });
    return undefined;
  }
}

/** Counts lines on from the place before, so that a file is gone through once. */
function counter(text: string): (offset: number) => Point {
  let line = 1;
  let start = 0;
  return (offset) => {
    for (let next = text.indexOf('\n', start); next >= 0 && next < offset; next = text.indexOf('\n', start)) {
      line++;
      start = next + 1;
    }
    return { line, column: offset - start + 1, offset };
  };
}
