/** Characters that no font has, and that stand in one block for the first time in their section. */
export interface MissingGlyphs {
  readonly section: string;
  /** In the order in which they come, each once. */
  readonly characters: readonly string[];
  /** `line:column` in the author's file of the block, if known. */
  readonly at: string;
}

/**
 * Runs inside the page, sent there as its own source: finds the characters that neither a font of the theme nor one of the
 * machine has. A PDF would show a box for each, and lose its text. The browser tells nobody; but it draws all of them alike,
 * and like a noncharacter, which no font may have.
 */
export function findMissingGlyphs(): MissingGlyphs[] {
  const SIZE = 24;
  const context = new OffscreenCanvas(SIZE * 2, SIZE * 2).getContext('2d', { willReadFrequently: true });
  if (!context) return [];
  const draw = (character: string): string => {
    context.clearRect(0, 0, SIZE * 2, SIZE * 2);
    context.fillText(character, SIZE / 2, SIZE * 1.5);
    return context.getImageData(0, 0, SIZE * 2, SIZE * 2).data.join('');
  };
  /** For each face: how a missing character is drawn, how wide it is, and which characters are known to be there or not. */
  const faces = new Map<string, { box: string; width: number; there: Map<string, boolean> }>();
  const isThere = (character: string, font: string): boolean => {
    context.font = font;
    let face = faces.get(font);
    if (!face) {
      const none = '\ufdd0';
      face = { box: draw(none), width: context.measureText(none).width, there: new Map() };
      faces.set(font, face);
    }
    let there = face.there.get(character);
    if (there === undefined) {
      // The width alone settles most of them.
      there = context.measureText(character).width !== face.width || draw(character) !== face.box;
      face.there.set(character, there);
    }
    return there;
  };
  const found: MissingGlyphs[] = [];
  for (const sheet of document.querySelectorAll<HTMLElement>('body > .sheet')) {
    const told = new Set<string>();
    const byBlock = new Map<string, string[]>();
    const walker = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      // What is neither a letter of ASCII nor shown at all: marks, joiners, controls, spaces.
      const unsure = node.data.match(
        /(?![\p{M}\p{Default_Ignorable_Code_Point}\p{C}\s])[^\x20-\x7e]|\p{Co}/gu,
      );
      const parent = node.parentElement;
      if (!unsure || !parent) continue;
      const { fontStyle, fontWeight, fontFamily } = getComputedStyle(parent);
      const font = `${fontStyle} ${fontWeight} ${SIZE}px ${fontFamily}`;
      for (const character of new Set(unsure)) {
        if (told.has(character) || isThere(character, font)) continue;
        told.add(character);
        const at = parent.closest<HTMLElement>('[data-at]')?.dataset.at ?? '';
        byBlock.set(at, [...(byBlock.get(at) ?? []), character]);
      }
    }
    for (const [at, characters] of byBlock) found.push({ section: sheet.id, characters, at });
  }
  return found;
}
