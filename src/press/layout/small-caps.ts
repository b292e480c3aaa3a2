/*
 * Runs inside the page, sent there as its own source.
 */

/**
 * Takes soft hyphens out of what is set in small capitals: typefaces have a hyphen for those, the browser uses it for each soft one,
 * too, and then all of them show. So words are whole there; in a paragraph whose first line alone is set so, as far as that can reach.
 * It is done before anything is measured.
 */
export function holdSmallCaps(): void {
  const SOFT = /\u00ad/g;
  const isSmall = (style: CSSStyleDeclaration): boolean => style.fontVariantCaps !== 'normal';
  const known = new Map<Element, boolean>();
  const small: Text[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode() as Text | null; text; text = walker.nextNode() as Text | null) {
    const parent = text.parentElement;
    if (!parent || !text.data.includes('\u00ad')) continue;
    const isIn = known.get(parent) ?? isSmall(getComputedStyle(parent));
    known.set(parent, isIn);
    if (isIn) small.push(text);
  }
  const paragraphs = [...document.querySelectorAll<HTMLElement>('.sheet p')].filter((paragraph) =>
    isSmall(getComputedStyle(paragraph, '::first-line')),
  );
  for (const text of small) text.data = text.data.replace(SOFT, '');
  const openings = paragraphs.map((paragraph) => {
    const texts: { text: Text; whole: string }[] = [];
    const within = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    for (let text = within.nextNode() as Text | null; text; text = within.nextNode() as Text | null)
      texts.push({ text, whole: text.data });
    return { paragraph, texts };
  });
  // The first line is as long as it can be where nothing in it is broken, and nothing of it is left to the next.
  for (const { paragraph, texts } of openings) {
    paragraph.style.textWrap = 'wrap';
    for (const { text, whole } of texts) text.data = whole.replace(SOFT, '');
  }
  const ends = openings.map(endOfFirstLine);
  for (const [i, { paragraph, texts }] of openings.entries()) {
    paragraph.style.textWrap = '';
    const end = ends[i];
    if (!end) continue;
    for (const { text, whole } of texts.slice(end.text)) {
      const words = whole.split(/(?<=\s)/);
      const held = text === texts[end.text]?.text ? end.words : 0;
      text.data = words.map((word, at) => (at < held ? word.replace(SOFT, '') : word)).join('');
    }
  }

  /** The word that the second line begins with belongs to the first: a part of it would have room there. */
  function endOfFirstLine({
    paragraph,
    texts,
  }: (typeof openings)[number]): { text: number; words: number } | undefined {
    const box = [...paragraph.getClientRects()].find(({ height }) => height > 0);
    const leading = Number.parseFloat(getComputedStyle(paragraph).lineHeight);
    if (!box) return undefined;
    const range = document.createRange();
    let isFirst = true;
    for (const [i, { text }] of texts.entries()) {
      let from = 0;
      for (const [at, word] of text.data.split(/(?<=\s)/).entries()) {
        range.setStart(text, from);
        from += word.length;
        range.setEnd(text, from - (word.length - word.trimEnd().length));
        const last = [...range.getClientRects()].at(-1);
        // A drop cap goes down to other lines than its own.
        const isNext = !isFirst && last && (last.top + last.bottom) / 2 > box.top + leading;
        if (word.trim()) isFirst = false;
        if (isNext) return { text: i, words: at + 1 };
      }
    }
    return undefined;
  }
}
