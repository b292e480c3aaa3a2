import type { Matter, Role } from '../../model/manuscript.js';

/** How a section tells an e-reader and a screen reader what it is. */
export interface Semantics {
  /** A term of the EPUB Structural Semantics Vocabulary 1.1. */
  readonly type?: string;
  /** A role of DPUB-ARIA 1.1 that `<section>` may carry. */
  readonly role?: string;
}

/** Roles without a term of their own say nothing, rather than something nearly right. */
export const SEMANTICS: Readonly<Record<Role, Semantics>> = {
  cover: { type: 'cover' },
  halftitlepage: { type: 'halftitlepage' },
  frontispiece: {},
  titlepage: { type: 'titlepage' },
  'copyright-page': { type: 'copyright-page' },
  dedication: { type: 'dedication', role: 'doc-dedication' },
  epigraph: { type: 'epigraph', role: 'doc-epigraph' },
  toc: { type: 'toc', role: 'doc-toc' },
  loi: { type: 'loi' },
  lot: { type: 'lot' },
  'list-of-listings': {},
  foreword: { type: 'foreword', role: 'doc-foreword' },
  preface: { type: 'preface', role: 'doc-preface' },
  acknowledgments: { type: 'acknowledgments', role: 'doc-acknowledgments' },
  introduction: { type: 'introduction', role: 'doc-introduction' },
  prologue: { type: 'prologue', role: 'doc-prologue' },
  part: { type: 'part', role: 'doc-part' },
  chapter: { type: 'chapter', role: 'doc-chapter' },
  conclusion: { type: 'conclusion', role: 'doc-conclusion' },
  epilogue: { type: 'epilogue', role: 'doc-epilogue' },
  afterword: { type: 'afterword', role: 'doc-afterword' },
  appendix: { type: 'appendix', role: 'doc-appendix' },
  glossary: { type: 'glossary', role: 'doc-glossary' },
  endnotes: { type: 'endnotes', role: 'doc-endnotes' },
  bibliography: { type: 'bibliography', role: 'doc-bibliography' },
  index: { type: 'index', role: 'doc-index' },
  colophon: { type: 'colophon', role: 'doc-colophon' },
  'about-the-author': {},
  handout: {},
};

/** The three divisions of a book, as `epub:type` of a document's body. */
export const DIVISIONS: Readonly<Record<Matter, string>> = {
  front: 'frontmatter',
  body: 'bodymatter',
  back: 'backmatter',
};
