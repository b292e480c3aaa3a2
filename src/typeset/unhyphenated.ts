import type { Nodes } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { hasPatterns } from '../language/hyphenator.js';
import { isHyphenated, isLanguage } from '../language/tag.js';
import type { Say } from '../model/notice.js';
import type { Section } from '../model/rendition.js';
import { visit } from '../tree/visit.js';
import { hyphensThere } from './notices.js';

/** What would be broken, if anybody knew where. */
const LONG = /\p{L}{6}/u;

/** Tells of each language that is hyphenated by those who write it, and here is not, at its first place in the book. */
export function tellUnhyphenated(sections: readonly Section[], say: Say): void {
  const told = new Set<string>();
  for (const { tree, lang, file } of sections) {
    if (!file) continue;
    const tell = (tag: string, text: Nodes, node?: Nodes): void => {
      if (!isLanguage(tag) || hasPatterns(tag)) return;
      const { language } = new Intl.Locale(tag);
      if (told.has(language) || !isHyphenated(tag) || !LONG.test(textOf(text))) return;
      told.add(language);
      say(hyphensThere, { lang: tag }, { file, node });
    };
    tell(lang, tree);
    visit(tree, 'element', (element) => {
      const own = element.properties.lang;
      if (typeof own === 'string') tell(own, element, element);
    });
  }
}
