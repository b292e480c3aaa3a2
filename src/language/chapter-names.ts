import { type ByLanguage, patternsBy } from './by-language.js';

/** What a chapter is called, and behind that its numbers that are written out; figures and Roman numerals are known everywhere. */
const WORDS: ByLanguage<string> = {
  ar: 'الفصل',
  de: 'kapitel: eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf',
  en: 'chapter: (?:twenty|thirty|forty|fifty)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen',
  es: 'capítulo: uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce',
  fr: 'chapitre: un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|premier',
  he: 'פרק',
  it: 'capitolo: uno|due|tre|quattro|cinque|sei|sette|otto|nove|dieci|undici|dodici|primo',
  nl: 'hoofdstuk: een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf',
  pl: 'rozdział',
  pt: 'capítulo: um|dois|três|quatro|cinco|seis|sete|oito|nove|dez|onze|doze',
  ru: 'глава',
  sv: 'kapitel: ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv',
  uk: 'розділ|глава',
};

const patternOf = patternsBy(WORDS, 'chapter', (words) => {
  const [name, numbers] = words.split(': ');
  return new RegExp(
    `^(?:${name})\\s+(?:\\d{1,3}|[ivxl]{1,8}${numbers ? `|${numbers}` : ''})\\.?(?:\\s*[:–—-]\\s*(\\S.{0,60})|\\s*\\n(.{1,60}))?$`,
    'iu',
  );
});

/** Whether words are the title of a chapter that is counted: Chapter Two, KAPITEL 3, Chapitre IV: Le soir. */
export function namesChapter(words: string, lang: string): boolean {
  const [chapter, behind, below = ''] = patternOf(lang).exec(words) ?? [];
  // What goes on like this is a sentence: Chapter two: done.
  return chapter !== undefined && !/^\p{Ll}.*[.?!…]$/u.test(behind ?? below);
}
