/*
 * Runs inside the page, lent to it under its own name.
 */

/**
 * The one range that text is measured with by whatever is called for each line, block or note. A range is kept up to date as long as it is not
 * collected as garbage: with one for each call the browser goes through tens of thousands whenever a node is put in or taken out, which
 * grows with the square of the book.
 * @returns a range that stands anywhere: both of its ends are to be set before it is asked for anything, and nothing is left in it
 */
export function theRange(): Range {
  const keeper = theRange as { (): Range; range?: Range };
  keeper.range ??= document.createRange();
  return keeper.range;
}
