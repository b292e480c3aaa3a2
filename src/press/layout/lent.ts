import { layAnew } from './anew.js';
import { bestEnds } from './best-ends.js';
import { holdBriefCells } from './brief-cells.js';
import { setCloser } from './closer.js';
import { columnCount } from './column-count.js';
import { columnsOf } from './columns.js';
import { callsUpTo, endChoices } from './end-choices.js';
import { evenLines } from './even-lines.js';
import { FLOAT_RULES } from './float-rules.js';
import { keepFootWords } from './foot-words.js';
import { lineGrid, setGaps } from './grid.js';
import { freeColumns, holdColumns } from './held-columns.js';
import { KEEPS } from './keeps.js';
import { letterAt } from './letter.js';
import { LINE_BOXES } from './line-boxes.js';
import { lineEnds } from './line-ends.js';
import { linePlaces } from './line-places.js';
import { isLoose } from './loose.js';
import { mayHold } from './may-hold.js';
import { NOTE_BLOCKS } from './note-blocks.js';
import { COPIES } from './note-copies.js';
import { roomOfNotes } from './note-room.js';
import { openingAbove } from './opening.js';
import { holdLines } from './optical-margins.js';
import { pageEnds } from './page-ends.js';
import { pageFeet } from './page-feet.js';
import { PARTING } from './parting.js';
import { theRange } from './range.js';
import { sectionNotes } from './section-notes.js';
import { dropHyphens } from './soft-hyphens.js';
import { spaceWidth } from './space-width.js';
import { stretchOf } from './stretch.js';
import { textBlocks } from './text-blocks.js';
import { TURNED_HEADS } from './turned-heads.js';

/** What is lent to the page, so that what runs there may call it by these names. */
export const LENT = {
  columnsOf,
  theRange,
  columnCount,
  setCloser,
  layAnew,
  holdBriefCells,
  holdColumns,
  isLoose,
  freeColumns,
  ...PARTING,
  ...KEEPS,
  ...LINE_BOXES,
  ...COPIES,
  ...NOTE_BLOCKS,
  ...FLOAT_RULES,
  ...TURNED_HEADS,
  mayHold,
  holdLines,
  textBlocks,
  letterAt,
  lineEnds,
  bestEnds,
  linePlaces,
  spaceWidth,
  evenLines,
  keepFootWords,
  dropHyphens,
  pageEnds,
  pageFeet,
  stretchOf,
  sectionNotes,
  callsUpTo,
  endChoices,
  lineGrid,
  setGaps,
  openingAbove,
  roomOfNotes,
};
