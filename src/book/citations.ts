import { distance } from 'fastest-levenshtein';
import type { List, PhrasingContent } from 'mdast';
import type { Cluster } from '../citation/csl/cite.js';
import { createEngine, type Printed } from '../citation/csl/engine.js';
import { EndlessStyle } from '../citation/csl/render.js';
import type { Library } from '../citation/library.js';
import { locatorReader, type ReadLocator } from '../citation/locator.js';
import {
  citationHasBibliography,
  citationNamesWork,
  citationResolves,
  citationStyleValid,
  workHasWords,
} from '../citation/notices.js';
import { guess } from '../config/guess.js';
import type { Anchor, Chapter } from '../model/book.js';
import type { CitedWork } from '../model/citation.js';
import type { Say } from '../model/notice.js';
import type { Reference } from '../model/reference.js';
import { textOf } from '../tree/text-of.js';
import { visit } from '../tree/visit.js';
import { bibliographyList, entryIds, placeOfList } from './bibliography.js';
import { type Called, citationsOf } from './citation-places.js';
import { rewrite } from './citation-rewrite.js';
import { referenceHasKind } from './notices.js';

/** What stands behind the @ of an address. */
const HOST = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}$/u;

/** A citation of the book, with what it comes to. */
interface Resolved extends Called {
  readonly chapter: Chapter;
  readonly cluster: Cluster;
}

/**
 * Writes every citation as the style wants it, in its sentence or as a note, and makes the list of works. What is no
 * citation, or cannot be one, becomes the text that it was.
 * @param wishes the title of the page that the list has by itself, and whether calls of notes go behind or before a stop
 * @returns the list, if it is to have a page of its own
 */
export function resolveCitations(
  chapters: readonly Chapter[],
  anchors: Map<string, Anchor>,
  library: Library | undefined,
  { title, settles }: { readonly title: string; readonly settles: boolean },
  say: Say,
): List | undefined {
  const place = placeOfList(chapters, library !== undefined, say);
  const kindless = tellKindless(chapters, library, say);
  if (!library) {
    tellUnread(chapters, kindless, say);
    for (const { tree } of chapters) rewrite(tree, new Map());
    return undefined;
  }
  const keys = [...library.works.keys()];
  let missing = false;
  const miss = (key: string, at: Parameters<Say>[2]): void => {
    missing = true;
    if (!library.partial) say(citationResolves, { key, guess: guess(key, keys) }, at);
  };
  const read = locatorReader(library.locale);
  const resolved = chapters.flatMap((chapter): Resolved[] =>
    citationsOf(chapter.tree, library.style.kind === 'note').flatMap((called): Resolved[] => {
      const { node } = called;
      const known = node.works.filter(({ key }) => library.works.has(key));
      // A name with an @ before it is somebody’s, unless there is such a work.
      if (node.inSentence && node.works[0] !== known[0]) {
        const [first] = node.works;
        const meant = first && !library.partial && !kindless(first.key) ? slipOf(first.key, keys) : undefined;
        if (first && meant)
          say(
            citationNamesWork,
            { key: first.key, guess: meant },
            { file: chapter.file, node: first.at ?? node },
          );
        return [];
      }
      for (const { key, at } of node.works)
        if (!library.works.has(key)) miss(key, { file: chapter.file, node: at ?? node });
        else if (isBare(library.works.get(key)))
          say(workHasWords, { key, bare: true }, { file: chapter.file, node: at ?? node });
      return known.length === node.works.length
        ? [{ ...called, chapter, cluster: clusterOf(called, chapter, read) }]
        : [];
    }),
  );
  for (const { key, at } of library.uncited) if (!library.works.has(key)) miss(key, at);
  const uncited = library.all ? keys : library.uncited.map(({ key }) => key);
  try {
    const clusters = resolved.map(({ cluster }) => cluster);
    const engine = createEngine(library.style, library.locale, library.works, clusters, uncited);
    const entries = engine.entries();
    const section = place?.chapter.id ?? 'octavo-bibliography';
    const ids = entryIds(entries, section);

    for (const [key, id] of ids)
      anchors.set(`works/${key}`, { id, chapter: section, title: place?.chapter.title ?? title });
    const printed = new Map(
      resolved.map(({ node, chapter, cluster }) => {
        // A handout is a paper of its own, without the list.
        const urlOf = (key: string): string | undefined =>
          chapter.role === 'handout' || !ids.has(key) ? undefined : `#${ids.get(key)}`;
        const print = engine.print(cluster, urlOf);
        const [work] = node.works;
        if (work && isSilent(print) && !node.works.some(({ key }) => isBare(library.works.get(key))))
          say(workHasWords, { key: work.key, bare: false }, { file: chapter.file, node: work.at ?? node });
        return [node, { print, cluster }] as const;
      }),
    );
    const stopsInQuotes = library.locale.punctuationInQuote;
    for (const { tree, lang } of chapters) rewrite(tree, printed, lang, { settles, stopsInQuotes });
    if (!entries.length) {
      const cited = resolved.length > 0 || uncited.length > 0;
      return place?.fill(
        undefined,
        cited ? (library.style.bibliography ? undefined : 'style') : missing ? undefined : 'none',
      );
    }
    const list = bibliographyList(entries, ids, library.style, library.locale.lang);
    return place ? place.fill(list) : list;
  } catch (error) {
    if (!(error instanceof EndlessStyle)) throw error;
    say(citationStyleValid, { reason: 'one work takes more than 100,000 steps through it' }, library.at);
    for (const { tree } of chapters) rewrite(tree, new Map());
    return undefined;
  }
}

/** The work whose key this is but for capitals or one slip. */
function slipOf(key: string, keys: readonly string[]): string | undefined {
  const meant = guess(key, keys);
  if (meant === undefined || key.length < 4) return undefined;
  const letters = (one: string): string => [...one.toLowerCase()].sort().join('');
  return letters(key) === letters(meant) || distance(key.toLowerCase(), meant.toLowerCase()) === 1
    ? meant
    : undefined;
}

/** Whether neither a letter nor a figure is printed. */
function isSilent({ sentence, rest }: Printed): boolean {
  return !/[\p{L}\p{N}]/u.test(textOf([...sentence, ...rest]));
}

/** Whether nothing is known of a work but its key. */
function isBare(work: Reference | undefined): boolean {
  return work !== undefined && work.text.size + work.names.size + work.dates.size === 0;
}

/**
 * Says of what looks like a citation, and names no work but an id of the book, that it is no reference either.
 * @returns whether a key is such a name
 */
function tellKindless(
  chapters: readonly Chapter[],
  library: Library | undefined,
  say: Say,
): (key: string) => boolean {
  const ids = new Set<string>();
  for (const { tree } of chapters) visit(tree, ({ data }) => void (data?.anchor && ids.add(data.anchor)));
  const kindless = (key: string): boolean => ids.has(key) && !library?.works.has(key);
  // Between brackets, where there is a library, nothing but a work is meant.
  for (const { tree, file } of chapters)
    for (const { node } of citationsOf(tree, false))
      for (const { key, at } of node.works)
        if (kindless(key) && (node.inSentence || !library))
          say(referenceHasKind, { name: key }, { file, node: at ?? node });
  return kindless;
}

/** Says once that there are citations and nothing to look them up in; what has been told as something else is none. */
function tellUnread(chapters: readonly Chapter[], told: (key: string) => boolean, say: Say): void {
  for (const { tree, file } of chapters)
    for (const { node } of citationsOf(tree, false)) {
      const work = node.inSentence ? undefined : node.works.find(({ key }) => !told(key) && !HOST.test(key));
      if (!work) continue;
      say(citationHasBibliography, { key: work.key }, { file, node: work.at ?? node });
      return;
    }
}

function clusterOf({ node, note }: Called, chapter: Chapter, read: ReadLocator): Cluster {
  return {
    inSentence: node.inSentence,
    note,
    chapter: chapter.id,
    cites: node.works.map(({ key, nameless, prefix, suffix }) => ({
      key,
      nameless,
      prefix: begun(prefix.children),
      ...behind(suffix, read),
    })),
  };
}

/** What stands behind a key: a place in the work, and the rest. */
function behind(
  { children }: CitedWork['suffix'],
  read: ReadLocator,
): Pick<Cluster['cites'][number], 'locator' | 'suffix'> {
  const [first, ...others] = children;
  const found = first?.type === 'text' ? read(first.value) : undefined;
  if (first?.type !== 'text' || !found) return { suffix: children };
  const rest = first.value.slice(found.length);
  return { locator: found.locator, suffix: rest ? [{ ...first, value: rest }, ...others] : others };
}

/** Without the space behind a bracket or a semicolon. */
function begun(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const [first, ...others] = nodes;
  if (first?.type !== 'text') return [...nodes];
  const value = first.value.trimStart();
  return value ? [{ ...first, value }, ...others] : others;
}
