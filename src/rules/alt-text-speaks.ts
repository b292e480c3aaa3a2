import type { Rule } from '../model/rule.js';
import { visit } from '../tree/visit.js';

/** A name that a camera, a scanner or a folder gave: `IMG_2041`, `wave-3.png`. */
const FILE_NAME =
  /^\S+\.(?:png|jpe?g|gif|svg|webp|avif|tiff?)$|^(?:IMG|DSC[NF]?|PICT|P|MVI|PXL|Screen ?shot|Scan|untitled)[ _-]?\d[\w-]*$|^untitled$/i;
/** What it is, but not what it shows. */
const KIND =
  /^(?:an? )?(?:image|img|picture|photo(?:graph)?|graphic|figure|illustration|drawing|diagram|chart|screenshot|logo|icon|png|svg|jpe?g|gif|bild|foto|abbildung|grafik|imagen|figura|dessin|immagine|afbeelding|figuur|zdjęcie|rysunek|изображение|рисунок|фото)\.?$/iu;
/** What a screen reader has said already. */
const SAID = /^(?:an? )?(?:image|picture|graphic)(?: of|:)\s/i;

/** Alternative text says what an image shows, and is no name of a file. */
export const altTextSpeaks: Rule<{ alt: string; fault: 'name' | 'kind' | 'said' }> = {
  id: 'alt-text-speaks',
  severity: 'warning',
  says: ({ alt, fault }) =>
    fault === 'name'
      ? `The alternative text “${alt}” is the name of a file`
      : fault === 'kind'
        ? `The alternative text “${alt}” says what the image is, and not what it shows`
        : `The alternative text “${alt}” begins with what a screen reader says of every image`,
  remedy: ({ fault }) =>
    fault === 'said'
      ? 'Begin with what is to be seen.'
      : 'Say what is to be seen, as you would on the telephone: ![A wave that rises and breaks](wave.svg).',
  why: 'Who does not see an image hears its alternative text in its place. The name of a file tells them nothing but that they miss something.',
  examples: { good: '# One\n\n![A red disc](disc.png)\n', bad: '# One\n\n![disc.png](disc.png)\n' },
  check(book, complain) {
    for (const { tree, file } of book.chapters)
      visit(tree, (node) => {
        if (node.type !== 'image' && node.type !== 'imageReference') return;
        const alt = node.alt?.trim() ?? '';
        const fault = faultOf(alt, node.type === 'image' ? node.url : '');
        if (fault) complain({ alt, fault }, { file, node });
      });
  },
};

function faultOf(alt: string, url: string): 'name' | 'kind' | 'said' | undefined {
  const name = url.slice(url.lastIndexOf('/') + 1);
  const stem = name.replace(/\.\w+$/, '');
  if (alt && (FILE_NAME.test(alt) || alt === name || (alt === stem && /[\d_-]/.test(stem)))) return 'name';
  if (KIND.test(alt)) return 'kind';
  return SAID.test(alt) ? 'said' : undefined;
}
