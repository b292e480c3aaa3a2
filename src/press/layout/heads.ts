/*
 * Runs inside the page, sent there as its own source.
 */

/**
 * Shortens the running heads that their page has no room for, at a word where there are words: how many letters fit is known to the
 * typeface alone.
 * @param width of the text block, in CSS pixels
 * @param style that heads are set in
 * @returns each head as it is printed
 */
export function fitHeads(heads: readonly string[], width: number, style: string): string[] {
  /** One as long as the lines below would be taken for the first of them. */
  const room = width * 0.85;
  // What is measured is laid out apart from the book, and all heads at once: few of them are too long.
  const apart = document.createElement('div');
  apart.style.cssText = 'contain:strict;position:absolute;visibility:hidden;width:9px;height:9px';
  const rulerOf = (text: string): HTMLElement => {
    const ruler = document.createElement('span');
    ruler.style.cssText = `${style};position:absolute;white-space:nowrap`;
    ruler.textContent = text;
    return ruler;
  };
  const fits = (ruler: Element): boolean => ruler.getBoundingClientRect().width <= room;
  const letters = new Intl.Segmenter();
  const shortened = (name: string): string => {
    const ruler = rulerOf(name);
    apart.replaceChildren(ruler);
    const all = [...letters.segment(name)].map(({ segment }) => segment);
    let [least, most] = [1, all.length - 1];
    while (least < most) {
      const middle = (least + most + 1) >> 1;
      ruler.textContent = `${all.slice(0, middle).join('')}…`;
      if (fits(ruler)) least = middle;
      else most = middle - 1;
    }
    const begin = all.slice(0, all[least] === ' ' ? least + 1 : least).join('');
    // What is written without spaces ends anywhere.
    const word = begin.lastIndexOf(' ');
    return `${(word > begin.length / 2 ? begin.slice(0, word) : begin).replace(/[\s\p{Pd}\p{Ps}\p{Pi},;:.]+$/u, '')}…`;
  };
  // One that runs the other way stands between signs that say so.
  const parted = [...new Set(heads)].map((head) => {
    const [, open = '', name = '', close = ''] = /^([\u2066\u2067]?)(.*?)(\u2069?)$/su.exec(head) ?? [];
    return { head, open, name, close, ruler: rulerOf(name) };
  });
  apart.append(...parted.map(({ ruler }) => ruler));
  document.body.append(apart);
  const long = new Set(parted.filter(({ ruler }) => !fits(ruler)));
  const known = new Map(
    parted.map((one) => [
      one.head,
      one.name && `${one.open}${long.has(one) ? shortened(one.name) : one.name}${one.close}`,
    ]),
  );
  apart.remove();
  return heads.map((head) => known.get(head) ?? '');
}
