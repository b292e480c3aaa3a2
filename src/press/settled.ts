/** The style of a document that waits for its fonts. */
export const WAITING_STYLE = 'octavo-waiting';

/**
 * Runs in the page: the fonts that its text uses are there, also the text of margin boxes, which stands nowhere in the
 * document. Images have come when the document is loaded; they are decoded when they are printed.
 *
 * A browser lays text out before it has its fonts, and all of it again when they have come. So a document may wait without being
 * laid out (`body{display:none}` in a style of that id); the fonts of each kind of element are fetched, and then it is shown.
 * @param waiting id of that style
 */
export async function settled(waiting: string): Promise<void> {
  const fetched = new Set<string>();
  const fetch = async (font: string, text: string): Promise<void> => {
    if (fetched.has(font)) return;
    fetched.add(font);
    await document.fonts.load(font, text).catch(() => undefined);
  };
  const body = getComputedStyle(document.body);
  const fonts = ['', 'italic '].map((style) => fetch(`${style}${body.fontSize} ${body.fontFamily}`, ' '));
  const hidden = document.getElementById(waiting);
  if (hidden) {
    // Kinds by number; within another kind it is one of its own, for code may stand in what is bold.
    const kinds = new Map<string, number>();
    const kindOf = new Map<Element | null, number>();
    for (const element of document.body.getElementsByTagName('*')) {
      const kind = `${kindOf.get(element.parentElement)} ${element.tagName} ${element.className}`;
      const known = kinds.get(kind);
      kindOf.set(element, known ?? kinds.size);
      if (known !== undefined) continue;
      kinds.set(kind, kinds.size);
      const { fontStyle, fontWeight, fontFamily } = getComputedStyle(element);
      fonts.push(
        fetch(`${fontStyle} ${fontWeight} 1em ${fontFamily}`, element.textContent?.slice(0, 99) || ' '),
      );
    }
  }
  await Promise.all(fonts);
  hidden?.remove();
  // A page that nobody sees is laid out when somebody asks, and fonts are fetched for what is laid out.
  document.body.getBoundingClientRect();
  await document.fonts.ready;
}
