/*
 * Runs inside the page, sent there as its own source.
 */

/**
 * What of a section is not shown: an author's stylesheet may hide it, or make it too small to be painted. Asked only when
 * something is missing in print.
 * @returns the texts, in order; what follows each other without anything seen between is one
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
  const walk = (element: Element): void => {
    for (const child of element.childNodes) {
      if (child instanceof Element) {
        if (isShown(child)) walk(child);
        else hide(child.textContent ?? '');
      } else if (child instanceof Text && child.data.trim()) {
        range.selectNodeContents(child);
        if ([...range.getClientRects()].some(isOnSheet)) following = false;
        else hide(child.data);
      }
    }
  };
  if (sheet) walk(sheet);
  return hidden;
}
