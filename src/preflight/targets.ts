import type { Target } from './check.js';
import {
  blackIsBlack,
  claims,
  fontsEmbedded,
  hasBookmarks,
  imagesFine,
  noLargerThan,
  nothingRuns,
  nothingToPress,
  onlyGreys,
  saysWhatItIs,
  searchable,
} from './file-demands.js';
import {
  bleedAsAsked,
  innerMargin,
  oneOfPapers,
  oneSize,
  outerMargins,
  pageCount,
  pagesInMultiples,
  trimWithin,
} from './page-demands.js';

const KDP_TRIM = 'https://kdp.amazon.com/help?topicId=GVBQ3CMEQW3W2VL6';
const KDP_FILE = 'https://kdp.amazon.com/help/topic/GYEKAVKMSE23PFTM';
const INGRAM_FILE = 'https://www.ingramspark.com/blog/file-requirements-for-print-books';
const INGRAM_GUIDE = 'https://www.ingramspark.com/hubfs/downloads/file-creation-guide.pdf';
const INGRAM_COLOUR = 'https://help.lightningsource.com/hc/en-us/articles/5294072525197';
const INGRAM_PAGES = 'https://help.lightningsource.com/hc/en-us/articles/360021475971';
const LULU_LAYOUT = 'https://help.lulu.com/en/support/solutions/articles/64000255583';
const LULU_BLEED = 'https://help.lulu.com/en/support/solutions/articles/64000255584';
const LULU_INTERIOR = 'https://help.lulu.com/en/support/solutions/articles/64000255590';
const UA = 'https://www.iso.org/standard/64599.html';
const A2 = 'https://www.iso.org/standard/50655.html';

/**
 * Who takes a file, and what they ask of it, as far as a program can see it in the file. Read in November 2026; KDP's figures of
 * trim size, pages and inner margins at second hand, from transcriptions that agree.
 */
export const TARGETS: readonly Target[] = [
  {
    id: 'kdp',
    name: 'Amazon KDP, paperback',
    edition: 'print',
    demands: [
      trimWithin([4, 6], [8.5, 11.69], KDP_TRIM),
      oneSize(KDP_FILE),
      bleedAsAsked([0.125, 0.25], KDP_TRIM),
      pageCount(24, 828, KDP_TRIM),
      innerMargin(
        [
          [150, 0.375],
          [300, 0.5],
          [500, 0.625],
          [700, 0.75],
          [828, 0.875],
        ],
        KDP_TRIM,
      ),
      outerMargins(0.25, KDP_TRIM),
      fontsEmbedded(KDP_FILE),
      imagesFine(300, KDP_FILE),
      nothingToPress(KDP_FILE),
      nothingRuns(),
      noLargerThan(650, KDP_FILE),
    ],
  },
  {
    id: 'ingram',
    name: 'IngramSpark, black and white',
    edition: 'print',
    demands: [
      oneSize(INGRAM_FILE),
      bleedAsAsked([0.125, 0.25], INGRAM_GUIDE),
      pagesInMultiples(2, INGRAM_PAGES),
      innerMargin([[Number.MAX_SAFE_INTEGER, 0.5]], INGRAM_FILE),
      outerMargins(0.5, INGRAM_FILE),
      fontsEmbedded(INGRAM_FILE),
      imagesFine(300, INGRAM_FILE),
      blackIsBlack(INGRAM_COLOUR),
      onlyGreys(INGRAM_COLOUR),
      nothingToPress(INGRAM_FILE),
      nothingRuns(),
    ],
  },
  {
    id: 'lulu',
    name: 'Lulu, black and white',
    edition: 'print',
    demands: [
      oneSize(LULU_LAYOUT),
      bleedAsAsked([0.25, 0.25], LULU_BLEED),
      innerMargin([[Number.MAX_SAFE_INTEGER, 0.5]], LULU_LAYOUT),
      outerMargins(0.5, LULU_LAYOUT),
      fontsEmbedded(LULU_INTERIOR),
      imagesFine(300, LULU_INTERIOR),
      onlyGreys(LULU_INTERIOR),
      nothingRuns(),
    ],
  },
  {
    id: 'office',
    name: 'an office printer',
    edition: 'handouts',
    demands: [
      oneOfPapers({ A4: [210 / 25.4, 297 / 25.4], Letter: [8.5, 11] }),
      outerMargins(0.25),
      fontsEmbedded(),
      imagesFine(150),
      nothingRuns(),
      noLargerThan(20),
    ],
  },
  {
    id: 'screen',
    name: 'a web page',
    edition: 'screen',
    demands: [
      saysWhatItIs(UA),
      searchable(UA),
      claims('PDF/UA-1', 'octavo build --log-level info says what speaks against it, and where.', UA),
      hasBookmarks(20, UA),
      fontsEmbedded(UA),
      nothingRuns(),
      noLargerThan(25),
    ],
  },
  {
    id: 'archive',
    name: 'an archive',
    edition: 'archive',
    demands: [
      saysWhatItIs(A2),
      searchable(A2),
      fontsEmbedded(A2),
      nothingRuns(A2),
      claims('PDF/A-2u', 'octavo build --log-level info says what speaks against it, and where.', A2),
    ],
  },
];
