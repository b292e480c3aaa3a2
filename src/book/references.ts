import { posix } from 'node:path';
import type { Definition, Link, LinkReference } from 'mdast';
import { guess, guessFile } from '../config/guess.js';
import { behindPrefix } from '../language/prefixes.js';
import { marksOf } from '../language/quotes.js';
import { decode } from '../manuscript/address.js';
import { MARKDOWN } from '../manuscript/passed-over.js';
import { isRefused } from '../manuscript/scheme.js';
import { visitInLanguage } from '../markdown/languages.js';
import type { Anchor, Book, Chapter } from '../model/book.js';
import type { Say } from '../model/notice.js';
import type { Words, WordsOf } from '../model/words.js';
import { visit } from '../tree/visit.js';
import { linkIsSafe, linkResolves, referenceResolves } from './notices.js';
import { numberedName } from './numbered-name.js';

const SAFE = /^(https?|mailto|tel):/i;

/**
 * Where a link of a chapter leads: an address on the web, `#id` of a place in the book, or `undefined` for nowhere.
 * Handouts are files of their own, so no place in the book.
 */
export function targetOf(book: Book, chapter: Chapter, url: string): string | undefined {
  if (SAFE.test(url)) return url;
  if (/^[a-z][a-z0-9+.-]*:/i.test(url) || url.startsWith('//')) return undefined;
  const [, fragment] = url.split('#', 2).map(decode);
  const file = pageOf(book, fileOf(chapter, url));
  const anchor = book.anchors.get(fragment ? `${file}#${fragment.toLowerCase()}` : file);
  const target = anchor && book.chapters.find((one) => one.id === anchor.chapter);
  return anchor && target && (target.role !== 'handout' || target === chapter) ? `#${anchor.id}` : undefined;
}

/** The file that an address of a chapter leads to; one that begins with a slash begins in the folder of the book, as in a repository. */
function fileOf({ file }: Chapter, url: string): string {
  const path = decode(url.split('#', 1)[0] ?? '');
  if (!path) return file.path;
  return posix
    .normalize(posix.join(path.startsWith('/') ? '' : posix.dirname(file.path), path))
    .replace(/^\/(?=.)/, '');
}

/** What a file that begins its folder is called, without its ending. */
const BEGINS = /(?:^|\/)(?:readme|index)$/i;

const PAGES = new WeakMap<Book['chapters'], ReadonlyMap<string, string>>();
/** The files of a book by what a site calls them: `guide/limits`, and `guide/` the one that begins a folder. Of two the first is meant. */
function pagesOf(chapters: Book['chapters']): ReadonlyMap<string, string> {
  let pages = PAGES.get(chapters);
  if (!pages) {
    const called = chapters.flatMap(({ file: { path } }): [string, string][] => {
      const page = path.replace(MARKDOWN, '');
      return [
        [page, path],
        ...(BEGINS.test(page) ? [[`${posix.dirname(path)}/`, path] as [string, string]] : []),
      ];
    });
    pages = new Map(called.reverse());
    PAGES.set(chapters, pages);
  }
  return pages;
}

/**
 * The file itself; or the one that a site shows under such an address, which has no ending there, or that of a page (`limits`, `limits.html`);
 * or the one that a folder begins with, which is shown to whoever opens the folder.
 */
function pageOf({ anchors, chapters }: Book, path: string): string {
  if (anchors.has(path)) return path;
  const page = path.replace(/\.html?$|\/$/i, '') || '.';
  const pages = pagesOf(chapters);
  const ways = path.endsWith('/') ? [`${page}/`, page] : [page, `${page}/`];
  return ways.map((way) => pages.get(way)).find((file) => file !== undefined) ?? path;
}

/** Says at each reference what it points at, in the language that it stands in: the name of what is numbered, or the title of what is not. */
export function resolveReferences(book: Book, wordsOf: WordsOf, say: Say): void {
  const names = [...book.anchors.keys()].flatMap((key) => (key.startsWith('@') ? [key] : []));
  for (const { tree, file, lang: ofChapter } of book.chapters) {
    visitInLanguage(tree, ofChapter, (node, lang) => {
      const reference = node.type === 'link' ? node.data?.reference : undefined;
      if (node.type !== 'link' || !reference) return;
      const anchor = book.anchors.get(`@${reference.id}`);
      if (!anchor) {
        const name = `@${reference.id}`;
        say(referenceResolves, { name, guess: guess(name, names) }, { file, node });
        return;
      }
      const words = wordsOf(lang);
      const [open, close] = marksOf(lang);
      const named = nameIn(words, anchor);
      const name = named && behindPrefix(named, reference.prefix ?? '');
      const full = name ?? `${open}${anchor.title}${close}`;
      const value = reference.bare && name ? full.replace(/^.*\s/, '') : full.replace(/\s(?=\d)/, '\u00a0');
      node.children = [{ type: 'text', value }];
      node.url = `#${anchor.id}`;
      if (!reference.bare) node.data = { ...node.data, page: words.page };
    });
  }
}

/** What is numbered by its name; one that is a bare number would be none in a sentence. */
function nameIn(words: Words, { numbered }: Anchor): string | undefined {
  const name = numbered && numberedName(numbered, words);
  return name && /\p{L}/u.test(name) ? name : undefined;
}

/** What a link without words of its own says: the name of what is counted, and else the title of what it leads to. */
function titleOf(anchor: Anchor | undefined, words: Words): string | undefined {
  const { numbered, title } = anchor ?? {};
  const isCounted = numbered && numbered.kind !== 'chapter' && numbered.kind !== 'appendix';
  return isCounted ? numberedName(numbered, words) : title;
}

/**
 * Turns every link that an author wrote into one that holds in every edition.
 * @param htmlPlaces what of each chapter has a name in HTML: a link of its own to it is settled when the chapter becomes HTML
 */
export function resolveLinks(
  book: Book,
  htmlPlaces: ReadonlyMap<Chapter, ReadonlySet<string>>,
  say: Say,
): void {
  const places = new Map<string, Anchor>();
  for (const anchor of book.anchors.values())
    if (anchor.numbered || !places.has(`#${anchor.id}`)) places.set(`#${anchor.id}`, anchor);
  for (const chapter of book.chapters) {
    const settled = new Set<string>();
    const shown = shownAlone(chapter);
    visit(chapter.tree, (node) => {
      if (node.type !== 'link' && node.type !== 'definition') return;
      const link = node as Link | Definition;
      if (link.data?.reference || link.data?.work) return;
      if (link.type === 'definition' && shown.has(link.identifier)) return;
      if (link.url.startsWith('#') && htmlPlaces.get(chapter)?.has(link.url.slice(1))) return;
      const target = targetOf(book, chapter, link.url) ?? besides(book, chapter, link.url);
      if (target !== undefined) {
        link.url = target;
        if (link.type === 'link') asSettled(link);
        else settled.add(link.identifier);
        const title = titleOf(places.get(target), chapter.words);
        if (link.type === 'link' && !link.children.length && title)
          link.children = [{ type: 'text', value: title }];
      } else if (isRefused(link.url)) {
        say(linkIsSafe, { url: link.url.slice(0, 100) }, { file: chapter.file, node: link });
        link.url = '';
      } else if (link.type === 'link' || !isImage(link.url)) {
        if (!book.refused.has(fileOf(chapter, link.url)))
          say(
            linkResolves,
            { url: link.url, guess: nearest(book, chapter, link.url) },
            { file: chapter.file, node: link },
          );
        link.url = '';
      }
    });
    visit(chapter.tree, 'linkReference', (node) => void (settled.has(node.identifier) && asSettled(node)));
  }
}

/** The names of addresses by which nothing but images is shown: what is wrong with those is told where images are read. */
function shownAlone({ tree }: Chapter): Set<string> {
  const shown = new Set<string>();
  visit(tree, 'imageReference', ({ identifier }) => void shown.add(identifier));
  visit(tree, 'linkReference', ({ identifier }) => void shown.delete(identifier));
  return shown;
}

/** Marks a link whose address is a place of the book by now: a chapter may have a heading of the same name as another chapter. */
export function asSettled<Node extends Link | LinkReference>(link: Node): Node {
  link.data = { ...link.data, hProperties: { ...link.data?.hProperties, dataSettled: '' } };
  return link;
}

function isImage(url: string): boolean {
  return /\.(png|jpe?g|gif|webp|avif|svg)([?#]|$)/i.test(url);
}

/** The handout that an address leads to, for editions that it comes along with; nowhere from another, which is a paper of its own. */
function besides(book: Book, chapter: Chapter, url: string): string | undefined {
  const path = pageOf(book, fileOf(chapter, url));
  const handout = book.chapters.find(
    (one) => one.role === 'handout' && one.file.path === path && one !== chapter,
  );
  return handout && (chapter.role === 'handout' ? '' : `#${handout.id}`);
}

/** The address that was probably meant: the one place of that name in another chapter, another place of the same chapter, or another chapter. */
function nearest(book: Book, chapter: Chapter, url: string): string | undefined {
  const site = siteOf(url);
  if (site) return site;
  const [path = '', fragment] = url.split('#', 2).map(decode);
  const here = posix.dirname(chapter.file.path);
  const file = pageOf(book, fileOf(chapter, url));
  const place = `${file}#`;
  if (book.anchors.has(file)) {
    const name = (fragment ?? '').toLowerCase();
    const all = [...book.anchors.keys()];
    const places = all.filter((one) => one.startsWith(place));
    const [only, ...others] = all.filter((one) => one.endsWith(`#${name}`) && !one.startsWith(place));
    // A heading of another chapter was named without its file.
    if (name && only && !others.length) return posix.relative(here, only);
    const meant = guess(
      name,
      places.map((name) => name.slice(place.length)),
    );
    return meant && `${path}#${meant}`;
  }
  const meant =
    /\.(md|markdown|qmd|rmd|mdx|html?)$/i.test(path) &&
    guessFile(file, [...book.anchors.keys()].filter(isFile));
  return meant ? posix.relative(here, meant) : undefined;
}

/** The address on the web, or of a mail, that was meant. */
function siteOf(url: string): string | undefined {
  if (/^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/.test(url)) return `mailto:${url}`;
  if (/^(?:www\.|[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|edu|gov|info|io|eu)(?:\/|$))/i.test(url))
    return `https://${url}`;
  const [, scheme, rest] = /^(https?):?\/{1,3}(.+)$/i.exec(url) ?? [];
  return rest && `${scheme}://${rest}`;
}

function isFile(name: string): boolean {
  return !name.includes('#');
}
