import type { Emphasis, Paragraph, PhrasingContent } from 'mdast';
import type { Attributes } from '../markdown/attributes.js';
import { type Captions, isPicture, type Picture, takeCaptions } from '../markdown/captions.js';
import { widthClass } from '../markdown/width.js';
import type { Construct } from '../model/construct.js';
import { visit } from '../tree/visit.js';

/**
 * An image alone in its paragraph is a figure; its title is the caption. With an id that begins with `fig-` it is
 * numbered, and its alternative text is the caption if it has no other. `{width=60%}` is of the text's width; `credit`
 * names whose it is.
 */
export const figure: Construct = {
  name: 'figure',
  sample:
    '![A wave that rises, breaks and runs out](wave.svg "How fear passes."){width=60% credit="After a sketch"}\n',
  css: 'figure',
  mark: /!\[/,
  remark(tree, file, say) {
    visit(tree, 'paragraph', (node: Paragraph) => {
      const images = node.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
      const image = images[0];
      if (images.length !== 1 || !image || !isPicture(image)) {
        for (const one of images) if (isPicture(one)) takeCaptions(one);
        return;
      }
      const { id, classes, values } = takeFrom(image);
      const { width, credit: _, 'fig-alt': alt, ...rest } = values;
      const numbered = id?.startsWith('fig-') ?? false;
      const said = takeCaptions(image);
      if (alt !== undefined) image.alt = alt;
      // The title is the caption now, wherever it was written.
      const className = width === undefined ? [] : widthClass(width, file, image, say);
      image.data = {
        ...image.data,
        hProperties: { title: undefined, ...(className.length ? { className } : {}) },
      };
      const below = captionOf(said, numbered, image);
      node.data = {
        ...node.data,
        hName: 'figure',
        attributes: { id, classes, values: rest },
        ...(numbered ? { counter: 'figure' } : {}),
        ...(below.length ? {} : { hProperties: { className: ['plain'] } }),
      };
      node.children = [image, ...below];
    });
  },
};

/** What is written behind an image is said of its figure. */
function takeFrom(image: Picture): Attributes {
  const attributes = image.data?.attributes ?? { classes: [], values: {} };
  delete image.data?.attributes;
  return attributes;
}

/** The caption: what the author says of the image, then whose it is. */
function captionOf(
  { caption, credit }: Captions,
  numbered: boolean,
  { position }: Picture,
): PhrasingContent[] {
  const place = position ? { position } : {};
  const part = (children: PhrasingContent[], data: Emphasis['data']): Emphasis => ({
    type: 'emphasis',
    data,
    children,
    ...place,
  });
  const said = caption || numbered ? (caption ?? []) : undefined;
  if (!credit) return said ? [part(said, { hName: 'figcaption', caption: true })] : [];
  const whose = part(credit, { hName: 'span', hProperties: { className: ['credit'] } });
  const what = said && part(said, { hName: 'span', caption: true });
  return [part(what ? [what, { type: 'text', value: ' ' }, whose] : [whose], { hName: 'figcaption' })];
}
