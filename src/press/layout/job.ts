import type { TrimSize } from '../../model/config.js';
import type { PageBreak } from '../../model/page-break.js';
import type { Margins, PageSetup, Section } from '../../model/rendition.js';
import type { Crowded } from './fit.js';
import type { Floated } from './floats.js';
import type { MissingGlyphs } from './glyphs.js';
import type { Overflow, SetImage } from './inspect.js';
import type { NotesPlaced } from './notes.js';
import type { Pagination } from './paginate.js';
import type { PlacedHeading } from './places.js';
import type { SheetLine } from './sheet-lines.js';

/** Ids of the style elements that the layout writes. */
export const GEOMETRY_STYLE = 'octavo-geometry';
export const RUNNING_STYLE = 'octavo-running';

/** A document whose every page is known, ready to be printed once. */
export interface Settled {
  readonly pagination: Pagination;
  /** Every heading in document order, with its page in the document, from 0. */
  readonly headings: readonly PlacedHeading[];
  /** The page in the document, from 0, of everything that is referred to by its page, of notes at the foot of one, and of exercises, by id. */
  readonly places: ReadonlyMap<string, number>;
  /** How far one of them begins above its page at most, in CSS pixels. */
  readonly rise: number;
  readonly overflows: readonly Overflow[];
  /** Every image as it was set, with its page in the document, from 0. */
  readonly images: readonly SetImage[];
  /** How many letters a line of the text has; none where that cannot be told. */
  readonly lineLength: number | undefined;
  readonly missing: readonly MissingGlyphs[];
  readonly crowded: readonly Crowded[];
  readonly notes: Pick<NotesPlaced, 'behind' | 'late'>;
  /** What stands behind text that follows it in the manuscript. */
  readonly floated: readonly Floated[];
  readonly margins: Margins;
  /** How far down its last page a section goes, in CSS pixels, by its id; of sheets that stand alone. */
  readonly extents: ReadonlyMap<string, number>;
  /** Sections in which a table was too wide and is turned by a quarter, by their ids; of sheets that stand alone. */
  readonly turned: ReadonlySet<string>;
  /** The first block on each page of a section, as `line:column`, by its id; of sheets that stand alone. */
  readonly blocks: ReadonlyMap<string, readonly string[]>;
  /** Lines over whole sheets, with their pages in the document, from 0. */
  readonly lines: readonly SheetLine[];
  /** The pages, from 0, that a picture covers. */
  readonly plates: readonly number[];
  /** Where each page begins, if that was asked. */
  readonly breaks: readonly PageBreak[];
}

/** What is laid out, and how. */
export interface LayoutJob {
  readonly sections: readonly Pick<Section, 'id' | 'role' | 'matter' | 'shortTitle' | 'authors' | 'dir'>[];
  readonly size: TrimSize;
  readonly setup: PageSetup;
  /** How far pictures run off the page, in CSS pixels. */
  readonly bleed: number;
  /** For running heads. */
  readonly title: string;
  readonly author: string;
  /** A line at the foot of every page (handouts). */
  readonly foot: string;
  /** The folio is printed (a handout of one page has none). */
  readonly folios: boolean;
  /** Where pages begin is wanted. */
  readonly breaks: boolean;
  /** The word that says that an entry of the index goes on on the next page. */
  readonly continued: string;
}
