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
  const walk = (element: Element): void => {
    for (const child of element.childNodes) {
      if (child instanceof Element) {
        if (child.checkVisibility({ visibilityProperty: true })) walk(child);
        else hide(child.textContent ?? '');
      } else if (child instanceof Text && child.data.trim()) {
        range.selectNodeContents(child);
        if ([...range.getClientRects()].some(({ width, height }) => width > 0 && height > 0))
          following = false;
        else hide(child.data);
      }
    }
  };
  if (sheet) walk(sheet);
  return hidden;
}
