/** Tags and what they guard; words between. */
const PIECE = /<span class="nocase">[\s\S]*?<\/span>|<[^>]*>|[^\s<]+|\s+/g;

/**
 * A title as a sentence, from one with capitals on every word, as `.bib` files have them: styles that want capitals put
 * them back. What stands in braces, and words with more than one capital, stay.
 */
export function sentenceCase(title: string): string {
  let begins = true;
  return title.replace(PIECE, (piece) => {
    if (/^\s+$/.test(piece) || (piece.startsWith('<') && !piece.startsWith('<span class="nocase">')))
      return piece;
    const first = begins;
    begins = /[:?!.]$/.test(piece);
    if (first || piece.startsWith('<')) return piece;
    return piece
      .split('-')
      .map((word) =>
        /^\p{P}*\p{Lu}\p{Ll}+\p{P}*$|^\p{P}*A\p{P}*$|^\p{P}*\p{Lu}\p{Ll}+[’']s?\p{P}*$/u.test(word)
          ? word.toLowerCase()
          : word,
      )
      .join('-');
  });
}
