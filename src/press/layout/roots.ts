/*
 * Runs inside the page, sent there as its own source.
 */

/**
 * Takes away the gap behind roots: Chromium makes a root so wide that the widest of its signs would have room, whichever of them it
 * draws. How wide it is drawn is told by what it covers; a root in a root is measured first.
 */
export function closeRoots(): void {
  const ROOT = 'msqrt,mroot';
  let roots = [...document.querySelectorAll<HTMLElement>(ROOT)];
  while (roots.length) {
    const outer = new Set<Element>();
    for (const root of roots) {
      for (
        let around = root.parentElement?.closest(ROOT);
        around;
        around = around.parentElement?.closest(ROOT)
      )
        outer.add(around);
    }
    const sizes = roots.flatMap((root) => {
      const covered = root.localName === 'mroot' ? root.firstElementChild : root.lastElementChild;
      const box = root.getBoundingClientRect();
      if (outer.has(root) || !covered || !box.width) return [];
      const drawn = covered.getBoundingClientRect().right - box.left;
      return [{ root, em: drawn / Number.parseFloat(getComputedStyle(root).fontSize) }];
    });
    // As a measure of their letters, for they may become smaller with their formula.
    for (const { root, em } of sizes) root.style.width = `${Math.ceil(em * 1000) / 1000}em`;
    roots = roots.filter((root) => outer.has(root));
  }
}
