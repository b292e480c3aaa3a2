/** What is counted through the book. */
export type Counter = 'figure' | 'table' | 'equation' | 'listing' | 'exercise';

/** Something counted, for the lists of what there is. */
export interface Counted {
  readonly id: string;
  readonly counter: Counter;
  /** “Figure 3”. */
  readonly label: string;
  /** What its caption says behind the label; empty if it says nothing. */
  readonly caption: string;
}

declare module 'mdast' {
  interface Data {
    /** The id that the author gave this node: a place that can be pointed at. */
    anchor?: string;
    /** A place that Octavo itself points at: it gets an id that begins with this word. */
    place?: string;
    /** Counted with others of its kind. */
    counter?: Counter;
    /** This node is the caption of the counted node around it, and shows its number. */
    caption?: boolean;
    /** This node shows the bare number of the counted node around it: “(1)”. */
    numeral?: boolean;
  }
}
