import { posix } from 'node:path';
import { slug } from 'github-slugger';
import type { Image, Link, Text } from 'mdast';
import { encode } from '../manuscript/address.js';
import { replaceWithin } from '../markdown/within.js';
import type { Construct } from '../model/construct.js';
import { visit } from '../tree/visit.js';

/** `[[Note]]`, `[[Note#Heading|words]]`, `[[#Heading]]` and `![[picture.png|300]]`, but for citations and notes in brackets. */
const WIKI =
  /!?\[\[(?![@^])([^[\]\n|#]{0,200})(?:#([^[\]\n|]{1,200}))?(?:\|([^[\]\n]{0,300}))?\]\](?![({])/gu;
const PICTURE = /\.(?:png|jpe?g|gif|webp|avif|svg)$/i;
/** How large a picture is, as Obsidian has it, instead of or behind its words; behind a space it would be one of them. */
const SIZE = /(?:^|\|)(\d{2,4})(?:x\d{1,4})?$/;

/**
 * Links of a wiki, as Obsidian and others have them: `[[Note]]` leads to the chapter of that name, wherever in the folder it lies,
 * `[[Note#Heading|words]]` to a heading of it, and `![[picture.png|300]]` shows a picture, 300 pixels wide. What is called by a name
 * that no file has is printed as it stands.
 */
export const wikiLink: Construct = {
  name: 'wiki-link',
  phase: 'nodes',
  sample: '### Of lamps\n\nSee [[#Of lamps|this section]].\n',
  mark: /\[\[|\|\d{2,4}(?:x\d{1,4})?\]\(/,
  remark(tree, file, _say, { files }) {
    const here = posix.dirname(file.path);
    const address = (path: string): string => encode(posix.relative(here, path));
    visit(tree, 'image', (image) => {
      const { alt, attributes } = sized(image.alt ?? '');
      // A number alone may be what the picture shows.
      if (!attributes || !alt || image.data?.attributes?.values.width !== undefined) return;
      image.alt = alt;
      const given = image.data?.attributes ?? { classes: [], values: {} };
      const values = { ...given.values, ...attributes.values };
      image.data = { ...image.data, attributes: { ...given, values } };
    });
    const made = ([written, name = '', heading, words]: RegExpMatchArray): Image | Link | undefined => {
      if (written.startsWith('!')) {
        const path = PICTURE.test(name.trim()) ? fileNamed(name.trim(), here, files) : undefined;
        if (!path) return undefined;
        const { alt, attributes } = sized(words ?? '');
        return { type: 'image', url: address(path), alt, data: { attributes } } satisfies Image;
      }
      const place = name.trim() ? fileNamed(name.trim(), here, files, '.md') : file.path;
      // The number of an issue is no heading.
      if (!place || (!name.trim() && !/\p{L}/u.test(heading ?? ''))) return undefined;
      const last = heading?.split('#').at(-1)?.trim();
      const fragment = last ? `#${slug(last.replace(/^\^/, ''))}` : '';
      const said: Text = { type: 'text', value: words?.trim() || last || posix.basename(name.trim(), '.md') };
      const url = (name.trim() ? address(place) : '') + fragment;
      return { type: 'link', url, children: [said] } satisfies Link;
    };
    replaceWithin(tree, file, WIKI, made);
    // In the words of a link such a one is words: a link stands in no link.
    replaceWithin(
      tree,
      file,
      WIKI,
      (match) => {
        const node = made(match);
        return node?.type === 'link' ? (node.children[0] as Text) : node;
      },
      new Set(),
    );
  },
};

/** What words say of a picture, and how wide it is to be. */
function sized(
  words: string,
): Pick<Image, 'alt'> & { attributes?: { classes: []; values: { width: string } } } {
  const [behind, width] = SIZE.exec(words) ?? [];
  if (behind === undefined) return { alt: words };
  return {
    alt: words.slice(0, -behind.length).trim(),
    attributes: { classes: [], values: { width: `${width}px` } },
  };
}

/** The file of a name: by its path from here or from the folder of the book, or the one nearest to that which has it anywhere. */
function fileNamed(name: string, here: string, files: readonly string[], ending = ''): string | undefined {
  const wanted = name.normalize('NFC').toLowerCase();
  const names = ending && !wanted.endsWith(ending) ? [wanted + ending, wanted] : [wanted];
  for (const one of names) {
    const exact = [posix.join(here, one).toLowerCase(), one.replace(/^\//, '')];
    const found =
      files.find((path) => exact.includes(path.toLowerCase())) ??
      files
        .filter((path) => path.toLowerCase().endsWith(`/${one}`))
        .sort((a, b) => a.split('/').length - b.split('/').length)[0];
    if (found) return found;
  }
  return undefined;
}
