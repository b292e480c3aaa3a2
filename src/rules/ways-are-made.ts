import type { Paragraph } from 'mdast';
import type { Rule } from '../model/rule.js';
import { textOf } from '../tree/text-of.js';
import { visit } from '../tree/visit.js';

/** What the way to another page is called in the languages of books that were web pages first. */
const NAMES = [
  '(?:back|return) to (?:the )?(?:top|(?:table of )?contents|index)',
  'prev(?:ious)?|next|back|return',
  'zurück|weiter|vorherige[srn]?|vorige[srn]?|nächste[srn]?',
  'précédente?|suivante?|retour|(?:page|chapitre) (?:précédente?|suivante?)',
  'anterior|siguiente|volver|capítulo (?:anterior|siguiente)',
  'próxim[oa]|seguinte|voltar',
  'precedente|successivo|indietro|avanti|(?:capitolo|pagina) (?:precedente|successiv[oa])',
  'vorig|volgende?|terug',
  'назад|далее|вперёд|предыдущ(?:ая|ий)|следующ(?:ая|ий)',
  'poprzedni[a]?|następn[ya]|wstecz|dalej',
  '[上下]一[章页頁篇节節]|返回(?:目录|目錄)?|前へ|次へ|[前次]の(?:章|ページ)|目次(?:へ戻る|に戻る)',
].join('|');
const OF = 'page|chapter|section|lesson|part|kapitel|seite|hoofdstuk|pagina|глава|страница|rozdział';
/** A way and nothing else: by its name, with what it leads to behind a colon, or `Back to …`; signs beside it say nothing. */
const WAY = new RegExp(
  String.raw`^[^\p{L}\p{N}]*(?:${NAMES})(?:[ \u00a0](?:${OF}))?[^\p{L}\p{N}]*(?:[:：–—-].*)?$`,
  'isu',
);
/** An arrow at the beginning or the end of what is touched, or “Back to …”: such a way is meant only where it leads to a chapter, and not to a place in one. */
const ARROW =
  /^[ \t]*(?:[←→⬅➡◀▶]|[«‹](?!.*[»›])).*\S|\S.*(?:[←→⬅➡◀▶]|(?<![«‹].*)[»›])\ufe0f?[ \t]*$|^[^\p{L}\p{N}]*(?:back|return|go back|zurück|retour|volver|voltar|terug|torna)[ \u00a0](?:to|zum|zur|au|aux|à|al|a|ao|naar)[ \u00a0]/isu;
const ELSEWHERE = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i;

/** Ways from one chapter to the next are made by Octavo, where there are pages to touch. */
export const waysAreMade: Rule = {
  id: 'ways-are-made',
  severity: 'warning',
  says: () => 'These links lead from page to page, as on a web site, and are printed in the book',
  remedy: () =>
    'Take them out: chapters follow one another, and the pages of the web edition have ways to the next, the one before and the contents.',
  why: 'On paper such a line leads nowhere, and is taken for text. In an e-reader pages are turned.',
  examples: {
    good: '# One\n\nText.\n\nGo on with [the next chapter](#one), or [Lamps](#one).\n',
    bad: '# One\n\nText.\n\n[← Previous](#one) | [Next →](#one)\n',
  },
  check(book, complain) {
    const chapters = new Set(book.chapters.map(({ id }) => `#${id}`));
    for (const { tree, file } of book.chapters)
      visit(tree, 'paragraph', (node) => {
        if (isWay(node, chapters)) complain({}, { file, node });
      });
  },
};

/** Whether there is nothing but links in a paragraph, with signs between them, and one of them is such a way. */
function isWay({ children }: Paragraph, chapters: ReadonlySet<string>): boolean {
  const links = children.filter((child) => child.type === 'link');
  if (!links.length || links.some(({ url }) => ELSEWHERE.test(url))) return false;
  const between = children.filter((child) => child.type !== 'link').map(textOf);
  // A sentence says more than where its link leads.
  if (between.some((text) => /[.,;!?]/.test(text) || (/[\p{L}\p{N}]/u.test(text) && !WAY.test(text))))
    return false;
  const isWhole = links.some(
    (link) => ARROW.test(textOf(link)) && (chapters.has(link.url) || !link.url.includes('#')),
  );
  return isWhole || [...links.map(textOf), ...between].some((text) => WAY.test(text));
}
