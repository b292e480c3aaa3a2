/**
 * Runs in the page: the fonts that its text uses are there, also the text of margin boxes, which stands nowhere in the
 * document. Images have come when the document is loaded; they are decoded when they are printed.
 */
export async function settled(): Promise<void> {
  // A page that nobody sees is laid out when somebody asks, and fonts are fetched for what is laid out.
  document.body.getBoundingClientRect();
  await document.fonts.ready;
  const body = getComputedStyle(document.body);
  const faces = ['', 'italic '].map((style) =>
    document.fonts.load(`${style}${body.fontSize} ${body.fontFamily}`).catch(() => undefined),
  );
  await Promise.all(faces);
  document.body.getBoundingClientRect();
  await document.fonts.ready;
}
