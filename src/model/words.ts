/** Words that Octavo writes by itself, in one language. In braces stands what is filled in. */
export interface Words {
  readonly contents: string;
  readonly notes: string;
  readonly backToText: string;
  readonly cover: string;
  readonly titlePage: string;
  readonly copyright: string;
  readonly colophon: string;
  readonly handout: string;
  readonly handouts: string;
  /** The handouts in one file: all of them, or those whose paper lies alike; the `page` of one in it; the `picture` of its first page. */
  readonly pack: Readonly<Record<'all' | 'portrait' | 'landscape' | 'page' | 'picture', string>>;
  readonly toDo: string;
  readonly done: string;
  /** What a screen reader says where something is to be filled in. */
  readonly gap: string;
  /** The word before the number of a page; or, with `{page}`, all that stands behind the name of something on it. */
  readonly page: string;
  /** Titles of pages that have none of their own, by what they are. */
  readonly roles: Readonly<
    Record<
      | 'halftitlepage'
      | 'frontispiece'
      | 'dedication'
      | 'epigraph'
      | 'foreword'
      | 'preface'
      | 'acknowledgments'
      | 'introduction'
      | 'prologue'
      | 'conclusion'
      | 'epilogue'
      | 'afterword'
      | 'about-the-author',
      string
    >
  >;
  readonly glossary: string;
  readonly abbreviations: string;
  readonly bibliography: string;
  /** `{name}` is the licence. */
  readonly license: string;
  /** A sentence on how the book was set, for the colophon; `{typefaces}` are its families. */
  readonly madeWith: string;
  /** The same where the reader chooses the face, in an e-book. */
  readonly madeWithOctavo: string;
  /** The index: its title, what stands before another entry to look under, and behind one that goes on on the next page. */
  readonly index: Readonly<Record<'title' | 'see' | 'seeAlso' | 'continued', string>>;
  /** What stands above the title of a numbered chapter; `{number}` is its number, or the letter of an appendix. */
  readonly openings: Readonly<Record<'chapter' | 'appendix', string>>;
  /** What stands before the number of something that is counted. */
  readonly counters: Readonly<Record<'figure' | 'table' | 'equation' | 'listing', string>>;
  /** Titles of the lists of what is counted. */
  readonly lists: Readonly<Record<'figure' | 'table' | 'listing', string>>;
  /** What is solved, its solution, and a booklet of solutions alone. */
  readonly exercises: Readonly<Record<'exercise' | 'solution' | 'key', string>>;
  /** What to say, and what not. */
  readonly pairs: Readonly<Record<'say' | 'rather', string>>;
  /** Who stands on the title page of a book that has editors and no author; `{names}` are theirs. */
  readonly editedBy: string;
  /** Who stands there as well where a book is translated. */
  readonly translatedBy: string;
  /** What contributors have done, by MARC relator; one that is not here stands on the copyright page by name alone. */
  readonly credits: Readonly<
    Record<'trl' | 'edt' | 'ill' | 'cov' | 'bkd' | 'pht' | 'pfr' | 'aui' | 'aft', string>
  >;
  readonly callouts: Readonly<
    Record<'note' | 'tip' | 'important' | 'warning' | 'caution' | 'practice' | 'example', string>
  >;
  /** What a sample says of itself, over the way to the whole book, and at its end; `{title}` is that of the book. */
  readonly sample: Readonly<Record<'title' | 'whole' | 'end', string>>;
  /**
   * How to print what was put on sheets: what it is (`booklet`, `nUp`, `cutStack`), its facts, and the steps, one of `short`, `long`
   * and `one` among them. `{list}` are numbers of sheets, `{count}` how many piles.
   */
  readonly printing: Readonly<
    Record<
      | 'title'
      | 'booklet'
      | 'nUp'
      | 'cutStack'
      | 'file'
      | 'paper'
      | 'sheets'
      | 'blanks'
      | 'scale'
      | 'size'
      | 'short'
      | 'long'
      | 'one'
      | 'proof'
      | 'order'
      | 'fold'
      | 'staple'
      | 'sections'
      | 'each'
      | 'gather'
      | 'cut'
      | 'stack'
      | 'marks',
      string
    >
  >;
  /** On web pages: past what stands on each of them, and to their neighbours. */
  readonly web: { readonly skip: string; readonly previous: string; readonly next: string };
}

/** The words of a language by its tag, with the author's own in place of the table's. */
export type WordsOf = (lang: string) => Words;
