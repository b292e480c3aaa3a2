/*
 * What stays together on a page. Runs inside the page: each function is lent to it as its own source, under its own name, and may use
 * nothing but its arguments, the DOM and the other functions of this file.
 */

/** Whether a node stands in notes: at the foot of a page, or behind the text of a section. */
export function isInNotes(node: Node): boolean {
  const element = node instanceof Element ? node : node.parentElement;
  return Boolean(element?.closest('.foot-notes, section[data-footnotes]'));
}

/** The outermost box around an element, in its section, that is not parted. */
export function wholeAround(element: Element, sheet: Element): HTMLElement | undefined {
  let found: HTMLElement | undefined;
  for (let node: Element | null = element; node && node !== sheet; node = node.parentElement) {
    // The parts of a table keep to its rows.
    if (/^(?:THEAD|TBODY|TFOOT|TR|TD|TH)$/.test(node.tagName)) continue;
    const style = getComputedStyle(node);
    const decorated =
      node.tagName !== 'PRE' &&
      (Number.parseFloat(style.borderLeftWidth) > 0 || style.backgroundColor !== 'rgba(0, 0, 0, 0)');
    const apart = /flex|grid|inline-block|table-caption/.test(style.display) || style.float !== 'none';
    if ((node as HTMLElement).dataset.opened !== undefined && !apart) continue;
    if (style.breakInside === 'avoid' || decorated || apart) found = node as HTMLElement;
  }
  return found;
}

/** Whether a page may end within a box if it has to: a paragraph, a stanza, a frame around them, and no figure and nothing that is turned. */
export function mayBeOpened(element: HTMLElement): boolean {
  const { display, float, writingMode } = getComputedStyle(element);
  return (
    /^(?:DIV|ASIDE|SECTION|BLOCKQUOTE|P)$/.test(element.tagName) &&
    display === 'block' &&
    float === 'none' &&
    writingMode === 'horizontal-tb'
  );
}

/** What stands next to an element and can be seen. */
export function nextTo(element: Element): Element | null {
  let next = element.nextElementSibling;
  while (next && (isInNotes(next) || !next.getClientRects().length)) next = next.nextElementSibling;
  return next;
}

/** The outermost box with a lower edge of its own that ends with an element: notes stand under that edge. */
export function boxEndingWith(element: HTMLElement, sheet: Element): HTMLElement | undefined {
  let found: HTMLElement | undefined;
  for (let node = element; !nextTo(node); ) {
    const parent = node.parentElement;
    if (!parent || parent === sheet) break;
    node = parent;
    if (node.dataset.opened !== undefined || Number.parseFloat(getComputedStyle(node).borderBottomWidth) > 0)
      found = node;
  }
  return found;
}

/** Whether a page may end behind an element, by its own wish and that of what follows; where nothing does, it ends there anyway. */
export function mayEndBehind(element: Element, sheet: Element): boolean {
  let holds = false;
  for (let node: Element | null = element; node && node !== sheet; node = node.parentElement) {
    holds ||= getComputedStyle(node).breakAfter === 'avoid';
    const next = nextTo(node);
    if (!next) continue;
    if (holds) return false;
    for (let first: Element | null = next; first; first = first.firstElementChild)
      if (getComputedStyle(first).breakBefore === 'avoid') return false;
    return true;
  }
  return true;
}

/** What runs in the page. */
export const KEEPS = { isInNotes, wholeAround, mayBeOpened, nextTo, boxEndingWith, mayEndBehind };
