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
  const ruler = document.createElement('span');
  ruler.style.cssText = `${style};position:absolute;visibility:hidden`;
  document.body.append(ruler);
  const fits = (text: string): boolean => {
    ruler.textContent = text;
    return ruler.getBoundingClientRect().width <= room;
  };
  const letters = new Intl.Segmenter();
  const shortened = (name: string): string => {
    if (fits(name)) return name;
    const all = [...letters.segment(name)].map(({ segment }) => segment);
    let [least, most] = [1, all.length - 1];
    while (least < most) {
      const middle = (least + most + 1) >> 1;
      if (fits(`${all.slice(0, middle).join('')}…`)) least = middle;
      else most = middle - 1;
    }
    const begin = all.slice(0, all[least] === ' ' ? least + 1 : least).join('');
    // What is written without spaces ends anywhere.
    const word = begin.lastIndexOf(' ');
    return `${(word > begin.length / 2 ? begin.slice(0, word) : begin).replace(/[\s\p{Pd}\p{Ps}\p{Pi},;:.]+$/u, '')}…`;
  };
  const known = new Map<string, string>();
  for (const head of new Set(heads)) {
    // One that runs the other way stands between signs that say so.
    const [, open = '', name = '', close = ''] = /^([\u2066\u2067]?)(.*?)(\u2069?)$/su.exec(head) ?? [];
    known.set(head, name ? `${open}${shortened(name)}${close}` : '');
  }
  ruler.remove();
  return heads.map((head) => known.get(head) ?? '');
}
