import { type ByLanguage, byLanguage } from '../language/by-language.js';
import { offsetsOf, placesIn } from '../markdown/places.js';
import { proseIn } from '../markdown/prose.js';
import type { Rule } from '../model/rule.js';

/** Scripts that are not Latin, each with a language that is written in it. */
const SCRIPTS = {
  Cyrillic: 'ru',
  Greek: 'el',
  Hebrew: 'he',
  Arabic: 'ar',
  Han: 'zh',
  Hiragana: 'ja',
  Katakana: 'ja',
  Hangul: 'ko',
  Devanagari: 'hi',
  Bengali: 'bn',
  Thai: 'th',
  Armenian: 'hy',
  Georgian: 'ka',
} as const;
type Script = keyof typeof SCRIPTS;

/** The letters of what a language is written in, where that is one of these. */
const LETTERS: Readonly<Record<string, readonly Script[]>> = {
  Cyrl: ['Cyrillic'],
  Grek: ['Greek'],
  Hebr: ['Hebrew'],
  Arab: ['Arabic'],
  Hans: ['Han'],
  Hant: ['Han'],
  Jpan: ['Han', 'Hiragana', 'Katakana'],
  Kore: ['Hangul', 'Han'],
  Deva: ['Devanagari'],
  Beng: ['Bengali'],
  Thai: ['Thai'],
  Armn: ['Armenian'],
  Geor: ['Georgian'],
};
/** Aramaic is printed in other letters than those it was once cut in. */
const PRINTED: ByLanguage<readonly Script[]> = { arc: ['Hebrew'] };

function lettersOf(tag: string): readonly Script[] {
  return byLanguage(PRINTED, tag, LETTERS[new Intl.Locale(tag).maximize().script ?? ''] ?? []);
}

/** Three letters are a word; one or two may be a sign: π, kΩ, Я. */
const FOREIGN = new RegExp(
  Object.keys(SCRIPTS)
    .map(
      (name) =>
        `(?<${name}>[\\p{Script=${name}}\\p{M}]{3,}|[\\p{Script=${name}}]{2,}(?:\\s[\\p{Script=${name}}\\p{M}]+)+)`,
    )
    .join('|'),
  'gu',
);

/** Words in another script say which language they are. */
export const languageIsMarked: Rule<{ word: string; language: string }> = {
  id: 'language-is-marked',
  severity: 'info',
  says: ({ word }) => `“${word}” is in another language than the text around it`,
  remedy: ({ word, language }) => `Say in which: [${word}]{lang=${language}}.`,
  why: 'A screen reader says the words of another language in its own only if it knows that they are; so do hyphenation and quotation marks.',
  examples: { good: '# One\n\nMoscow is [Москва]{lang=ru}.\n', bad: '# One\n\nMoscow is Москва.\n' },
  check(book, complain) {
    for (const chapter of book.chapters) {
      const { file } = chapter;
      const source = String(file.value);
      for (const { runs, tag } of proseIn(chapter)) {
        const own = lettersOf(tag);
        for (const run of runs) {
          if (typeof run === 'string') continue;
          for (const { 0: word, index, groups = {} } of run.value.matchAll(FOREIGN)) {
            const script = (Object.keys(SCRIPTS) as Script[]).find((name) => groups[name]);
            if (!script || own.includes(script)) continue;
            const place = placesIn(run, offsetsOf(run, source), source)(index, index + word.length);
            complain({ word, language: languageOf(word, script) }, { file, node: place });
            break;
          }
        }
      }
    }
  },
};

/** Which language it probably is: a script says it for most, and some letters for a few more. */
function languageOf(word: string, script: Script): string {
  if (script === 'Cyrillic' && /[іїєґ]/i.test(word)) return 'uk';
  // How the language calls itself.
  if (script === 'Han' && word.startsWith('日本')) return 'ja';
  return SCRIPTS[script];
}
