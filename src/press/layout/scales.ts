/**
 * Sets apart the steps of scales that have no room between their words: one row of them, or as many as it takes, all about as long; what
 * the ends mean stands above the first and below the last. Whatever was done before is taken back first. Runs inside the page, sent there
 * as its own source.
 */
export function fitScales(): void {
  /** A step with the least gap behind it (`styles/media/paged/boxes.css`), by the size of the text. */
  const STEP = 2.05;
  const scales = [...document.querySelectorAll<HTMLElement>('body > .sheet:not(.cover) .scale')];
  for (const scale of scales) {
    delete scale.dataset.fit;
    scale.style.removeProperty('--across');
  }
  const wide = scales
    .filter((scale) => scale.scrollWidth > scale.clientWidth)
    .map((scale) => {
      const most = Math.floor(
        scale.clientWidth / (STEP * Number.parseFloat(getComputedStyle(scale).fontSize)),
      );
      const steps = scale.querySelectorAll('.scale-step').length;
      const rows = Math.ceil(steps / Math.max(1, most));
      return { scale, across: Math.ceil(steps / rows) };
    });
  for (const { scale, across } of wide) {
    scale.dataset.fit = 'apart';
    scale.style.setProperty('--across', String(across));
  }
}
