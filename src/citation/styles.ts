/** The styles that Octavo brings along, in `csl/styles/`, by the names that an author gives. */
export const STYLES: Readonly<Record<string, string>> = {
  apa: 'apa',
  'chicago-author-date': 'chicago-author-date',
  'chicago-notes': 'chicago-fullnote-bibliography',
  'chicago-short-notes': 'chicago-note-bibliography',
  harvard: 'harvard-cite-them-right',
  ieee: 'ieee',
  mla: 'modern-language-association',
  vancouver: 'vancouver',
};

/** Other words for them: how they are cited, and what their files are called. */
export const STYLE_ALIASES: Readonly<Record<string, string>> = {
  'author-date': 'chicago-author-date',
  chicago: 'chicago-author-date',
  notes: 'chicago-notes',
  numeric: 'ieee',
  ...Object.fromEntries(Object.entries(STYLES).map(([name, file]) => [file, name])),
};

/** Locales in `csl/locales/` by language; a region has its own only where it differs. */
const LOCALES: Readonly<Record<string, string>> = {
  de: 'de-DE',
  'de-AT': 'de-AT',
  'de-CH': 'de-CH',
  en: 'en-US',
  'en-AU': 'en-GB',
  'en-GB': 'en-GB',
  'en-IE': 'en-GB',
  'en-NZ': 'en-GB',
  es: 'es-ES',
  fr: 'fr-FR',
  it: 'it-IT',
  nl: 'nl-NL',
  pl: 'pl-PL',
  ru: 'ru-RU',
  sv: 'sv-SE',
};

/**
 * The locale that serves a language; English for one that has none.
 * @param usual the one that the style is written in: British English for a British style, if the book does not say otherwise
 */
export function localeFor(lang: string, usual = ''): string {
  if (usual.startsWith(`${lang}-`) && LOCALES[usual]) return LOCALES[usual];
  return LOCALES[lang] ?? LOCALES[lang.split('-')[0] ?? ''] ?? 'en-US';
}
