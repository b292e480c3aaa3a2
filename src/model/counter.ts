/** What is counted through the book. */
export type Counter = 'figure' | 'table' | 'equation' | 'listing';

declare module 'mdast' {
  interface Data {
    /** The id that the author gave this node: a place that can be pointed at. */
    anchor?: string;
    /** Counted with others of its kind. */
    counter?: Counter;
    /** This node is the caption of the counted node around it, and shows its number. */
    caption?: boolean;
  }
}
