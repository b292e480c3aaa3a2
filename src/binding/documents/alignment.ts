import type { Element, Properties } from 'hast';

/** Puts the alignment of a cell where HTML 5 has it: it knows no `align`, which remark-rehype writes for GFM tables. */
export function alignInStyle({ tagName }: Element, properties: Properties): void {
  if ((tagName !== 'td' && tagName !== 'th') || typeof properties.align !== 'string') return;
  properties.style = [`text-align: ${properties.align}`, properties.style ?? []].flat().join('; ');
  delete properties.align;
}
