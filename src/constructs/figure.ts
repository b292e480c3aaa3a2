import type { Emphasis, Image, Paragraph, PhrasingContent } from 'mdast';
import type { Attributes } from '../markdown/attributes.js';
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
      if (images.length !== 1 || image?.type !== 'image') return;
      const { id, classes, values } = takeFrom(image);
      const { width, credit, 'fig-alt': alt, ...rest } = values;
      const numbered = id?.startsWith('fig-') ?? false;
      const caption = image.title ?? (numbered ? image.alt : undefined);
      if (alt !== undefined) image.alt = alt;
      image.title = null;
      if (width !== undefined)
        image.data = { ...image.data, hProperties: { className: widthClass(width, file, image, say) } };
      const below = captionOf(caption ?? undefined, credit, numbered, image);
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
function takeFrom(image: Image): Attributes {
  const attributes = image.data?.attributes ?? { classes: [], values: {} };
  delete image.data?.attributes;
  return attributes;
}

/** The caption: what the author says of the image, then whose it is. */
function captionOf(
  text: string | undefined,
  credit: string | undefined,
  numbered: boolean,
  image: Image,
): PhrasingContent[] {
  const place = image.position ? { position: image.position } : {};
  const said = text ? [{ type: 'text' as const, value: text, ...place }] : [];
  const wholly = text !== undefined || numbered;
  if (!wholly && !credit) return [];
  const caption: Emphasis = {
    type: 'emphasis',
    data: { hName: credit ? 'span' : 'figcaption', caption: true },
    children: said,
    ...place,
  };
  if (!credit) return [caption];
  const whose: Emphasis = {
    type: 'emphasis',
    data: { hName: 'span', hProperties: { className: ['credit'] } },
    children: [{ type: 'text', value: credit, ...place }],
  };
  const children = wholly ? [caption, { type: 'text' as const, value: ' ' }, whose] : [whose];
  return [{ type: 'emphasis', data: { hName: 'figcaption' }, children, ...place }];
}
