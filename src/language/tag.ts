/** A tag as BCP 47 writes it; the underscore of a system's locale is understood. */
export function hyphenated(tag: string): string {
  return tag.replaceAll('_', '-');
}

/** BCP 47 would allow `english`, as a word of five to eight letters, and has never given such a word a meaning. */
export function isLanguage(tag: string): boolean {
  try {
    return new Intl.Locale(tag).language.length <= 3;
  } catch {
    return false;
  }
}

/** A language in English words, `French`; a tag that nobody knows is itself. */
export function nameOf(tag: string): string {
  return new Intl.DisplayNames('en', { type: 'language', fallback: 'code' }).of(tag) ?? tag;
}

/** Scripts whose words are never broken, or broken without a hyphen. */
const UNHYPHENATED = new Set(
  'Arab Hebr Thaa Syrc Nkoo Adlm Mand Samr Rohg Hans Hant Jpan Kore Thai Laoo Khmr Mymr Tibt Ethi'.split(' '),
);

/** Whether those who write a language break its words with hyphens; words of Vietnamese are syllables. */
export function isHyphenated(tag: string): boolean {
  const { language, script } = new Intl.Locale(tag).maximize();
  return script !== undefined && !UNHYPHENATED.has(script) && language !== 'vi';
}

const RTL_SCRIPTS = new Set(['Arab', 'Hebr', 'Thaa', 'Syrc', 'Nkoo', 'Adlm', 'Mand', 'Samr', 'Rohg']);

/** The side that the lines of a language begin on. */
export function directionOf(tag: string): 'ltr' | 'rtl' {
  return RTL_SCRIPTS.has(new Intl.Locale(tag).maximize().script ?? '') ? 'rtl' : 'ltr';
}

const RTL_FIRST =
  /^\P{L}*[\p{sc=Arab}\p{sc=Hebr}\p{sc=Thaa}\p{sc=Syrc}\p{sc=Nkoo}\p{sc=Adlm}\p{sc=Mand}\p{sc=Samr}\p{sc=Rohg}]/u;

/** The side that a text begins on, by its first letter. */
export function directionOfText(text: string): 'ltr' | 'rtl' {
  return RTL_FIRST.test(text) ? 'rtl' : 'ltr';
}
