import { ACCENTS, LOOKS, SIGNS } from './latex-signs.js';

/** A group that has been opened: what it puts around its text, which is gathered in it. */
interface Group {
  text: string;
  readonly open: string;
  readonly close: string;
  readonly accent?: string | undefined;
  /** Its text is no text of the book: the address of a link. */
  readonly dropped?: boolean | undefined;
  /** It keeps the case of its letters. */
  readonly guards: boolean;
}

const NOCASE = ['<span class="nocase">', '</span>'] as const;
/** The longest field that is read, in characters. */
const LONGEST = 10_000;

/**
 * LaTeX as the fields of a `.bib` file have it, as text with the few tags of CSL-JSON: accents and signs as letters,
 * emphasis, and braces that keep the case of what they hold. An unknown command leaves its text.
 * @param keepsCase whether braces mean that, as they do in titles
 */
export function fromLatex(source: string, keepsCase = false): string {
  const text = source.slice(0, LONGEST).replace(/\s+/g, ' ').trim();
  const groups: Group[] = [{ text: '', open: '', close: '', guards: false }];
  /** What the next group or sign is for, if a command stands before it. */
  let next: Partial<Group> | undefined;
  let math = false;
  const put = (piece: string): void => {
    const { open = '', close = '', accent, dropped } = next ?? {};
    next = undefined;
    if (!dropped) (groups.at(-1) as Group).text += open + (accent ? accented(piece, accent) : piece) + close;
  };
  const closeGroup = (): void => {
    const { text, open, close, accent, dropped, guards } = groups.pop() as Group;
    next = { open, close, accent, dropped };
    // A capital with its accent keeps its case as much as one in braces does.
    const capital = keepsCase && !guards && /^\p{Lu}$/u.test(text.normalize('NFC')) && groups.length === 1;
    if (text) put(capital ? NOCASE.join(text) : text);
    next = undefined;
  };
  let at = 0;
  while (at < text.length) {
    const char = text[at] as string;
    if (char === '\\') {
      const [whole, name = '', sign = ''] = /^\\(?:([A-Za-z]+)\*? ?|(.))/.exec(text.slice(at, at + 60)) ?? [
        '\\',
      ];
      at += whole.length;
      command(name, sign);
    } else if (char === '{') {
      // A group that begins with a command is a letter with its accent, and keeps no case.
      const guards =
        keepsCase && !next && !math && !groups.at(-1)?.guards && !LETTER.test(text.slice(at, at + 30));
      const own = guards ? { open: NOCASE[0], close: NOCASE[1] } : { open: '', close: '' };
      groups.push({ text: '', ...own, ...next, guards: guards || groups.at(-1)?.guards === true });
      next = undefined;
      at++;
    } else if (char === '}') {
      if (groups.length > 1) closeGroup();
      at++;
    } else if (char === '$') {
      math = !math;
      at++;
    } else if (math && (char === '^' || char === '_')) {
      const tag = char === '^' ? 'sup' : 'sub';
      next = { open: `<${tag}>`, close: `</${tag}>` };
      at++;
    } else {
      const [written, meant] = LIGATURES.find(([one]) => text.startsWith(one, at)) ?? [char, char];
      put(meant);
      at += written.length;
    }
  }
  while (groups.length > 1) closeGroup();
  return (groups[0]?.text ?? '').normalize('NFC').replace(/ {2,}/g, ' ').trim();

  function command(name: string, sign: string): void {
    const accent = ACCENTS[name || sign];
    const look = LOOKS[name];
    if (name === 'href' || SORTING.test(name)) next = { dropped: true };
    else if (accent) next = { accent };
    else if (look) next = { open: look[0], close: look[1] };
    else if (SIGNS[name] !== undefined) put(SIGNS[name]);
    else if (sign === ',') put('\u202f');
    else if (sign && !'-/!:;@'.includes(sign)) put(sign);
  }
}

/** What stands in a field for the order of the list alone: `{\noopsort{1973b}}1973`. */
const SORTING = /^(?:noop|noopsort|sortnoop|nosort)$/i;

/** A group that is one letter: `{\"o}`, `{\ss}`. */
const LETTER = /^\{\\(?!emph|text|mkbib|enquote)/;

/** What two and three signs are together; a tilde binds. */
const LIGATURES: readonly (readonly [string, string])[] = [
  ['---', '—'],
  ['--', '–'],
  ['``', '“'],
  ["''", '”'],
  ['~', '\u00a0'],
];

/** A letter with its accent; an accent over nothing is the sign itself. */
function accented(text: string, accent: string): string {
  const plain = text.replace(/^ı/, 'i').replace(/^ȷ/, 'j');
  const [letter = ''] = plain;
  return letter ? letter + accent + plain.slice(letter.length) : '';
}
