/*
 * Chapters are laid out each for itself, so what was settled in one holds until something in it is changed. Runs inside the page,
 * sent there as its own source.
 */

/** What is known in the page under the name of `sheetChanges`. */
export interface SheetChanges {
  /**
   * The sections in which anything was changed since this was asked last, but for numbers of pages that left all lines where they
   * were; at first, and with lines of another length, all.
   * @param width of the text block, in CSS pixels
   */
  take(width: number): HTMLElement[];
  /** Passes over what was changed by who asked, and takes what stands where in these sections for what is known of them. */
  pass(sheets: readonly HTMLElement[]): void;
}

/** Begins to watch the sections of a document: whatever changes them, and whoever does. */
export function watchSheets(): void {
  /** What the layout writes into the text, and does not lay out by. */
  const NUMBERS = '[data-folio],.page-reference,.locator';
  /** What shows by its height how many lines it has, and where notes are called. */
  const HELD =
    'p,h1,h2,h3,h4,h5,h6,li,pre,dt,dd,figcaption,caption,tr,figure,.verse-line,.equation,.foot-notes,[data-footnote-ref]';
  const changed = new Set<Element>();
  /** Sections in which numbers were written, or which were laid out from nothing. */
  const numbered = new Set<Element>();
  const places = new WeakMap<Element, Float64Array>();
  let known: number | undefined;
  const keep = (records: readonly MutationRecord[]): void => {
    for (const { target, attributeName } of records) {
      const element = target instanceof Element ? target : target.parentElement;
      const sheet = element?.closest('body > .sheet');
      // `layAnew` does no more than that.
      const isAnew = element === sheet && attributeName === 'style';
      if (sheet) (isAnew || element?.closest(NUMBERS) ? numbered : changed).add(sheet);
    }
  };
  const observer = new MutationObserver(keep);
  observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
  const sheetChanges: SheetChanges = {
    take(width) {
      keep(observer.takeRecords());
      const all = [...document.querySelectorAll<HTMLElement>('body > .sheet:not(.cover)')];
      const taken =
        width === known
          ? all.filter((sheet) => changed.has(sheet) || (numbered.has(sheet) && isMoved(sheet)))
          : all;
      known = width;
      changed.clear();
      numbered.clear();
      return taken;
    },
    pass(sheets) {
      observer.takeRecords();
      for (const sheet of sheets)
        if (sheet.querySelector('.foot-notes')) places.set(sheet, placesIn(sheet));
        else places.delete(sheet);
    },
  };
  Object.assign(globalThis, { sheetChanges });

  /** Where boxes of a section begin and how high they are, but not how far along its line a call is: the number before it may be wider. */
  function placesIn(sheet: Element): Float64Array {
    const { left, top, width } = sheet.getBoundingClientRect();
    const found: number[] = [];
    for (const element of sheet.querySelectorAll(HELD))
      for (const box of element.getClientRects())
        found.push(
          Math.floor((box.left - left) / width),
          Math.round((box.top - top) * 8),
          Math.round(box.height * 8),
        );
    return Float64Array.from(found);
  }

  function isMoved(sheet: Element): boolean {
    const before = places.get(sheet);
    const now = placesIn(sheet);
    return before?.length !== now.length || now.some((value, i) => value !== before[i]);
  }
}
