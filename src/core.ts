import { abbreviation } from './constructs/abbreviation.js';
import { aside } from './constructs/aside.js';
import { calendar } from './constructs/calendar.js';
import { callout } from './constructs/callout.js';
import { cards } from './constructs/cards.js';
import { checklist } from './constructs/checklist.js';
import { citation } from './constructs/citation.js';
import { codeCallout } from './constructs/code-callout.js';
import { columns } from './constructs/columns.js';
import { condition } from './constructs/condition.js';
import { crossReference } from './constructs/cross-reference.js';
import { definitionList } from './constructs/definition-list.js';
import { dialogue } from './constructs/dialogue.js';
import { division } from './constructs/division.js';
import { dropCap } from './constructs/drop-cap.js';
import { exercise } from './constructs/exercise.js';
import { figure } from './constructs/figure.js';
import { fillIn } from './constructs/fill-in.js';
import { fold } from './constructs/fold.js';
import { glossary } from './constructs/glossary.js';
import { handoutLink } from './constructs/handout-link.js';
import { indexTerm } from './constructs/index-term.js';
import { inlineNote } from './constructs/inline-note.js';
import { lines } from './constructs/lines.js';
import { listOf } from './constructs/list-of.js';
import { listing } from './constructs/listing.js';
import { math } from './constructs/math.js';
import { pairs } from './constructs/pairs.js';
import { quotation } from './constructs/quotation.js';
import { ruby } from './constructs/ruby.js';
import { scale } from './constructs/scale.js';
import { sceneBreak } from './constructs/scene-break.js';
import { shorthand } from './constructs/shorthand.js';
import { span } from './constructs/span.js';
import { table } from './constructs/table.js';
import { tableSpan } from './constructs/table-span.js';
import { trackedChange } from './constructs/tracked-change.js';
import { typography } from './constructs/typography.js';
import { variable } from './constructs/variable.js';
import { verse } from './constructs/verse.js';
import { wikiLink } from './constructs/wiki-link.js';
import { writingBox } from './constructs/writing-box.js';
import { NOTICES } from './core-notices.js';
import { answerKey } from './editions/answer-key.js';
import { archive } from './editions/archive.js';
import { cover } from './editions/cover.js';
import { epub } from './editions/epub.js';
import { handouts } from './editions/handouts.js';
import { largePrint } from './editions/large-print.js';
import { print } from './editions/print.js';
import { sample } from './editions/sample.js';
import { samplePdf } from './editions/sample-pdf.js';
import { screen } from './editions/screen.js';
import { teacher } from './editions/teacher.js';
import { web } from './editions/web.js';
import type { Plugin } from './model/plugin.js';
import { addressReads } from './rules/address-reads.js';
import { altTextIsShort } from './rules/alt-text-is-short.js';
import { altTextSpeaks } from './rules/alt-text-speaks.js';
import { apostrophesTurn } from './rules/apostrophes-turn.js';
import { bracketsClose } from './rules/brackets-close.js';
import { captionAdds } from './rules/caption-adds.js';
import { captionIsMarked } from './rules/caption-is-marked.js';
import { chapterHasTitle } from './rules/chapter-has-title.js';
import { chapterIsMarked } from './rules/chapter-is-marked.js';
import { charactersVisible } from './rules/characters-visible.js';
import { codeIsMarked } from './rules/code-is-marked.js';
import { colourIsNotAlone } from './rules/colour-is-not-alone.js';
import { contentsAreMade } from './rules/contents-are-made.js';
import { countedIsReferred } from './rules/counted-is-referred.js';
import { dashesPart } from './rules/dashes-part.js';
import { dashesTyped } from './rules/dashes-typed.js';
import { ellipsesTyped } from './rules/ellipses-typed.js';
import { fenceOpens } from './rules/fence-opens.js';
import { formulaHasDollars } from './rules/formula-has-dollars.js';
import { headingCapitals } from './rules/heading-capitals.js';
import { headingEnds } from './rules/heading-ends.js';
import { headingIsMarked } from './rules/heading-is-marked.js';
import { headingReads } from './rules/heading-reads.js';
import { headingSteps } from './rules/heading-steps.js';
import { headingText } from './rules/heading-text.js';
import { headingsDiffer } from './rules/headings-differ.js';
import { htmlCloses } from './rules/html-closes.js';
import { htmlHoldsHtml } from './rules/html-holds-html.js';
import { imageAlt } from './rules/image-alt.js';
import { indexEntriesDiffer } from './rules/index-entries-differ.js';
import { itemHasText } from './rules/item-has-text.js';
import { languageIsMarked } from './rules/language-is-marked.js';
import { linesStayApart } from './rules/lines-stay-apart.js';
import { linkTextSpeaks } from './rules/link-text-speaks.js';
import { listHasEntries } from './rules/list-has-entries.js';
import { listIsMeant } from './rules/list-is-meant.js';
import { listNumbersFollow } from './rules/list-numbers-follow.js';
import { listReads } from './rules/list-reads.js';
import { markupCloses } from './rules/markup-closes.js';
import { markupIsMarkdown } from './rules/markup-is-markdown.js';
import { markupShows } from './rules/markup-shows.js';
import { notePrinted } from './rules/note-printed.js';
import { paragraphLength } from './rules/paragraph-length.js';
import { punctuationAttached } from './rules/punctuation-attached.js';
import { quotationsClose } from './rules/quotations-close.js';
import { quotesTurned } from './rules/quotes-turned.js';
import { referenceDefined } from './rules/reference-defined.js';
import { referenceHasNumber } from './rules/reference-has-number.js';
import { referenceNamesOnce } from './rules/reference-names-once.js';
import { runningHeadFits } from './rules/running-head-fits.js';
import { sceneBreakIsMarked } from './rules/scene-break-is-marked.js';
import { sceneBreakParts } from './rules/scene-break-parts.js';
import { sectionHasText } from './rules/section-has-text.js';
import { sentenceLength } from './rules/sentence-length.js';
import { solutionPrinted } from './rules/solution-printed.js';
import { spacesSingle } from './rules/spaces-single.js';
import { tableFitsHead } from './rules/table-fits-head.js';
import { tableHasHead } from './rules/table-has-head.js';
import { tableReads } from './rules/table-reads.js';
import { textHasHeading } from './rules/text-has-heading.js';
import { textIsDecoded } from './rules/text-is-decoded.js';
import { textIsFinished } from './rules/text-is-finished.js';
import { verseIsMarked } from './rules/verse-is-marked.js';
import { waysAreMade } from './rules/ways-are-made.js';
import { wordsInOneScript } from './rules/words-in-one-script.js';
import { wordsSpeltAlike } from './rules/words-spelt-alike.js';
import { wordsStandOnce } from './rules/words-stand-once.js';

/** What Octavo brings along: a plugin like any other. */
export const core: Plugin = {
  name: 'octavo',
  constructs: [
    condition,
    trackedChange,
    variable,
    inlineNote,
    wikiLink,
    callout,
    aside,
    division,
    sceneBreak,
    figure,
    codeCallout,
    math,
    listing,
    table,
    tableSpan,
    definitionList,
    verse,
    quotation,
    dialogue,
    pairs,
    dropCap,
    ruby,
    shorthand,
    span,
    indexTerm,
    glossary,
    exercise,
    listOf,
    checklist,
    handoutLink,
    lines,
    writingBox,
    scale,
    fillIn,
    columns,
    calendar,
    fold,
    cards,
    crossReference,
    citation,
    abbreviation,
    typography,
  ],
  rules: [
    addressReads,
    altTextIsShort,
    altTextSpeaks,
    apostrophesTurn,
    bracketsClose,
    captionAdds,
    captionIsMarked,
    chapterIsMarked,
    charactersVisible,
    codeIsMarked,
    colourIsNotAlone,
    contentsAreMade,
    countedIsReferred,
    dashesPart,
    dashesTyped,
    ellipsesTyped,
    fenceOpens,
    formulaHasDollars,
    headingCapitals,
    headingEnds,
    headingIsMarked,
    headingReads,
    headingSteps,
    headingText,
    headingsDiffer,
    htmlCloses,
    htmlHoldsHtml,
    imageAlt,
    indexEntriesDiffer,
    itemHasText,
    languageIsMarked,
    linesStayApart,
    linkTextSpeaks,
    listHasEntries,
    listIsMeant,
    listNumbersFollow,
    listReads,
    markupCloses,
    markupIsMarkdown,
    markupShows,
    notePrinted,
    paragraphLength,
    punctuationAttached,
    quotationsClose,
    quotesTurned,
    referenceDefined,
    referenceHasNumber,
    referenceNamesOnce,
    runningHeadFits,
    sceneBreakIsMarked,
    sceneBreakParts,
    chapterHasTitle,
    sectionHasText,
    sentenceLength,
    solutionPrinted,
    spacesSingle,
    tableFitsHead,
    tableHasHead,
    tableReads,
    textIsDecoded,
    textIsFinished,
    textHasHeading,
    verseIsMarked,
    waysAreMade,
    wordsInOneScript,
    wordsSpeltAlike,
    wordsStandOnce,
  ],
  editions: [
    print,
    largePrint,
    teacher,
    answerKey,
    screen,
    epub,
    web,
    handouts,
    sample,
    samplePdf,
    archive,
    cover,
  ],
  themes: [
    {
      name: 'classic',
      description: 'EB Garamond with Source Sans: a quiet serif for reading',
      typefaces: 'EB Garamond',
      path: 'styles/themes/classic/theme.css',
    },
    {
      name: 'modern',
      description: 'Source Sans for everything, paragraphs parted by a gap: manuals, reports, teaching',
      typefaces: 'Source Sans 3',
      path: 'styles/themes/modern/theme.css',
    },
    {
      name: 'workbook',
      description: 'Source Serif with sans headings, a wide outer margin and tinted boxes: room for a pen',
      typefaces: 'Source Serif 4',
      path: 'styles/themes/workbook/theme.css',
    },
  ],
  notices: NOTICES,
};
