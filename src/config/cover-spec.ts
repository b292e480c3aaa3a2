import type { EditionOptions } from '../model/config.js';

/** How a book is bound. */
export type BindingName = 'paperback' | 'hardcover';

/** What a paper does to a spine; lengths in inches. */
interface Paper {
  /** The fewest and the most pages that are bound of it. */
  readonly pages: readonly [least: number, most: number];
  /** How thick a page is, half a leaf; absent where the printer does not publish it. */
  readonly page?: number | undefined;
}

/** A cover as one printer binds it; lengths in inches. */
export interface CoverSpec {
  /** What lies beyond the cover on each side: bleed that is cut off, or what is folded round the boards. */
  readonly edge: number;
  /** How much a front is wider and higher than a page, with the hinge. */
  readonly more: { readonly width: number; readonly height: number };
  /** The joint beside the spine, where nothing is to stand; a paperback has none. */
  readonly hinge: number;
  /** How far text stays from the edges of the cover. */
  readonly safe: number;
  readonly papers: Readonly<Record<string, Paper>>;
  /** What cover or boards add to the spine. */
  readonly spineAdds: number;
  /** Spines by the most pages that they hold, where they go by steps and not by the paper. */
  readonly spineSteps?: readonly (readonly [most: number, width: number])[];
  /** Fewest pages for a text on the spine. */
  readonly spineTextFrom: number;
  /** How far it stays from the folds: on narrow spines, and from a width on. */
  readonly spineSafe: { readonly narrow: number; readonly wide: number; readonly from: number };
  /** Room for the bar code, from the fold or hinge of the spine and from the lower edge of the cover. */
  readonly barcode: {
    readonly width: number;
    readonly height: number;
    readonly fromSpine: number;
    readonly fromBottom: number;
  };
  /** Where the figures stand. */
  readonly sources: readonly string[];
}

/** What a printer asks of the pages between the covers; it refuses those that have marks. */
interface Inside extends Pick<EditionOptions, 'links' | 'multipleOf'> {
  /** How far what runs off a page is to go on, in inches. */
  readonly bleed: number;
  /** On all four sides; else not where pages are bound, and they are so much narrower. */
  readonly bleedAtSpine?: true;
  /** It asks for half an inch of white at every edge, heads and folios included. */
  readonly halfInch?: true;
}

export interface Printer {
  readonly name: string;
  readonly inside?: Inside;
  /** It sends covers back that have marks around them. */
  readonly refusesMarks?: true;
  /** What it cuts off is not known: who orders says it, or it is what is usual. */
  readonly asksForBleed?: true;
  readonly bindings: Readonly<Partial<Record<BindingName, CoverSpec>>>;
}
