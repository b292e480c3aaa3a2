import type { Image, Paragraph } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Construct } from '../model/construct.js';

/** An image alone in its paragraph is a figure; its title is the caption. */
export const figure: Construct = {
  name: 'figure',
  sample: '![A wave that rises, breaks and runs out](wave.svg "How fear passes.")\n',
  css: 'figure',
  remark(tree) {
    visit(tree, 'paragraph', (node: Paragraph) => {
      const images = node.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
      const image = images[0];
      if (images.length !== 1 || image?.type !== 'image') return;
      const caption = image.title;
      image.title = null;
      node.data = {
        ...node.data,
        hName: 'figure',
        ...(caption ? {} : { hProperties: { className: ['plain'] } }),
      };
      node.children = caption ? [image, captionOf(caption, image)] : [image];
    });
  },
};

function captionOf(text: string, image: Image): Paragraph['children'][number] {
  return {
    type: 'emphasis',
    data: { hName: 'figcaption' },
    children: [{ type: 'text', value: text }],
    ...(image.position ? { position: image.position } : {}),
  };
}
