import { type ByLanguage, patternsBy } from '../language/by-language.js';
import type { Rule } from '../model/rule.js';
import { oneSpaced, textOf } from '../tree/text-of.js';
import { visit } from '../tree/visit.js';

/** Words that say nothing of where a link leads. */
const EMPTY: ByLanguage<string> = {
  en: 'here|click here|click|this|this link|link|more|read more|this page|see here',
  de: 'hier|hier klicken|klicken sie hier|klick hier|link|dieser link|mehr|mehr lesen|weiter|weiterlesen',
  fr: 'ici|cliquez ici|cliquer ici|lien|ce lien|plus|lire la suite|en savoir plus',
  es: 'aquí|haz clic aquí|haga clic aquí|pulse aquí|enlace|este enlace|más|leer más',
  it: 'qui|clicca qui|cliccare qui|link|questo link|altro|leggi tutto|di più',
  nl: 'hier|klik hier|link|deze link|meer|lees meer|lees verder',
  pl: 'tutaj|tu|kliknij tutaj|kliknij|link|ten link|więcej|czytaj dalej',
  ru: 'здесь|тут|нажмите здесь|ссылка|по ссылке|далее|подробнее|читать далее',
  sv: 'här|klicka här|länk|denna länk|mer|läs mer',
};

const saysNothing = patternsBy(EMPTY, '(?!)', (words) => new RegExp(`^(?:${words})[.!…>»→ ]*$`, 'iu'));

/** The words of a link say where it leads. */
export const linkTextSpeaks: Rule<{ words: string }> = {
  id: 'link-text-speaks',
  severity: 'warning',
  says: ({ words }) => (words ? `The link “${words}” does not say where it leads` : 'This link has no words'),
  remedy: () =>
    'Put the link on the words that name what is there: [the opening hours](https://example.org/hours).',
  why: 'On paper there is nothing to click, and “here” is nowhere. Who hears a book goes from link to link, and hears nothing but their words.',
  examples: {
    good: '# One\n\nSee [the opening hours](https://example.org/hours).\n',
    bad: '# One\n\nFor the opening hours click [here](https://example.org/hours).\n',
  },
  check(book, complain) {
    for (const { tree, file, lang } of book.chapters) {
      const pattern = saysNothing(lang);
      visit(tree, (node) => {
        if ((node.type !== 'link' && node.type !== 'linkReference') || !node.position) return;
        // What Octavo itself made of a reference is no link of the author's.
        const { hProperties: _, ...made } = node.data ?? {};
        if (Object.keys(made).length) return;
        const words = oneSpaced(textOf(node));
        if (!words || pattern.test(words)) complain({ words }, { file, node });
      });
    }
  },
};
