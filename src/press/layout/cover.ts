/*
 * Runs inside the page, sent there as its own source.
 */

/**
 * Makes lines of a drawing that are wider than their room smaller: how wide a script is in a font that happens to be installed is
 * known only here. Its fonts are loaded by it, for what is not shown while pages are measured asks for none.
 * @param section the drawing stands in it; a line says in `data-room` how wide it may be, in its own unit
 */
export async function fitLines(section: string): Promise<void> {
  const sheet = document.getElementById(section);
  if (!sheet) return;
  sheet.style.setProperty('display', 'block', 'important');
  sheet.getBoundingClientRect();
  await document.fonts.ready;
  for (const text of sheet.querySelectorAll<SVGTextElement>('text[data-room]')) {
    const room = Number(text.dataset.room);
    let widest = 0;
    let line = 0;
    for (const span of text.querySelectorAll('tspan')) {
      line = (span.hasAttribute('x') ? 0 : line) + span.getComputedTextLength();
      widest = Math.max(widest, line);
    }
    if (widest > room)
      text.setAttribute('font-size', String(Number(text.getAttribute('font-size')) * (room / widest)));
  }
  sheet.style.removeProperty('display');
}
