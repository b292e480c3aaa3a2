import type { Emphasis, Nodes, Paragraph, Parents, PhrasingContent } from 'mdast';
import type { VFile } from 'vfile';
import type { Attributes } from '../markdown/braces.js';
import { type Captions, isPicture, type Picture, spokenOf, takeCaptions } from '../markdown/captions.js';
import { attributeValid } from '../markdown/notices.js';
import { type Width, widthOf } from '../markdown/width.js';
import type { Construct } from '../model/construct.js';
import type { Say } from '../model/notice.js';
import { DECORATIVE, FULL_BLEED } from '../tree/classes.js';
import { visit } from '../tree/visit.js';

/**
 * An image alone in its paragraph is a figure; its title is the caption, or a slanted line right below it, `*From below*`. With an id that
 * begins with `fig-` it is numbered, and its alternative text is the caption if it has no other. `{width=60%}` is of the text's width, and
 * `{width=5cm}` (or `mm`, `in`, `pt`, `px`, as a bare number above 100 is) as much as it says, but no more than the text. Its `credit` names whose it is;
 * `{alt="…"}` says what it shows (nothing: it decorates), and then the words in its brackets are its caption; `{.full-bleed}` is a page of its own that the picture covers to its edges; with `{.here}` it stands on pages where it was
 * written, whatever gap that leaves. Several images and nothing else are figures side by side, equally high unless one has a
 * width; one among words stands in the line.
 */
export const figure: Construct = {
  name: 'figure',
  sample:
    '![A wave that rises, breaks and runs out](wave.svg "How fear passes."){width=60% credit="After a sketch"}\n',
  css: 'figure',
  mark: /!\[/,
  remark(tree, file, say) {
    const widthIn: WidthIn = (value, image) => (value === undefined ? {} : widthOf(value, file, image, say));
    const open = new Set(openIn(tree));
    visit(tree, 'paragraph', (node: Paragraph, _, parent) => {
      const shown = node.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
      const pictures = shown.filter(isPicture);
      const [image] = pictures;
      for (const one of pictures)
        holdFullBleed(one, shown.length === 1 && open.has(parent as Parents), file, say);
      if (!image || pictures.length < shown.length) {
        for (const one of shown) if (!isPicture(one)) setWidths(one, widthIn);
        for (const one of pictures) {
          takeCaptions(one);
          setWidth(one, widthIn);
        }
      } else if (pictures.length === 1) {
        const { width, className, children, data } = partsOf(image);
        image.data = { ...image.data, hProperties: { title: undefined, ...widthIn(width, image) } };
        node.data = { ...node.data, ...data, ...(className.length ? { hProperties: { className } } : {}) };
        node.children = children;
      } else {
        node.data = { ...node.data, hName: 'div', hProperties: { className: ['figures'] } };
        node.children = pictures.map((one) => beside(one, widthIn));
      }
    });
    visit(tree, 'tableCell', (cell) => setWidths(cell, widthIn));
  },
};

/** Where a picture can have a page of its own: what frames, tints or indents nothing, from the root down through conditions. */
const openIn = (node: Parents): Parents[] => [
  node,
  ...node.children.flatMap((child) => (child.type === 'condition' ? openIn(child) : [])),
];

/** A picture that covers its page stands alone, and has no words below it; else it is as others are. */
function holdFullBleed(image: Picture, alone: boolean, file: VFile, say: Say): void {
  const { attributes } = image.data ?? {};
  if (!attributes?.classes.includes(FULL_BLEED)) return;
  const hung = (image as Picture & { children?: Emphasis[] }).children ?? [];
  const hasWords = hung.length > 0 || attributes.id?.startsWith('fig-');
  if (alone && !hasWords) return;
  const wants = alone
    ? 'neither caption, number nor credit: a picture that covers its page leaves no room for words'
    : 'it on a picture that stands alone, outside of lists, callouts and the like: it has a page of its own';
  say(attributeValid, { name: 'class', value: FULL_BLEED, wants }, { file, node: image });
  const classes = attributes.classes.filter((one) => one !== FULL_BLEED);
  image.data = { ...image.data, attributes: { ...attributes, classes } };
}

type WidthIn = (value: string | undefined, image: Picture) => Width;

/** One of several figures: as wide as its author says, or such a share of the width that they have together. */
function beside(image: Picture, widthIn: WidthIn): Emphasis {
  const { width, className, children, data } = partsOf(image);
  const { conditions } = image.data ?? {};
  const wide = widthIn(width, image);
  const ofFigure = [...className, ...(wide.className ?? [])];
  const properties = {
    ...(ofFigure.length ? { className: ofFigure } : {}),
    ...(wide.width ? { dataWidth: `${wide.width}px` } : {}),
  };
  image.data = { hProperties: { title: undefined, width: wide.width } };
  return {
    type: 'emphasis',
    data: {
      ...data,
      ...(conditions ? { conditions } : {}),
      hProperties: properties,
    },
    children,
    ...(image.position ? { position: image.position } : {}),
  };
}

/** What a figure is made of; the title is the caption now, wherever it was written. */
function partsOf(image: Picture): {
  width: string | undefined;
  className: string[];
  children: PhrasingContent[];
  data: Emphasis['data'];
} {
  const { id, classes, values } = takeSpoken(image, takeFrom(image));
  const { width, credit: _, ...rest } = withoutHeight(values);
  const numbered = id?.startsWith('fig-') ?? false;
  const said = takeCaptions(image);
  const below = captionOf(said, numbered, image);
  return {
    width,
    className: below.length ? [] : ['plain'],
    children: [image, ...below],
    data: {
      hName: 'figure',
      attributes: { id, classes, values: rest },
      ...(numbered ? { counter: 'figure' } : {}),
    },
  };
}

/** Images among words, in whatever marks they stand. */
function setWidths(node: Nodes, widthIn: WidthIn): void {
  if (isPicture(node)) setWidth(node, widthIn);
  else if ('children' in node) for (const child of node.children) setWidths(child, widthIn);
}

function setWidth(image: Picture, widthIn: WidthIn): void {
  const { attributes } = image.data ?? {};
  if (!attributes) return;
  const spoken = takeSpoken(image, attributes);
  const { width, ...values } = withoutHeight(spoken.values);
  const sized = width === undefined ? {} : { hProperties: { ...widthIn(width, image) } };
  image.data = { ...image.data, attributes: { ...spoken, values }, ...sized };
}

/** Words in the braces that say what is to be seen are those that are heard; where they are none, it decorates. */
function takeSpoken(image: Picture, { id, classes, values }: Attributes): Attributes {
  const { alt: _, 'fig-alt': __, ...others } = values;
  const spoken = spokenOf(values);
  image.alt = spoken ?? image.alt ?? null;
  return { id, classes: spoken?.trim() === '' ? [...classes, DECORATIVE] : classes, values: others };
}

/** Beside a width, as converters write it, a height says nothing more: it goes by that. */
function withoutHeight(values: Attributes['values']): Attributes['values'] {
  const { height, ...others } = values;
  return values.width === undefined ? values : others;
}

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
