/**
 * Runs in the page: the fonts that its text uses are there, also the text of margin boxes, which stands nowhere in the
 * document, and every image is decoded.
 */
export async function settled(): Promise<void> {
  await document.fonts.ready;
  const body = getComputedStyle(document.body);
  const faces = ['', 'italic '].map((style) =>
    document.fonts.load(`${style}${body.fontSize} ${body.fontFamily}`),
  );
  await Promise.all(
    [...faces, ...[...document.images].map((image) => image.decode())].map((work) =>
      work.catch(() => undefined),
    ),
  );
  await document.fonts.ready;
}
