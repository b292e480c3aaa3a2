import type { List, ListItem, Nodes, Parent, PhrasingContent, Root } from 'mdast';
import type { Entry } from '../citation/csl/engine.js';
import type { Style } from '../citation/csl/style.js';
import { bibliographyPlacedOnce } from '../citation/notices.js';
import type { Chapter } from '../model/book.js';
import type { Say } from '../model/notice.js';
import { visit } from '../tree/visit.js';

/** Where the author wants the list of works. */
export interface ListPlace {
  readonly chapter: Chapter;
  /** Puts the list there; nothing, if there is none, and says why, unless that has been told. */
  fill(list: List | undefined, because?: 'none' | 'style'): undefined;
}

/** The list stands where `::bibliography` does, else at the end of a chapter that is a bibliography by its role. */
export function placeOfList(
  chapters: readonly Chapter[],
  expected: boolean,
  say: Say,
): ListPlace | undefined {
  const found: { chapter: Chapter; node: Nodes; parent: Parent }[] = [];
  for (const chapter of chapters)
    visit(chapter.tree, 'leafDirective', (node, _, parent) => {
      if (node.name === 'bibliography' && parent) found.push({ chapter, node, parent: parent as Parent });
    });
  const [first, ...others] = found;
  const remove = ({ node, parent }: (typeof found)[number], ...by: Nodes[]): void => {
    parent.children.splice(parent.children.indexOf(node as never), 1, ...(by as never[]));
  };
  for (const one of others) {
    const also = first && { file: first.chapter.file, node: first.node, says: 'it stands here' };
    say(bibliographyPlacedOnce, { because: 'again' }, { file: one.chapter.file, node: one.node, also });
    remove(one);
  }
  if (first)
    return {
      chapter: first.chapter,
      fill(list, because) {
        if (because) say(bibliographyPlacedOnce, { because }, { file: first.chapter.file, node: first.node });
        remove(first, ...(list ? [list] : []));
      },
    };
  const written = chapters.find(({ role }) => role === 'bibliography');
  if (!written || !expected) return undefined;
  return { chapter: written, fill: (list) => void (list && (written.tree as Root).children.push(list)) };
}

/** An id for each work of the list, unique and plain. */
export function entryIds(entries: readonly Entry[], section: string): Map<string, string> {
  const taken = new Set<string>();
  const ids = new Map<string, string>();
  for (const { reference } of entries) {
    const word = reference.id.normalize('NFKC').replace(/[^\p{L}\p{N}_-]+/gu, '-');
    let id = `${section}--work-${word}`;
    for (let n = 2; taken.has(id); n++) id = `${section}--work-${word}-${n}`;
    taken.add(id);
    ids.set(reference.id, id);
  }
  return ids;
}

/** The works as a list; a number or label of theirs stands apart. */
export function bibliographyList(
  entries: readonly Entry[],
  ids: ReadonlyMap<string, string>,
  { bibliography }: Style,
  lang: string,
): List {
  const apart = bibliography?.options['second-field-align'] !== undefined;
  const hanging = bibliography?.options['hanging-indent'] === 'true';
  const look = apart ? ['numbered', ...(entries.length > 99 ? ['wide'] : [])] : hanging ? ['hanging'] : [];
  const children = entries.map(({ reference, label, text }): ListItem => {
    const foreign = reference.lang && reference.lang !== lang ? { lang: reference.lang } : {};
    const number: PhrasingContent[] = label.length
      ? [
          {
            type: 'emphasis',
            data: { hName: 'span', hProperties: { className: ['work-label'] } },
            children: label,
          },
          { type: 'text', value: ' ' },
        ]
      : [];
    return {
      type: 'listItem',
      data: { hProperties: { id: ids.get(reference.id), ...foreign } },
      children: [{ type: 'paragraph', children: [...number, ...text] }],
    };
  });
  return {
    type: 'list',
    ordered: false,
    spread: false,
    data: { hProperties: { className: ['works', ...look] } },
    children,
  };
}
