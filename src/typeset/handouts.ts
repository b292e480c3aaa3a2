import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { marksOf } from '../language/quotes.js';
import { filled } from '../language/words.js';
import type { Handout, MadeHandouts, PagePicture } from '../model/handout.js';
import type { Rendition } from '../model/rendition.js';
import type { Words, WordsOf } from '../model/words.js';
import { visit } from '../tree/visit.js';

/** A sheet on its side is shown as large as one that stands: shares of the text's width, as classes of the stylesheet. */
const WIDTHS = { portrait: 'width-45', landscape: 'width-65' } as const;

/** Whether a chapter of this rendition shows a handout. */
export function showsHandouts({ sections }: Rendition): boolean {
  let shows = false;
  for (const { tree } of sections)
    visit(tree, 'element', ({ properties }) => {
      shows ||= properties.dataHandout !== undefined;
      return !shows;
    });
  return shows;
}

/**
 * Shows the first pages of handouts where chapters want them, with their folios in the pack where there are pages; a handout of
 * which there is none is pointed at, and no more.
 */
export function showHandouts(
  rendition: Rendition,
  handouts: readonly Handout[],
  made: MadeHandouts | undefined,
  wordsOf: WordsOf,
): Rendition {
  const assets = new Map(rendition.assets);
  for (const { tree, lang } of rendition.sections)
    visit(tree, 'element', (figure) => {
      const { dataHandout: id } = figure.properties;
      if (id === undefined) return;
      delete figure.properties.dataHandout;
      const caption = figure.children.find((child): child is Element => child.type === 'element');
      if (!caption) return;
      const handout = handouts.find((one) => one.id === id);
      const picture = handout && made?.pictures.get(handout.id);
      if (!picture) {
        figure.tagName = 'p';
        figure.properties.className = ['handout-link'];
        figure.properties.lang = caption.properties.lang;
        figure.children = figure.children.flatMap((child) =>
          child === caption ? caption.children : [child],
        );
        return;
      }
      const path = `octavo-handouts/${handout.id}.png`;
      assets.set(path, { path, mediaType: 'image/png', ...picture });
      const words = wordsOf(lang);
      figure.children.unshift(linkedAs(caption, imageOf(handout, path, picture, words, lang)));
      const page = rendition.medium === 'paged' ? made?.folios.get(handout.id) : undefined;
      if (page) caption.children.push({ type: 'text', value: `, ${filled(words.pack.page, { page })}` });
    });
  return { ...rendition, assets };
}

function imageOf(
  { title, orientation }: Handout,
  src: string,
  { width, height }: PagePicture,
  { pack }: Words,
  lang: string,
): Element {
  const [open, close] = marksOf(lang);
  const alt = filled(pack.picture, { title: `${open}${title}${close}` });
  return h('img', { className: [WIDTHS[orientation]], src, alt, width, height });
}

/** A picture that leads where the words below it lead. */
function linkedAs(caption: Element, picture: Element): ElementContent {
  const link = caption.children.find(
    (child): child is Element => child.type === 'element' && child.tagName === 'a',
  );
  return link ? { ...link, properties: { ...link.properties }, children: [picture] } : picture;
}
