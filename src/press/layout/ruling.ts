/**
 * Rules frames to draw in with squares or dots, each a shape of its own: what a stylesheet repeats as a background Chromium prints
 * as a picture of 72 dots to the inch, in which lines are blurred and dots are lost. Nothing else on the page moves by it, so it is
 * done when frames have the size in which they are printed. Runs in the page.
 */
export function ruleBoxes(): void {
  const SVG = 'http://www.w3.org/2000/svg';
  for (const box of document.querySelectorAll<HTMLElement>('.ruled-squares,.ruled-dots')) {
    const ruling = document.createElementNS(SVG, 'svg');
    ruling.setAttribute('class', 'ruling');
    ruling.setAttribute('aria-hidden', 'true');
    box.append(ruling);
    const step = Number.parseFloat(getComputedStyle(ruling).columnGap);
    const { clientWidth: width, clientHeight: height } = box;
    if (box.matches('.ruled-dots'))
      for (let y = step / 2; y < height; y += step)
        for (let x = step / 2; x < width; x += step) draw('circle', { cx: x, cy: y });
    else {
      // The first square begins in the middle of the line around the frame, as the next does in that of its own.
      const begin = step - box.clientTop / 2;
      for (let y = begin; y < height; y += step) draw('line', { x1: 0, x2: width, y1: y, y2: y });
      for (let x = begin; x < width; x += step) draw('line', { x1: x, x2: x, y1: 0, y2: height });
    }

    function draw(kind: string, at: Readonly<Record<string, number>>): void {
      const shape = document.createElementNS(SVG, kind);
      for (const [name, value] of Object.entries(at)) shape.setAttribute(name, String(value));
      ruling.append(shape);
    }
  }
}
