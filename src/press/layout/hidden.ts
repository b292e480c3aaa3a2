/*
 * Runs inside the page, sent there as its own source.
 */

/**
 * What of a section is not shown: an author's stylesheet may hide it, or make it too small to be painted. Asked only when
 * something is missing in print.
 * @returns the texts, in order, and behind them those of the notes; what follows each other without anything seen between is one
 */
export function findHidden(section: string): string[] {
  const hidden: string[] = [];
  const sheet = document.getElementById(section);
  const range = document.createRange();
  let following = false;
  const hide = (text: string): void => {
    if (following) hidden.push((hidden.pop() ?? '') + text);
    else hidden.push(text);
    following = true;
  };
  const edges = sheet?.getBoundingClientRect();
  /** What is pushed over an edge that no column goes beyond is there for screen readers alone. */
  const isOnSheet = ({ width, height, left, right, top, bottom }: DOMRect): boolean => {
    if (width <= 0 || height <= 0 || !edges) return false;
    const rightToLeft = sheet && getComputedStyle(sheet).direction === 'rtl';
    const beside = rightToLeft ? left > edges.right : right < edges.left;
    return !beside && bottom > edges.top && top < edges.bottom;
  };
  const isShown = (element: Element): boolean => {
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
    const { color, clip, clipPath, overflow } = getComputedStyle(element);
    const { width, height } = element.getBoundingClientRect();
    const tiny = overflow !== 'visible' && (width <= 1 || height <= 1);
    return !tiny && clip === 'auto' && clipPath === 'none' && !/^(?:transparent|rgba\(.*, 0\))$/.test(color);
  };
  /** What is not read as text, or as any letters: formulas, and what only the finished edition knows. */
  const apart =
    'math[alttext], .foot-note-number, [data-footnote-backref], .page-reference, .locators, [data-folio]';
  /** The text of an element without the notes that stand in it, for these are read elsewhere. */
  const textWithin = (element: Element): string => {
    const copy = element.cloneNode(true) as Element;
    for (const other of copy.querySelectorAll(`.foot-note, ${apart}`)) other.remove();
    return copy.textContent ?? '';
  };
  const walk = (element: Element): void => {
    for (const child of element.childNodes) {
      if (child instanceof Element) {
        if (child.matches(`.foot-note, ${apart}`)) continue;
        if (isShown(child)) walk(child);
        else hide(textWithin(child));
      } else if (child instanceof Text && child.data.trim()) {
        range.selectNodeContents(child);
        if ([...range.getClientRects()].some(isOnSheet)) following = false;
        else hide(child.data);
      }
    }
  };
  if (sheet) walk(sheet);
  following = false;
  for (const note of sheet?.querySelectorAll('.foot-note') ?? []) {
    if (isShown(note)) walk(note);
    else hide(textWithin(note));
  }
  return hidden;
}
