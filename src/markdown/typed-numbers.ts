import type { List } from 'mdast';

/** No list is counted that far: such numbers are years. */
const YEAR = 1000;

/** Whether a list begins with a year, so that its paragraphs were not meant as items. */
export function beginsWithYear({ ordered, start }: List): boolean {
  return Boolean(ordered) && (start ?? 0) >= YEAR;
}

/** The numbers of a list's items as they were typed. */
export function typedNumbers({ children }: List, source: string): (number | undefined)[] {
  return children.map(({ position }) => {
    const start = position?.start.offset;
    const [digits] = (start !== undefined && /^\d{1,9}/.exec(source.slice(start, start + 10))) || [];
    return digits === undefined ? undefined : Number(digits);
  });
}
