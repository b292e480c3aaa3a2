import Slugger, { slug as slugged } from 'github-slugger';
import type { Heading, Nodes } from 'mdast';
import type { Position } from 'unist';
import { pointAfter } from '../markdown/places.js';
import type { Anchor, Chapter } from '../model/book.js';
import type { At, Mend, Say } from '../model/notice.js';
import { textOf, typedLineOf } from '../tree/text-of.js';
import { SKIP, visit } from '../tree/visit.js';
import type { Draft } from './draft.js';
import { idUnique } from './notices.js';
import { numberedAs } from './numbered-name.js';
import { titleOfPlace } from './place-title.js';

/** Gives out ids that are unique in the book, start with a letter, and stay the same while their chapter does. */
export interface Identifiers {
  chapter(draft: Draft): string;
  part(title: string): string;
  /**
   * Marks every heading of a chapter, and whatever its author gave an id, with an id that is unique in the book, and enters
   * it under the addresses an author would write: `chapter.md#its-words`, `@fig-wave`.
   */
  places(chapter: Chapter, anchors: Map<string, Anchor>): void;
}

/** What is said of the place where it was given before. */
const FIRST = 'it is given here first';

/** @param drafts every file of the book; ids that their authors gave go before ids that are made from file names */
export function createIdentifiers(drafts: readonly Draft[], say: Say): Identifiers {
  const wishes = new Set(drafts.flatMap(({ frontMatter }) => frontMatter.id?.toLowerCase() ?? []));
  /** Where an id was given; nowhere, if it was made. */
  const given = new Map<string, At | undefined>();
  const authored = new Map<string, At>();
  /** Headings that are not shown, by the ids of their chapters. */
  const unshown = new Map<string, Heading>();
  const unique = (wish: string, first = 1): string => {
    for (let n = first; ; n++) {
      const id = n === 1 ? wish : `${wish}-${n}`;
      if (!given.has(id)) {
        given.set(id, undefined);
        return id;
      }
    }
  };
  return {
    chapter({ file, frontMatter, name: heading, unshown: ownHeading, at }) {
      const wish = frontMatter.id?.toLowerCase();
      if (!wish) {
        const name = word(heading ?? file.stem ?? '', 'chapter');
        const id = unique(name, wishes.has(name) ? 2 : 1);
        if (ownHeading) unshown.set(id, ownHeading);
        return id;
      }
      const place: At = { file, node: at('id') };
      const first = given.get(wish);
      if (first) say(idUnique, { id: wish }, { ...place, also: { ...first, says: FIRST } });
      const id = unique(wish);
      given.set(id, place);
      return id;
    },
    part: (title) => unique(word(title, 'part')),
    places(chapter, anchors) {
      const slugger = new Slugger();
      const ownNamed: [Heading, Anchor][] = [];
      // The heading that a chapter begins with is called by the chapter's number, if it has one.
      let name = numberedAs(chapter);
      const slugOf = (node: Nodes): string =>
        node.data?.anchor ?? (slugger.slug(node.data?.typed ?? typedLineOf(node)) || 'section');
      const enter = (node: Nodes, slug: string, anchor: Anchor): void => {
        const address = `${chapter.file.path}#${slug.toLowerCase()}`;
        // Of two chapters in one file, the first has it.
        if (!anchors.has(address)) anchors.set(address, anchor);
        const own = node.data?.anchor;
        if (own !== undefined) named(own, anchor, { file: chapter.file, node }, anchors);
      };
      const heading = unshown.get(chapter.id);
      if (heading)
        enter(heading, slugOf(heading), {
          id: chapter.id,
          chapter: chapter.id,
          title: titleOfPlace(heading),
        });
      // What a note and its call are called in HTML no heading is.
      visit(chapter.tree, 'footnoteDefinition', ({ identifier }) => {
        for (const kind of ['fn', 'fnref'])
          given.set(`${chapter.id}--${kind}-${identifier.toLowerCase()}`, undefined);
      });
      visit(chapter.tree, (node) => {
        const own = node.data?.anchor;
        const place = node.data?.place;
        if (place !== undefined && own === undefined) {
          const id = unique(`${chapter.id}--${word(place, 'place')}`);
          node.data = { ...node.data, hProperties: { ...node.data?.hProperties, id } };
          anchors.set(`${chapter.file.path}#${id}`, { id, chapter: chapter.id, title: textOf(node) });
        }
        if (node.type !== 'heading' && own === undefined) return undefined;
        const title = titleOfPlace(node);
        const slug = slugOf(node);
        const id = unique(`${chapter.id}--${word(slug, 'section')}`);
        node.data = { ...node.data, hProperties: { ...node.data?.hProperties, id } };
        const numbered = node.type === 'heading' && node.depth === 1 ? name : undefined;
        if (numbered !== undefined) name = undefined;
        const anchor = { id, chapter: chapter.id, title, numbered };
        enter(node, slug, anchor);
        if (node.type === 'heading' && own !== undefined) ownNamed.push([node, anchor]);
        return node.type === 'heading' ? SKIP : undefined;
      });
      // A heading with an id of its own is found by its words, too, as wikis look for it, where no other has them.
      for (const [node, anchor] of ownNamed) {
        const address = `${chapter.file.path}#${slugged(node.data?.typed ?? typedLineOf(node))}`;
        if (!anchors.has(address)) anchors.set(address, anchor);
      }
    },
  };

  /** An id that an author gave can be pointed at from anywhere in the book, so there is one of it. */
  function named(name: string, anchor: Anchor, at: At, anchors: Map<string, Anchor>): void {
    const first = authored.get(name);
    if (first) {
      let other = 2;
      while (authored.has(`${name}-${other}`)) other++;
      authored.set(`${name}-${other}`, at);
      const mends = renaming(name, `${name}-${other}`, at);
      say(idUnique, { id: name }, { ...at, also: { ...first, says: FIRST }, mends });
    } else {
      authored.set(name, at);
      anchors.set(`@${name}`, anchor);
    }
  }
}

/** Gives what is written at a place another id: whatever points at the id means the first that has it. */
function renaming(name: string, other: string, { file, node }: At): Mend[] {
  const { start, end } =
    (node && 'position' in node ? (node.position as Position | undefined) : undefined) ?? {};
  if (start?.offset === undefined || end?.offset === undefined) return [];
  const source = String(file.value);
  const last = source.indexOf('\n', end.offset);
  const written = source.slice(start.offset, last < 0 ? source.length : last);
  const at = written.lastIndexOf(`#${name}`);
  if (at < 0 || /[\p{L}\p{N}_:.-]/u.test(written[at + 1 + name.length] ?? '')) return [];
  const from = pointAfter(start, written.slice(0, at + 1));
  return [{ place: { start: from, end: pointAfter(from, name) }, text: other }];
}

/** A word of small letters, digits and hyphens that starts with a letter; letters of other scripts stay. */
function word(text: string, otherwise: string): string {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  if (!plain) return otherwise;
  return /^\p{L}/u.test(plain) ? plain : `${otherwise.charAt(0)}-${plain}`;
}
