/** Three dots, and three dots with spaces between them, that are no part of a longer row. */
const DOTS = /(?<!\.)\.\.\.(?!\.)|(?<!\. ?)\. \. \.(?! ?\.)|…/g;

/** Three dots become one sign, which stays with the word that it follows, or that it begins a text before. */
export function setEllipses(text: string, cells: string[]): void {
  for (const { 0: dots, index } of text.matchAll(DOTS)) {
    cells.fill('', index, index + dots.length);
    cells[index] = '…';
    const end = index + dots.length;
    const begins = index === 0 || /["'“‘„«(¿¡]/.test(text[index - 1] ?? '');
    if (begins && isSpace(text[end]) && end + 1 < text.length) cells[end] = '\u00a0';
    else if (index > 1 && isSpace(text[index - 1])) cells[index - 1] = '\u00a0';
  }
}

function isSpace(char: string | undefined): boolean {
  return char === ' ' || char === '\n';
}
