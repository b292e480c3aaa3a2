import { roman } from '../../language/numerals.js';
import type { HeadKind, RunningHeads } from '../../model/config.js';
import type { Section } from '../../model/rendition.js';

/** One printed page. */
export interface Page {
  /** Id of the section it belongs to; a blank belongs to the one it lets open on a recto. */
  readonly section: string;
  /** The page label: what the folio would be, whether or not it is printed (PDF 32000-1, 12.4.2). */
  readonly label: string;
  /** The folio as printed; empty where the page carries none. */
  readonly folio: string;
  /** The running head, as far as there is room for it; empty on openings and blanks. */
  readonly head: string;
  readonly blank: boolean;
}

/** Where everything stands. */
export interface Pagination {
  readonly pages: readonly Page[];
  /** Index of a section's first page, by section id. */
  readonly first: ReadonlyMap<string, number>;
  /** Sections that a blank page goes before. */
  readonly blanksBefore: readonly string[];
}

/** A page within a section. */
export interface PageWithin {
  readonly section: string;
  /** Page of its section, from 0. */
  readonly page: number;
}

/** A heading of the first level, behind the title of its section, or of the second. */
export interface HeadingWithin {
  readonly name: string;
  readonly level: number;
  /** Page of its section, from 0. */
  readonly page: number;
}

/** How the pages of a book are counted. */
export interface Numbering {
  readonly mirrored: boolean;
  readonly recto: boolean;
  /** What running heads say, and what is the same in all of them. */
  readonly heads: RunningHeads;
  readonly title: string;
  readonly author: string;
  /** Pages that a picture covers: they carry neither folio nor head. */
  readonly plates?: readonly PageWithin[];
  /** Sections that begin on the front of a sheet, whatever the others do. */
  readonly rectos?: ReadonlySet<string>;
  /** Pages within sections that are left empty, by the page of the section, from 0. */
  readonly empty?: readonly PageWithin[];
  /** The headings within each section that a running head may name, in order. */
  readonly within?: ReadonlyMap<string, readonly HeadingWithin[]>;
}

type Counted = Pick<Section, 'id' | 'role' | 'matter' | 'shortTitle' | 'authors' | 'dir'>;

/** Pages that carry neither folio nor head, by custom. */
const BARE: ReadonlySet<string> = new Set([
  'cover',
  'halftitlepage',
  'frontispiece',
  'titlepage',
  'copyright-page',
  'dedication',
  'epigraph',
  'part',
]);
/** Pages that face what came before. */
const VERSO: ReadonlySet<string> = new Set(['copyright-page', 'frontispiece']);
/** Pages of the front matter that have their side by custom; what comes behind them may begin where chapters may. */
const RECTO: ReadonlySet<string> = new Set(['halftitlepage', 'titlepage', 'dedication', 'epigraph', 'toc']);
const COVER = 'cover';

/**
 * Counts the pages of a book: roman in the front matter, arabic from the first page of the body, sections on rectos
 * where the edition wants it. Pure.
 * @param counts how many pages each section takes
 */
export function paginate(
  sections: readonly Counted[],
  counts: ReadonlyMap<string, number>,
  numbering: Numbering,
): Pagination {
  const pages: Page[] = [];
  const first = new Map<string, number>();
  const blanksBefore: string[] = [];
  let part = '';
  let front = 0;
  let body = 0;
  for (const section of sections) {
    const opensBody = section.matter !== 'front' && body === 0;
    const isFront = section.matter === 'front';
    const label = (): string => (isFront ? roman(++front) : String(++body));
    const wantsRecto =
      numbering.rectos?.has(section.id) ||
      (numbering.mirrored &&
        !VERSO.has(section.role) &&
        ((isFront && RECTO.has(section.role)) || opensBody || section.role === 'part' || numbering.recto));
    if (wantsRecto && pages.length % 2 === 1) {
      // The blank closes what came before, so it is counted there.
      const blankLabel = isFront || opensBody ? roman(++front) : String(++body);
      pages.push({ section: section.id, label: blankLabel, folio: '', head: '', blank: true });
      blanksBefore.push(section.id);
    }
    first.set(section.id, pages.length);
    const bareAll = BARE.has(section.role);
    const unmarked = new Set(
      [...(numbering.plates ?? []), ...(numbering.empty ?? [])].flatMap((one) =>
        one.section === section.id ? [one.page] : [],
      ),
    );
    if (section.role === 'part') part = section.shortTitle;
    else if (section.matter !== 'body') part = '';
    const says = (kind: HeadKind, page: number, recto: boolean): string => {
      if (kind === 'none') return '';
      if (kind === 'title') return numbering.title;
      // A chapter is by its own author; a book that is edited has its title there, as chapters that are in no part have.
      if (kind === 'author')
        return section.authors ? turned(section.authors, section.dir) : numbering.author || numbering.title;
      if (kind === 'part') return part || numbering.title;
      // A heading of the first level begins another chapter in the same file.
      const headings = (numbering.within?.get(section.id) ?? []).filter(
        ({ level }) => kind === 'section' || level === 1,
      );
      return turned(headingAt(headings, page, recto) ?? section.shortTitle, section.dir);
    };
    for (let i = 0; i < (counts.get(section.id) ?? 1); i++) {
      const own = section.role === COVER && i === 0 ? 'Cover' : label();
      const isVerso = pages.length % 2 === 1;
      const bare = bareAll || unmarked.has(i);
      const isLeft = numbering.mirrored && isVerso;
      const head = bare || i === 0 ? '' : says(numbering.heads[isLeft ? 'verso' : 'recto'], i, !isLeft);
      pages.push({ section: section.id, label: own, folio: bare ? '' : own, head, blank: false });
    }
  }
  return { pages, first, blanksBefore };
}

/** A head that runs the other way than the book: margins know no element that could say so, and Unicode has signs for it. */
function turned(head: string, dir: Section['dir']): string {
  return dir && head ? `${dir === 'rtl' ? '\u2067' : '\u2066'}${head}\u2069` : head;
}

/**
 * What a head calls a page by: on a verso the first heading that begins there, on a recto the last; else the last before it, as
 * dictionaries and LaTeX have it.
 */
function headingAt(headings: readonly HeadingWithin[], page: number, recto: boolean): string | undefined {
  const here = headings.filter((heading) => heading.page === page);
  return ((recto ? here.at(-1) : here[0]) ?? headings.findLast((heading) => heading.page < page))?.name;
}

const INCH = 96;
/** The least inner margin by page count that print-on-demand presses ask for (KDP, “Set Trim Size, Bleed, and Margins”), in inches. */
const GUTTERS: readonly (readonly [number, number])[] = [
  [150, 0.375],
  [300, 0.5],
  [500, 0.625],
  [700, 0.75],
  [Number.POSITIVE_INFINITY, 0.875],
];

/**
 * How many pages a book comes to when it has the gutter that it needs, for shorter lines make more pages. It is an estimate, so that a
 * book that will need the next one by then is not laid out twice.
 * @param pages counted without a gutter, with text blocks of that `width`, in CSS pixels
 */
export function withGutter(pages: number, width: number): number {
  let most = pages;
  for (const _ of GUTTERS) most = Math.max(most, Math.ceil((pages * width) / (width - gutterFor(most))));
  return most;
}

/** What a book of so many pages needs on the binding side beyond the margin of a thin one, in CSS pixels. */
export function gutterFor(pages: number): number {
  const needed = GUTTERS.find(([most]) => pages <= most)?.[1] ?? 0.875;
  return (needed - 0.375) * INCH;
}
