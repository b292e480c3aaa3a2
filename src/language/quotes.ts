/** How a language marks speech, dashes and the space before its stops. */
export interface Marks {
  /** Outer and inner quotation marks, each opening and closing, with the space that belongs to them. */
  readonly quotes: readonly [string, string, string, string];
  /** Turns an ordinary space before ; : ! ? into one that does not break. */
  readonly spacedStops: boolean;
}

const NNBSP = '\u202f';
const NBSP = '\u00a0';

const MARKS: Readonly<Record<string, Marks>> = {
  en: { quotes: ['“', '”', '‘', '’'], spacedStops: false },
  'en-GB': { quotes: ['“', '”', '‘', '’'], spacedStops: false },
  de: { quotes: ['„', '“', '‚', '‘'], spacedStops: false },
  'de-CH': { quotes: ['«', '»', '‹', '›'], spacedStops: false },
  fr: { quotes: [`«${NNBSP}`, `${NNBSP}»`, '“', '”'], spacedStops: true },
  'fr-CH': { quotes: [`«${NNBSP}`, `${NNBSP}»`, '‹', '›'], spacedStops: true },
  es: { quotes: ['«', '»', '“', '”'], spacedStops: false },
  it: { quotes: ['«', '»', '“', '”'], spacedStops: false },
  nl: { quotes: ['“', '”', '‘', '’'], spacedStops: false },
  pl: { quotes: ['„', '”', '«', '»'], spacedStops: false },
  ru: { quotes: ['«', '»', '„', '“'], spacedStops: false },
  sv: { quotes: ['”', '”', '’', '’'], spacedStops: false },
};
const ENGLISH = MARKS.en as Marks;

/** The marks of a language, by its tag, then by its language alone; English for one that is not listed. */
export function marksOf(lang: string): Marks {
  return MARKS[lang] ?? MARKS[lang.split('-')[0] ?? ''] ?? ENGLISH;
}

/** Words that English writes with a leading apostrophe: no quotation opens before them. */
const ELISION = /^(?:tis|twas|twere|twill|til|em|cause|bout|round|n|\d0s)(?!\p{L})/iu;

/**
 * Makes quotation marks, apostrophes, dashes and ellipses typographic in one paragraph's text. Straight marks are
 * read by what stands beside them and by which quotations are open; `--` is an en dash, `---` an em dash, as in Pandoc.
 *
 * @param text the text of a whole paragraph; U+FFFC stands for anything that is not text (code, an image)
 * @returns one string for each character of the text, so that the caller can put them back where they came from
 */
export function educate(text: string, marks: Marks): string[] {
  const out = [...text].length === text.length ? text.split('') : text.split('');
  const [open, close, innerOpen, innerClose] = marks.quotes;
  const stack: ('"' | "'")[] = [];
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    const before = text[i - 1] ?? ' ';
    const after = text[i + 1] ?? ' ';
    if (char === '.' && text.startsWith('...', i) && text[i + 3] !== '.' && before !== '.') {
      out.splice(i, 3, '…', '', '');
      i += 2;
    } else if (char === '-' && before !== '-' && /^-{2,3}(?!-)/.test(text.slice(i, i + 4))) {
      const long = text[i + 2] === '-';
      out.splice(i, long ? 3 : 2, ...(long ? ['—', '', ''] : ['–', '']));
      i += long ? 2 : 1;
    } else if (char === '"') {
      const opens = opensAt(before, after, stack.includes('"'));
      if (!opens && /\d/.test(before) && !stack.includes('"')) out[i] = '″';
      else if (opens) {
        const inner = stack.includes('"') || (stack.length > 0 && stack.includes("'") && false);
        out[i] = inner ? innerOpen : open;
        stack.push('"');
      } else {
        const at = stack.lastIndexOf('"');
        if (at >= 0) stack.length = at;
        out[i] = stack.includes('"') ? innerClose : close;
      }
    } else if (char === "'") {
      const opens = opensAt(before, after, stack.at(-1) === "'") && !ELISION.test(text.slice(i + 1, i + 8));
      if (opens) {
        out[i] = stack.includes('"') ? innerOpen : (SINGLE[open] ?? innerOpen);
        stack.push("'");
      } else if (stack.at(-1) === "'" && !(/\p{L}/u.test(before) && /\p{L}/u.test(after))) {
        stack.pop();
        out[i] = stack.includes('"') ? innerClose : (SINGLE[close] ?? innerClose);
      } else out[i] = '’';
    } else if (
      marks.spacedStops &&
      char === ' ' &&
      /[;:!?]/.test(after) &&
      /[\s\ufffc]|$/.test(text[i + 2] ?? ' ')
    ) {
      out[i] = after === ':' ? NBSP : NNBSP;
    }
  }
  return out;
}

/** Single marks that stand alone: what an English writer of dialogue in single quotes expects. */
const SINGLE: Readonly<Record<string, string>> = { '“': '‘', '”': '’' };

function opensAt(before: string, after: string, isOpen: boolean): boolean {
  const startsHere = /[\s([{<—–\-/“‘„«‹¿¡"'\ufffc]/.test(before);
  const endsHere = /[\s)\]}>.,;:!?…]/.test(after);
  if (startsHere && !endsHere) return !(isOpen && /[—–-]/.test(before)) || !isOpen;
  if (!startsHere) return false;
  return !isOpen && after.trim() !== '' && !/[)\]}>.,;:!?]/.test(after);
}
