import type { Root } from 'hast';
import type { VFile } from 'vfile';
import { withMade } from '../book/reading-order.js';
import { writtenRoles } from '../book/written-roles.js';
import type { Book, Chapter } from '../model/book.js';
import type { ResolvedConfig } from '../model/config.js';
import type { Construct } from '../model/construct.js';
import type { Bench, Edition } from '../model/edition.js';
import type { Say } from '../model/notice.js';
import type { Rendition, Section } from '../model/rendition.js';
import type { Workshop } from '../model/workshop.js';
import { EXIT, visit } from '../tree/visit.js';
import { openAddresses } from './addresses.js';
import { holdAdjoining } from './adjoining.js';
import { holdAnnouncements } from './announcements.js';
import { leaveAnswers, settleAnswers } from './answers.js';
import { type Arrivals, holdWritten, noteArrivals } from './arrived.js';
import { cascade } from './cascade.js';
import { breakCode } from './code-lines.js';
import { fillContents } from './contents-list.js';
import { holdDashes } from './dashes.js';
import { dropDeadLinks } from './dead-links.js';
import { direct } from './direction.js';
import { openWithDropCap, settleDropCaps } from './drop-caps.js';
import { markEmphasis } from './emphasis-marks.js';
import { FIELD_FONT, readFieldFont } from './field-font.js';
import { hyphenate } from './hyphenate.js';
import { fillIndex } from './index-list.js';
import { holdIndexPoints } from './index-points.js';
import { openDetails, withoutInvisible } from './invisible.js';
import { joinLists } from './join-lists.js';
import { markLeadingImages } from './leading-images.js';
import { dropFolios, fillLists } from './lists.js';
import { openLongWords } from './long-words.js';
import { lowerHeadings } from './lowered.js';
import { gatherNotes, numberNotes } from './notes.js';
import { htmlIsKnown, htmlIsSafe } from './notices.js';
import { giveRoomToNumbers } from './number-room.js';
import { holdNumbers, holdRanges } from './numbers.js';
import { isOmitted } from './omitted.js';
import { setOpening } from './opening.js';
import { ownLooks } from './own-looks.js';
import { passedOver, shownIn } from './shown.js';
import { solutionsAlone } from './solutions-alone.js';
import { fillTitles } from './titles.js';
import { asWritten, settle } from './to-hast.js';
import { familyOf } from './tokens.js';
import { tellUnhyphenated } from './unhyphenated.js';
import { markUpright } from './upright-emphasis.js';
import { hangVerse } from './verse-lines.js';

/**
 * Dresses a book for one edition: its chapters as HTML, the pages nobody wrote, the stylesheets.
 * @param own the author's own stylesheets
 */
export async function typeset(
  whole: Book,
  edition: Edition,
  config: ResolvedConfig,
  constructs: readonly Construct[],
  own: readonly VFile[],
  workshop: Workshop,
  say: Say,
): Promise<Rendition> {
  const book = shownIn(whole, edition);
  const shown = book.chapters;
  const arrivals = new Map<VFile, Arrivals>();
  /** Files of which some HTML was not let through, with whatever text it held. */
  const refused = new Set<VFile>();
  const hyphenated = edition.medium === 'paged' && config.hyphenate && edition.hyphens !== false;
  const dress = async (chapter: Chapter): Promise<Section> => {
    const heard: Say = (notice, ...rest) => {
      if (notice.id === htmlIsSafe.id || notice.id === htmlIsKnown.id) refused.add(chapter.file);
      say(notice, ...rest);
    };
    let written = asWritten(chapter, edition.medium, constructs, heard);
    for (const { hast } of constructs) if (hast) written = await hast(written, chapter.file, say);
    const tree = settle(written, chapter, book, heard);
    const arrived = arrivals.get(chapter.file) ?? { at: [], within: new Map() };
    noteArrivals(tree, arrived);
    arrivals.set(chapter.file, arrived);
    setOpening(tree, chapter);
    if (config.dropCaps && chapter.matter === 'body' && chapter.role !== 'part')
      openWithDropCap(tree, chapter.file, say);
    settleDropCaps(tree);
    holdNumbers(tree);
    markLeadingImages(tree);
    if (edition.medium === 'paged') {
      withoutInvisible(tree);
      openDetails(tree);
      breakCode(tree);
      hangVerse(tree);
      holdAnnouncements(tree);
      openLongWords(tree);
      markEmphasis(tree, chapter.lang);
    }
    if (hyphenated) await hyphenate(tree, chapter.lang);
    if (edition.medium === 'paged') {
      openAddresses(tree);
      holdDashes(tree);
      holdRanges(tree);
      holdAdjoining(tree);
      holdIndexPoints(tree);
    }
    const { id, role, matter, title, shortTitle, authors, lang, listed, file, pages, fit, orientation } =
      chapter;
    const dir = chapter.dir === book.metadata.dir ? undefined : chapter.dir;
    return {
      id,
      role,
      matter,
      title,
      shortTitle,
      authors,
      lang,
      dir,
      listed,
      tree,
      file,
      pages,
      fit,
      orientation,
    };
  };
  const handouts = edition.shows === 'handouts';
  const texts = [
    ...shown.map(({ file }) => String(file.value)),
    JSON.stringify([book.metadata, book.outline, config.words]),
  ];
  const { styles, fonts, tokens, tokenAt, scriptFaces } = await cascade(
    edition,
    config,
    constructs,
    own,
    workshop,
    say,
    texts,
  );
  const dressed = handouts
    ? await Promise.all(shown.map(dress))
    : await arrange(book, edition, config, shown, dress, { own: workshop.own, tokens, tokenAt, say });
  if (hyphenated) tellUnhyphenated(dressed, say);
  // A plugin may leave out what it likes.
  if (!constructs.some(({ mdast, hast }) => mdast || hast))
    for (const [file, arrived] of arrivals) {
      if (refused.has(file)) continue;
      const own = whole.chapters.filter((chapter) => chapter.file === file);
      const leftOut = own.flatMap(({ id, tree }) =>
        passedOver(tree, edition, !shown.some((chapter) => chapter.id === id)),
      );
      holdWritten(file, arrived, [...(file.data.leftOut ?? []), ...leftOut], say);
    }
  const key = edition.key && solutionsAlone(edition.key, dressed, book);
  const sections = key ? [key.section] : dressed;
  for (const group of handouts ? sections.map((section) => [section]) : [sections])
    if (edition.solutions === 'in-place') for (const { tree } of group) leaveAnswers(tree);
    else settleAnswers(group, book.exercises, handouts);
  numberNotes(sections, config.noteNumbers === 'book' && !handouts);
  if (config.notes === 'book' && edition.matter.some(({ role }) => role === 'endnotes'))
    gatherNotes(sections);
  fillIndex(
    sections.filter(({ id }) => !id.startsWith('octavo-')),
    book,
    say,
  );
  for (const { id, tree, role } of sections) {
    fillLists(tree, book.counted);
    if (!id.startsWith('octavo-') && role === 'toc') fillContents(tree, book, config.tocDepth);
    if (edition.medium !== 'paged') dropFolios(tree);
  }
  for (const { tree } of sections) giveRoomToNumbers(tree);
  for (const { tree, lang, dir } of sections) direct(tree, lang, dir ?? book.metadata.dir);
  fillTitles(sections);
  for (const { tree, lang } of sections) markUpright(tree, lang);
  if (edition.medium === 'paged') for (const { tree } of sections) lowerHeadings(tree);
  if (key) dropDeadLinks(sections);
  const made = new Set(sections.map(({ id }) => id));
  const listed = book.outline.filter(({ section }) => !section.startsWith('octavo-') || made.has(section));
  const bound = edition.medium === 'paged' ? joinLists(sections, listed) : { sections, outline: listed };
  const formulas = sections.some(({ tree }) => hasFormula(tree));
  const wanted = config.editionOptions[edition.name] ?? {};
  // Fields are found by links: who wants no links wants none of these either.
  const fillable = wanted.links !== false && (wanted.fillable ?? edition.fillable ?? false);
  const options = { ...wanted, fillable };
  return {
    edition: edition.name,
    medium: edition.medium,
    metadata: book.metadata,
    words: book.words,
    sections: bound.sections,
    outline: key?.outline ?? (edition.shows === 'chapters' ? bound.outline : []),
    styles: styles(formulas),
    ownStyles: ownLooks(config),
    assets: book.assets,
    fonts: fillable ? new Map([...fonts, [FIELD_FONT, readFieldFont(workshop.own)]]) : fonts,
    scriptFaces,
    typefaces: {
      serif: familyOf(tokens, 'serif'),
      'sans-serif': familyOf(tokens, 'sans'),
      monospace: familyOf(tokens, 'mono'),
      math: familyOf(tokens, 'math'),
    },
    page: edition.page(config, tokens),
    images: { ...edition.images, ...(options.ink === 'black' ? { grey: true } : {}) },
    options,
  };
}

/** Front matter that nobody wrote, front matter that somebody did, parts with their chapters, back matter. */
async function arrange(
  book: Book,
  edition: Edition,
  config: ResolvedConfig,
  shown: readonly Chapter[],
  dress: (chapter: Chapter) => Promise<Section>,
  bench: Bench,
): Promise<Section[]> {
  const written = writtenRoles(shown);
  const pages = await Promise.all(
    edition.matter
      .filter(({ role }) => !written.has(role) && !isOmitted(role, edition.medium, config.omitted))
      .map((page) => page.make(book, config, bench)),
  );
  const made = pages.filter((page) => page !== undefined);
  const front = await Promise.all(shown.filter((chapter) => chapter.matter === 'front').map(dress));
  const body: Section[] = [];
  let part: number | undefined;
  for (const chapter of shown) {
    if (chapter.matter !== 'body' || chapter.role === 'part') continue;
    if (chapter.part !== undefined && chapter.part !== part) {
      part = chapter.part;
      const facts = book.parts[part];
      if (facts) body.push(edition.part(facts, part, book, facts.chapter && (await dress(facts.chapter))));
    }
    body.push(await dress(chapter));
  }
  const back = [
    ...(await Promise.all(shown.filter((chapter) => chapter.matter === 'back').map(dress))),
    ...made.filter((section) => section.matter === 'back'),
  ];
  const before = withMade(
    made.filter((section) => section.matter === 'front'),
    front,
  );
  return [...before, ...body, ...back];
}

function hasFormula(tree: Root): boolean {
  let found = false;
  visit(tree, { tagName: 'math' }, () => {
    found = true;
    return EXIT;
  });
  return found;
}
