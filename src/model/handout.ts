import type { Artifact } from './artifact.js';

/** A handout of the book, as files are made of it. */
export interface Handout {
  readonly id: string;
  readonly title: string;
  readonly lang: string;
  /** What its files are called, before their paper and their ending. */
  readonly name: string;
  readonly orientation: 'portrait' | 'landscape';
  /** A chapter shows its first page. */
  readonly small: boolean;
}

/** A page as it looks, small. */
export interface PagePicture {
  /** A PNG in greys. */
  readonly bytes: Uint8Array;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

/** The handouts as they were made, for editions that bring them along or show them small. */
export interface MadeHandouts {
  readonly artifacts: readonly Artifact[];
  /** The first page of each of which that is wanted, by its id. */
  readonly pictures: ReadonlyMap<string, PagePicture>;
  /** The folio of its first page in the pack, where it has one and the same on every paper, by its id. */
  readonly folios: ReadonlyMap<string, string>;
}

/** What the handouts tell other editions. */
export interface HandoutsToTell {
  /** Those of which somebody wants to see the first page, by their ids. */
  readonly pictured: ReadonlySet<string>;
  /** Called once, by the edition that makes them. */
  tell(made: MadeHandouts): void;
  /** `undefined` where they are not made, or not whole. */
  readonly known: Promise<MadeHandouts | undefined>;
}
