/*
 * Chapters are laid out each for itself, so what was settled in one holds until something in it is changed. Runs inside the page,
 * sent there as its own source.
 */

/** What is known in the page under the name of `sheetChanges`. */
export interface SheetChanges {
  /**
   * The sections in which anything was changed since this was asked last; at first, and with lines of another length, all.
   * @param width of the text block, in CSS pixels
   */
  take(width: number): HTMLElement[];
  /** Passes over what was changed by who asked. */
  pass(): void;
}

/** Begins to watch the sections of a document: whatever changes them, and whoever does. */
export function watchSheets(): void {
  const changed = new Set<Element>();
  let known: number | undefined;
  const keep = (records: readonly MutationRecord[]): void => {
    for (const { target } of records) {
      const sheet = (target instanceof Element ? target : target.parentElement)?.closest('body > .sheet');
      if (sheet) changed.add(sheet);
    }
  };
  const observer = new MutationObserver(keep);
  observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
  const sheetChanges: SheetChanges = {
    take(width) {
      keep(observer.takeRecords());
      const all = [...document.querySelectorAll<HTMLElement>('body > .sheet:not(.cover)')];
      const taken = width === known ? all.filter((sheet) => changed.has(sheet)) : all;
      known = width;
      changed.clear();
      return taken;
    },
    pass: () => void observer.takeRecords(),
  };
  Object.assign(globalThis, { sheetChanges });
}
