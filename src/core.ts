import { notices as bindingNotices } from './binding/notices.js';
import * as bookNotices from './book/notices.js';
import * as citationNotices from './citation/notices.js';
import * as configNotices from './config/notices.js';
import { abbreviation } from './constructs/abbreviation.js';
import { aside } from './constructs/aside.js';
import { callout } from './constructs/callout.js';
import { cards } from './constructs/cards.js';
import { checklist } from './constructs/checklist.js';
import { citation } from './constructs/citation.js';
import { codeCallout } from './constructs/code-callout.js';
import { condition } from './constructs/condition.js';
import { crossReference } from './constructs/cross-reference.js';
import { definitionList } from './constructs/definition-list.js';
import { dialogue } from './constructs/dialogue.js';
import { division } from './constructs/division.js';
import { dropCap } from './constructs/drop-cap.js';
import { exercise } from './constructs/exercise.js';
import { figure } from './constructs/figure.js';
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
import { sceneBreak } from './constructs/scene-break.js';
import { span } from './constructs/span.js';
import { table } from './constructs/table.js';
import { tableSpan } from './constructs/table-span.js';
import { typography } from './constructs/typography.js';
import { variable } from './constructs/variable.js';
import { verse } from './constructs/verse.js';
import { epub } from './editions/epub.js';
import { handouts } from './editions/handouts.js';
import { print } from './editions/print.js';
import { screen } from './editions/screen.js';
import * as manuscriptNotices from './manuscript/notices.js';
import * as limitNotices from './manuscript/notices-limits.js';
import { pluginAgrees } from './manuscript/plugins/transforms.js';
import * as markdownNotices from './markdown/notices.js';
import * as includeNotices from './markdown/notices-includes.js';
import type { Plugin } from './model/plugin.js';
import { pressNotices, requestInsideBook } from './press/notices.js';
import { headingSteps } from './rules/heading-steps.js';
import { headingText } from './rules/heading-text.js';
import { htmlCloses } from './rules/html-closes.js';
import { imageAlt } from './rules/image-alt.js';
import { listHasEntries } from './rules/list-has-entries.js';
import { markupCloses } from './rules/markup-closes.js';
import { notePrinted } from './rules/note-printed.js';
import { quotationsClose } from './rules/quotations-close.js';
import { referenceDefined } from './rules/reference-defined.js';
import { tableFitsHead } from './rules/table-fits-head.js';
import { textIsFinished } from './rules/text-is-finished.js';
import { wordsStandOnce } from './rules/words-stand-once.js';
import * as typesetNotices from './typeset/notices.js';
import { outputWritable } from './workshop/notices.js';

/** What Octavo brings along: a plugin like any other. */
export const core: Plugin = {
  name: 'octavo',
  constructs: [
    condition,
    variable,
    inlineNote,
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
    span,
    indexTerm,
    glossary,
    exercise,
    listOf,
    checklist,
    handoutLink,
    lines,
    cards,
    crossReference,
    citation,
    abbreviation,
    typography,
  ],
  rules: [
    imageAlt,
    headingSteps,
    headingText,
    referenceDefined,
    notePrinted,
    markupCloses,
    htmlCloses,
    tableFitsHead,
    listHasEntries,
    wordsStandOnce,
    textIsFinished,
    quotationsClose,
  ],
  editions: [print, screen, epub, handouts],
  themes: [
    {
      name: 'classic',
      description: 'EB Garamond with Source Sans: a quiet serif for reading',
      typefaces: 'EB Garamond',
      path: 'styles/themes/classic/theme.css',
    },
  ],
  notices: [
    ...Object.values(configNotices),
    ...Object.values(manuscriptNotices),
    ...Object.values(limitNotices),
    pluginAgrees,
    ...Object.values(markdownNotices),
    ...Object.values(includeNotices),
    ...Object.values(citationNotices),
    ...Object.values(bookNotices),
    ...Object.values(typesetNotices),
    ...Object.values(pressNotices),
    requestInsideBook,
    ...bindingNotices,
    outputWritable,
  ],
};
