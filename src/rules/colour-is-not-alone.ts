import { type ByLanguage, patternsBy } from '../language/by-language.js';
import { findInProse } from '../markdown/find.js';
import type { Rule } from '../model/rule.js';

/** Sentences that point at something by its colour. */
const BY_COLOUR: ByLanguage<string> = {
  en: '(?:marked|shown|printed|highlighted|written|drawn|set|given) in (?:red|green|blue|yellow|orange|purple)',
  de: '(?:rot|grün|blau|gelb|orange|violett) (?:markiert|hervorgehoben|gekennzeichnet|unterlegt|gedruckt|dargestellt|eingezeichnet)',
  fr: '(?:marqué|indiqué|surligné|imprimé|affiché|représenté)e?s? en (?:rouge|vert|bleu|jaune|orange|violet)',
  es: '(?:marcad|resaltad|indicad|señalad|impres)[ao]s? en (?:rojo|verde|azul|amarillo|naranja|morado)',
  it: '(?:evidenziat|segnat|indicat|stampat)[aoei] in (?:rosso|verde|blu|giallo|arancione|viola)',
  nl: '(?:rood|groen|blauw|geel|oranje|paars) (?:gemarkeerd|aangegeven|weergegeven|gedrukt)',
  pl: '(?:zaznaczon|oznaczon|wyróżnion|wydrukowan)\\p{L}+ na (?:czerwono|zielono|niebiesko|żółto)',
  ru: '(?:отмечен|выделен|обозначен|напечатан)\\p{L}* (?:красным|зел[её]ным|синим|ж[её]лтым)',
  sv: '(?:markera|framhäv|visa|tryck)\\p{L}+ (?:i|med) (?:rött|grönt|blått|gult|orange|lila)',
};
const byColour = patternsBy(
  BY_COLOUR,
  '(?!)',
  (words) => new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L}| and with| und mit)`, 'giu'),
);

/** Nothing is told by colour alone. */
export const colourIsNotAlone: Rule<{ words: string }> = {
  id: 'colour-is-not-alone',
  severity: 'info',
  says: ({ words }) => `“${words}” is lost where there is no colour`,
  remedy: () => 'Say it by a word, a sign or a shape as well: marked in red and with a star.',
  why: 'Most books are printed in black and most e-readers are grey; one man in twelve does not tell red from green.',
  examples: {
    good: '# One\n\nThe red door. The words with a star are the hard ones.\n',
    bad: '# One\n\nThe hard words are marked in red.\n',
  },
  check(book, complain) {
    for (const { match, at } of findInProse(book.chapters, byColour)) complain({ words: match[0] }, at);
  },
};
