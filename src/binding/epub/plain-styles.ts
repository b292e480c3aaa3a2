import postcss, { type Rule } from 'postcss';

/** Functions that values had in CSS 2.1, and in `@font-face`. */
const FUNCTIONS: ReadonlySet<string> = new Set(['url', 'format', 'local', 'counter', 'counters', 'rgb']);
const CALLED = /([\w-]+)\(/g;
/** Units that came later. */
const YOUNG = /\d(?:v[hw]|vmin|vmax|rem|ch)\b/i;
/** What CSS 2.1 has behind a colon. */
const PSEUDO =
  /^:(?:first-child|link|visited|hover|active|focus|before|after|first-letter|first-line|lang\([\w-]+\))$/;
const PSEUDOS = /:{1,2}[\w-]+(?:\([^)]*\))?/g;
/** The elements that CSS 2.1 writes with one colon. */
const ELEMENT = /::(?=(?:before|after|first-letter|first-line)\b)/g;

/**
 * What of a stylesheet is CSS 2.1: old e-readers (Adobe's engine, in many devices and in the reading rooms of libraries) pass over the
 * whole of a stylesheet in which there is one `calc()` or one selector that they do not know. It stands before that stylesheet,
 * which says the same again, so that nothing changes for readers that know all of it.
 */
export function plainStyles(css: string): string {
  const root = postcss.parse(css);
  root.walkAtRules((rule) => {
    if (rule.name !== 'font-face') rule.remove();
  });
  root.walkDecls((declaration) => {
    const called = [...declaration.value.matchAll(CALLED)].map(([, name = '']) => name.toLowerCase());
    const isKnown = called.every((name) => FUNCTIONS.has(name)) && !YOUNG.test(declaration.value);
    if (declaration.prop.startsWith('--') || !isKnown) declaration.remove();
  });
  root.walkRules((rule) => {
    const known = rule.selectors.flatMap(plainSelector);
    if (known.length && rule.nodes.length) rule.selectors = known;
    else rule.remove();
  });
  root.walkComments((comment) => void comment.remove());
  return `${root.toString().trim()}\n`;
}

function plainSelector(selector: Rule['selector']): string[] {
  const plain = selector.replace(ELEMENT, ':');
  const isKnown = (plain.match(PSEUDOS) ?? []).every((pseudo) => PSEUDO.test(pseudo));
  return isKnown && !/~(?!=)|[$^*]=/.test(plain) ? [plain] : [];
}
