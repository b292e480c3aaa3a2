import type { Heading as HeadingNode } from 'mdast';
import { VFile } from 'vfile';
import type { Library } from '../citation/library.js';
import { settled } from '../config/typography.js';
import { educatedLine } from '../language/line.js';
import { letters } from '../language/numerals.js';
import { unmarked } from '../language/slant.js';
import { directionOf } from '../language/tag.js';
import { LONGEST_TITLE } from '../manuscript/limits.js';
import type { Anchor, Book, Chapter } from '../model/book.js';
import type { ResolvedConfig } from '../model/config.js';
import type { Asset, Matter, Part, Role } from '../model/manuscript.js';
import type { Metadata } from '../model/metadata.js';
import type { Say } from '../model/notice.js';
import { lineOf } from '../tree/text-of.js';
import { listAbbreviations } from './abbreviations.js';
import { chapterAuthors } from './chapter-authors.js';
import { resolveCitations } from './citations.js';
import { count } from './counters.js';
import type { Draft } from './draft.js';
import { settleEpigraph } from './epigraph.js';
import { exercisesOf } from './exercises.js';
import { resolveTerms, settleGlossaries } from './glossary.js';
import { pointAtHandouts } from './handout-pointers.js';
import { handoutsOf } from './handouts.js';
import { enterHtmlPlaces } from './html-places.js';
import { createIdentifiers } from './identifiers.js';
import { indexEntries } from './index-entries.js';
import {
  chapterHasText,
  glossaryTermKnown,
  handoutExists,
  indexRangeCloses,
  indexSeeResolves,
  partHasChapters,
  referenceResolves,
} from './notices.js';
import { outlineOf } from './outline.js';
import { inReadingOrder, tellMoved } from './reading-order.js';
import { resolveLinks, resolveReferences } from './references.js';
import { roleTitle } from './role-titles.js';
import { givenRole, isRoleless, matterOf, roleOf } from './roles.js';
import { SILENT } from './silent.js';
import { holdTypedNumbers } from './typed-numbers.js';

/** What is said of a pointer whose end is not in the book. */
const POINTERS: ReadonlySet<string> = new Set(
  [referenceResolves, glossaryTermKnown, handoutExists, indexSeeResolves, indexRangeCloses].map(
    ({ id }) => id,
  ),
);

/** What the author has decided that bears on more than one chapter. */
export type Wishes = Pick<
  ResolvedConfig,
  'words' | 'numberChapters' | 'lists' | 'notes' | 'abbreviations' | 'typography'
>;

/**
 * Brings the chapters together: everything that needs more than one of them.
 * @param library what the book cites with; without it what looks like a citation is text
 * @param refused files that could not be read
 */
export function gather(
  metadata: Metadata,
  parts: readonly Part[],
  drafts: readonly Draft[],
  assets: ReadonlyMap<string, Asset>,
  { words, numberChapters, lists, notes, abbreviations, typography }: Wishes,
  tell: Say,
  library?: Library,
  refused: ReadonlySet<string> = new Set(),
): Book {
  // What points at something may be right: one mistake is told once.
  const say: Say = (notice, ...rest) => {
    if (!refused.size || !POINTERS.has(notice.id)) tell(notice, ...rest);
  };
  const identifiers = createIdentifiers(drafts, say);
  const numberOf = counter(numberChapters);
  const listed = drafts.map((draft): Chapter => {
    const role = roleOf(draft);
    const matter = matterOf(draft, role);
    if (role === 'part' && draft.file.data.place?.part === undefined)
      say(
        partHasChapters,
        { path: draft.file.path, title: titleFromName(draft.file) },
        { file: draft.file, node: draft.at('role') },
      );
    // Of a file that is the whole book, it has been said that the book has no title.
    const spokenOf = draft.file.messages.some((message) => message.fatal);
    if (!draft.tree.children.length && !SILENT.has(role) && role !== 'part' && !spokenOf)
      say(chapterHasText, { forOthers: Boolean(draft.file.data.leftOut?.length) }, { file: draft.file });
    return chapterOf(
      draft,
      role,
      matter,
      isUnnumbered(draft) ? undefined : numberOf(role, matter),
      metadata,
      { words, typography },
      identifiers.chapter(draft),
    );
  });
  const chapters = inReadingOrder(listed, (_, i) => drafts[i] !== undefined && isRoleless(drafts[i]));
  tellMoved(drafts, listed, chapters, say);
  holdTypedNumbers(chapters, say);
  const anchors = new Map<string, Anchor>();
  const bibliography = resolveCitations(
    chapters,
    anchors,
    library,
    { title: words(metadata.lang).bibliography, settles: typography.notes },
    say,
  );
  for (const chapter of chapters) {
    settleGlossaries(chapter);
    if (chapter.role === 'epigraph') settleEpigraph(chapter);
    // Of several chapters in one file, a link to the file leads to the first.
    if (!anchors.has(chapter.file.path))
      anchors.set(chapter.file.path, { id: chapter.id, chapter: chapter.id, title: chapter.title });
    identifiers.places(chapter, anchors);
  }
  const htmlPlaces = enterHtmlPlaces(chapters, anchors);
  const counted = count(chapters, anchors);
  const ownText = new Map(
    chapters.filter((chapter) => chapter.role === 'part').map((chapter) => [chapter.part, chapter]),
  );
  const book: Book = {
    metadata,
    words: words(metadata.lang),
    parts: parts.map((part, i) => {
      const chapter = ownText.get(i);
      const typed =
        part.title.slice(0, LONGEST_TITLE) ||
        chapter?.title ||
        titleFromName(new VFile({ path: part.path ?? 'part' }));
      const written = educatedLine(typed, metadata.lang, typography);
      const id = chapter?.id ?? identifiers.part(unmarked(typed));
      return { ...part, title: unmarked(written), written, id, chapter };
    }),
    chapters,
    refused,
    handouts: [],
    outline: [],
    anchors,
    bibliography,
    index: indexEntries(chapters, metadata.lang, say),
    counted,
    exercises: exercisesOf(chapters, counted),
    assets,
  };
  resolveReferences(book, words, say);
  resolveLinks(book, htmlPlaces, say);
  const small = pointAtHandouts(book, say);
  resolveTerms(chapters, say);
  listAbbreviations(chapters, abbreviations);
  const whole = { ...book, handouts: handoutsOf(chapters, metadata.slug, small) };
  return { ...whole, outline: outlineOf(whole, { lists, notes }) };
}

function chapterOf(
  draft: Draft,
  role: Role,
  matter: Matter,
  number: string | undefined,
  metadata: Metadata,
  { words, typography }: Pick<Wishes, 'words' | 'typography'>,
  id: string,
): Chapter {
  const { file, tree, frontMatter } = draft;
  const heading = tree.children.find(
    (node): node is HeadingNode => node.type === 'heading' && node.depth === 1,
  );
  const lang = frontMatter.lang ?? metadata.lang;
  const wanted = settled(frontMatter.typography, typography);
  const set = (line: string): string => educatedLine(line, lang, wanted);
  const given = frontMatter.title ?? (heading ? undefined : file.data.place?.title?.slice(0, LONGEST_TITLE));
  // Front matter of no known kind is set as a preface, and is none by that.
  const known = givenRole(draft) ? roleTitle(role, words(lang)) : undefined;
  const otherwise = known ?? titleFromName(file);
  // A heading is part of the text, and set with it.
  const title = given === undefined ? (heading ? lineOf(heading) : otherwise) : set(given);
  const silent = SILENT.has(role);
  if (!heading && !silent)
    tree.children.unshift({
      type: 'heading',
      depth: 1,
      children: [{ type: 'text', value: title }],
      data: { typed: given ?? title },
    });
  return {
    id,
    role,
    matter,
    title,
    titledByFile: (given ?? heading ?? known) === undefined && !silent,
    subtitle: frontMatter.subtitle && set(frontMatter.subtitle),
    shortTitle: frontMatter.short_title === undefined ? title : set(frontMatter.short_title),
    lang,
    dir: frontMatter.dir ?? directionWithin(metadata, lang),
    words: words(lang),
    class: frontMatter.class,
    listed: !silent && frontMatter.toc !== false,
    part: file.data.place?.part,
    number,
    authors: chapterAuthors(frontMatter.author, metadata.authors, lang, wanted),
    pages: frontMatter.pages ?? 1,
    fit: frontMatter.fit,
    orientation: frontMatter.orientation,
    outputs: frontMatter.outputs,
    tree,
    file,
  };
}

/** A chapter is read as its book is, unless its language is read from the other side than that of the book. */
function directionWithin({ lang, dir }: Metadata, own: string): 'ltr' | 'rtl' {
  const way = directionOf(own);
  return way === directionOf(lang) ? dir : way;
}

/** Numbers chapters in order, and appendices by letters; numbers nothing in a book that does not want it. */
function counter(numbered: boolean): (role: Role, matter: Matter) => string | undefined {
  let [chapters, appendices] = [0, 0];
  return (role, matter) => {
    if (numbered && role === 'chapter' && matter === 'body') return String(++chapters);
    return numbered && role === 'appendix' ? letters(++appendices) : undefined;
  };
}

/** Said in the front matter, or behind the heading: `# Preface {.unnumbered}`. */
function isUnnumbered({ tree, frontMatter }: Draft): boolean {
  const heading = tree.children.find((node) => node.type === 'heading');
  const classes = heading?.data?.hProperties?.className;
  return frontMatter.unnumbered ?? (Array.isArray(classes) && classes.includes('unnumbered'));
}

/** What a file is called, without its number; one that has nothing but numbers is a date, or called so. */
function titleFromName({ stem = '' }: VFile): string {
  if (/^[\d._-]+$/.test(stem)) return stem;
  const words = stem
    .replace(/^[\d._-]+(?=\D)/, '')
    .replace(/[-_]+/g, ' ')
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
