import type { VFile } from 'vfile';
import type { Metadata } from './metadata.js';

/** Which part of the book a section belongs to; it decides numbering and order. */
export type Matter = 'front' | 'body' | 'back';

/**
 * What a section is in the book: names of the EPUB Structural Semantics Vocabulary, which printers' terms agree with,
 * and `handout` for a page that stands alone.
 */
export const ROLES = {
  cover: 'front',
  halftitlepage: 'front',
  frontispiece: 'front',
  titlepage: 'front',
  'copyright-page': 'front',
  dedication: 'front',
  epigraph: 'front',
  toc: 'front',
  loi: 'front',
  lot: 'front',
  'list-of-listings': 'front',
  foreword: 'front',
  preface: 'front',
  acknowledgments: 'front',
  introduction: 'front',
  prologue: 'body',
  part: 'body',
  chapter: 'body',
  conclusion: 'body',
  epilogue: 'body',
  afterword: 'back',
  appendix: 'back',
  glossary: 'back',
  endnotes: 'back',
  bibliography: 'back',
  index: 'back',
  colophon: 'back',
  'about-the-author': 'back',
  handout: 'back',
} as const satisfies Record<string, Matter>;
export type Role = keyof typeof ROLES;

/** Where a chapter stands, as the contents say; front matter in the file can say more. */
export interface Place {
  readonly matter?: Matter | undefined;
  readonly role?: Role | undefined;
  readonly title?: string | undefined;
  /** Index into `Manuscript.parts`. */
  readonly part?: number | undefined;
}

export interface Part {
  readonly title: string;
  /** A file with the part's opening text, if there is one. */
  readonly path?: string | undefined;
}

/** A file that the book shows or ships: an image, a font, a stylesheet's resource. */
export interface Asset {
  /** Path relative to the manuscript, with `/`. */
  readonly path: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** Pixels, after orientation; absent where the file is no image. */
  readonly width?: number;
  readonly height?: number;
}

/** What lies on the author's disk, in reading order; not yet understood. */
export interface Manuscript {
  readonly root: string;
  readonly metadata: Metadata;
  readonly parts: readonly Part[];
  /** Reading order; `file.data.place` says where each stands. */
  readonly chapters: readonly VFile[];
}

declare module 'vfile' {
  interface DataMap {
    place: Place;
  }
}
