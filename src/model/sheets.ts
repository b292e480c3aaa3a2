import type { At } from './notice.js';
import type { TrimSize } from './trim-size.js';

/** The edge of the paper that it is turned over on, to be printed on its back. */
export type Edge = 'long' | 'short';

/** How finished pages are put on larger sheets; lengths in CSS pixels (1/96 in). */
export interface SheetOptions {
  readonly paper: TrimSize;
  /** Short lines outside the pages say where to fold and to cut. */
  readonly marks: boolean;
  /** Unless given, the one on which heads stay up: of upright paper the long edge, of paper on its side the short one. */
  readonly flip?: Edge | undefined;
  /** What the printer leaves white at every edge of the paper. */
  readonly printerMargin: number;
  /** Pages may be larger than they are, if there is room. */
  readonly enlarge: boolean;
  /** Where it was asked for. */
  readonly at: At;
}

/** Two pages side by side, folded in the middle: saddle stitch. */
export interface BookletOptions extends SheetOptions {
  /** No signature has more sheets than that; unless given it depends on how many there are. */
  readonly sheetsPerSignature?: number | undefined;
  /** Of one sheet. */
  readonly paperThickness: number;
  /** The last page is the back of the booklet, whatever is empty before it. */
  readonly backCover: boolean;
}

/** Several pages to a side, to be read there or to be cut. */
export interface NUpOptions extends SheetOptions {
  readonly pages: 2 | 4 | 8;
  /** The pile of sheets is cut, and what was cut laid upon each other: the pages are in order then. */
  readonly cutStack: boolean;
  readonly doubleSided: boolean;
}

/** What has been put on sheets, as somebody has to know it who prints them. */
export interface Printing {
  readonly kind: 'booklet' | 'nUp' | 'cutStack';
  /** Name of the file. */
  readonly file: string;
  /** Name of the paper, as people call it. */
  readonly paper: string;
  /** The paper lies on its side. */
  readonly landscape: boolean;
  /** The edge that it is turned over on; nothing, if it is printed on one side. */
  readonly edge: Edge | undefined;
  readonly sheets: number;
  /** How many pages are empty. */
  readonly blanks: number;
  /** How large the pages are shown, in percent. */
  readonly percent: number;
  readonly columns: number;
  readonly rows: number;
  /** Sheets of each signature. */
  readonly signatures: readonly number[];
  /** There are marks to cut along. */
  readonly marks: boolean;
}
