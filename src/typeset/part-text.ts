import type { ElementContent, Text } from 'hast';

/**
 * Parts a text at what a pattern finds in it; what is left between keeps the place of the whole.
 * @param pattern global
 * @param make what stands in the place of a match; `undefined` to leave it as it is
 */
export function partText(
  text: Text,
  pattern: RegExp,
  make: (found: string) => ElementContent[] | undefined,
): ElementContent[] {
  const parts: ElementContent[] = [];
  let from = 0;
  const put = (to?: number): void => {
    const value = text.value.slice(from, to);
    if (value) parts.push({ ...text, value });
  };
  for (const { 0: found, index } of text.value.matchAll(pattern)) {
    const made = make(found);
    if (!made) continue;
    put(index);
    parts.push(...made);
    from = index + found.length;
  }
  put();
  return parts;
}

/** What is not parted at the end of a line. */
export function unbroken(text: Text): ElementContent {
  return { type: 'element', tagName: 'span', properties: { className: ['nowrap'] }, children: [text] };
}

/** Where a line may end within a word. */
export function mayBreak(): ElementContent {
  return { type: 'element', tagName: 'wbr', properties: {}, children: [] };
}
