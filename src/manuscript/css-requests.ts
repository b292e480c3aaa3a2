/** A function of CSS that names a file or another source of a picture, with what stands in it. */
const ASKING = /(url|image-set|image|src|cross-fade|element|paint|expression)\s*\(\s*(["']?)([^"')]*)/gi;

/**
 * What a piece of CSS asks for, however it is spelt: with escapes, with comments in the middle, by `url()` or by one of the
 * functions that take an address without it. An address stands by itself, anything else as it is written.
 */
export function requestsOf(css: string): string[] {
  const plain = unescaped(css.replace(/\/\*[\s\S]*?(\*\/|$)/g, ''));
  const rules = plain.match(/@import[^;]*|@font-face|-moz-binding|behavior\s*:/gi) ?? [];
  const calls = [...plain.matchAll(ASKING)].map(([, name = '', , inside = '']) =>
    /^(url|src)$/i.test(name) && inside.trim() ? inside.trim() : `${name}(${inside}`,
  );
  return [...rules, ...calls];
}

/** CSS with its escapes written out: `u\72l(` is `url(` to a browser (CSS Syntax Level 3, 4.3.7). */
function unescaped(css: string): string {
  return css
    .replace(/\\([0-9a-f]{1,6})(?:\r\n|\s)?/gi, (_, code: string) => {
      const point = Number.parseInt(code, 16);
      return point > 0x10ffff ? '\ufffd' : String.fromCodePoint(point);
    })
    .replace(/\\(?:\r\n|\n)?/g, '');
}
