import type { VFile } from 'vfile';
import type { At, Notice, Say } from '../model/notice.js';
import type { Rendition, Section } from '../model/rendition.js';
import type { Settled } from '../press/layout/job.js';
import { fitsPage, glyphsThere, noteOnItsPage, notesAtFoot, wordsWholeInTables } from './notices.js';

/** Tells what the layout could not do as it should, at its line: the layout speaks Markdown. */
export function reportLayout(
  { overflows, missing, crowded, notes, pagination }: Settled,
  sections: readonly Section[],
  { edition, styles }: Pick<Rendition, 'edition' | 'styles'>,
  say: Say,
): void {
  const labelOf = (page: number): string => pagination.pages[page]?.label ?? '';
  const sayAt = <Facts>(section: string, at: string, notice: Notice<Facts>, facts: Facts): void => {
    const place = placeIn(sections, section, at);
    if (place) say(notice, facts, place);
  };
  const ofLetters = styles.flatMap(({ path, css, own }) => (own && /\bfont/i.test(css) ? [path] : []));
  for (const { section, element, at, over, tall, enlarged, page } of overflows) {
    const facts = { element, over, tall, edition, page: labelOf(page) };
    sayAt(section, at, fitsPage, { ...facts, styles: enlarged ? ofLetters : [] });
  }
  reportMissing(missing, sections, say);
  for (const { section, at } of crowded) sayAt(section, at, wordsWholeInTables, { edition });
  for (const { section, at, page, ids } of notes.behind)
    sayAt(section, at, notesAtFoot, { edition, page: labelOf(page), all: !ids });
  for (const { section, at, page, boxed } of notes.late)
    sayAt(section, at, noteOnItsPage, { edition, page: labelOf(page), boxed });
}

/** A place that the layout knows as `line:column`, in the file of a section that somebody wrote. */
export function placeIn(sections: readonly Section[], section: string, at: string): At | undefined {
  const file = sections.find(({ id }) => id === section)?.file;
  const [line, column] = at.split(':').map(Number);
  return file && { file, node: line && column ? { line, column } : undefined };
}

/** What no font has is told at its first place: the block is known, and the text of the file says where in it. */
function reportMissing(missing: Settled['missing'], sections: readonly Section[], say: Say): void {
  const read = new Map<VFile, string[]>();
  for (const { section, characters, at } of missing) {
    const file = sections.find((one) => one.id === section)?.file;
    if (!file) continue;
    const lines = read.get(file) ?? String(file.value).split('\n');
    read.set(file, lines);
    const [first] = characters;
    const from = Number(at.split(':')[0]) || 1;
    const offset = lines.slice(from - 1).findIndex((line) => first && line.includes(first));
    const node =
      offset < 0 || !first
        ? undefined
        : { line: from + offset, column: (lines[from + offset - 1] ?? '').indexOf(first) + 1 };
    say(glyphsThere, { characters }, { file, node });
  }
}
