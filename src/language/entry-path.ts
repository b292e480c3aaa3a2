/** Code between backticks, a doubled mark, what parts an entry from its sub-entry, and any other sign. */
const PIECE = /`+[^`]*`+|!!|!|\\\\|./gsu;

/**
 * The entry of an index and its sub-entries, from the outermost: `fear!at night`, as in LaTeX, or `fear\\at night`. A mark within code
 * is code (`` `!important`!in print ``), and two of them are one that is printed (`Oh!!`).
 */
export function entryPath(written: string): string[] {
  const path = [''];
  for (const [piece] of written.matchAll(PIECE)) {
    if (piece === '!' || piece === '\\\\') path.push('');
    else path[path.length - 1] += piece === '!!' ? '!' : piece;
  }
  return path.map((term) => term.trim()).filter(Boolean);
}
