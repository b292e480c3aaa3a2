import type { InspectedPdf, OutlineItem } from './pdf.js';

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** What the contents of a book say of its outline: how many entries they list, and which of them are not where it is said. */
export interface Listed {
  readonly found: number;
  readonly untrue: readonly string[];
}

/**
 * Looks entries of the outline up in the contents, and then on the page that these name.
 * @param title of the contents, `pages` how many they take
 */
export function contentsOf(
  { pages }: InspectedPdf,
  entries: readonly OutlineItem[],
  title = 'Contents',
  length = 2,
): Listed {
  const from = pages.findIndex(({ text }) => new RegExp(`^${title}$`, 'm').test(text));
  const lines = pages.slice(Math.max(0, from), from + length).flatMap((page) => page.lines);
  const untrue: string[] = [];
  let found = 0;
  for (const entry of entries) {
    const name = entry.title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const line = lines.find(({ text }) => new RegExp(`^${name}\\s*(\\d+|[ivxl]+)$`).test(plain(text)));
    if (!line) continue;
    found++;
    const said = /(\d+|[ivxl]+)$/.exec(plain(line.text))?.[1];
    const there = pages.some(({ label, text }) => label === said && plain(text).includes(plain(entry.title)));
    if (!there || entry.label !== said) untrue.push(`${entry.title} on ${said}`);
  }
  return { found, untrue };
}
