import type { ElementContent, Root } from 'hast';
import type { Metadata } from '../../model/metadata.js';
import type { Words } from '../../model/words.js';
import { classesIn } from '../../typeset/upright-emphasis.js';
import { element } from '../documents/element.js';
import { htmlText } from '../documents/html-text.js';
import { elements } from '../documents/rewrite.js';
import { FRONT, type Leaf } from './leaves.js';
import { MENU } from './menu.js';
import type { Resolver } from './text.js';
import { webText } from './text.js';

/** No id of a book begins like this. */
const TEXT = 'octavo-text';

/** What every page of a book has in common. */
export interface Site {
  readonly metadata: Metadata;
  readonly words: Words;
  /** Stylesheet, relative to the pages. */
  readonly stylesheet: string;
  /** The picture of the cover, relative to the pages. */
  readonly cover: string | undefined;
  /** The page with the rights. */
  readonly rights: Leaf | undefined;
}

/** Its neighbours, and the contents beside it. */
export interface Surroundings {
  readonly previous: Leaf | undefined;
  readonly next: Leaf | undefined;
  readonly menu: ElementContent;
  /** Shown above the title, on the front page. */
  readonly picture: readonly ElementContent[];
}

/**
 * A whole web page. It needs no script: the contents stand beside the text where there is room, and below it on a telephone,
 * where a link at the top leads to them.
 */
export function webPage(leaf: Leaf, around: Surroundings, site: Site, resolver: Resolver): string {
  const { metadata, words } = site;
  const { previous, next, picture } = around;
  const isFront = leaf.file === FRONT;
  const title = isFront ? metadata.title : leaf.title;
  const description = isFront ? metadata.description : undefined;
  const authors = metadata.authors.map(({ name }) => name).join(', ');
  const tree: Root = {
    type: 'root',
    children: [
      { type: 'doctype' },
      element('html', { ...saying(metadata.lang), dir: metadata.dir }, [
        element('head', {}, [
          element('meta', { charSet: 'utf-8' }),
          element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
          element('meta', { name: 'color-scheme', content: 'light dark' }),
          element('title', {}, [text(isFront ? title : `${title} · ${metadata.title}`)]),
          ...(description ? [element('meta', { name: 'description', content: description })] : []),
          ...(authors ? [element('meta', { name: 'author', content: authors })] : []),
          ...shared(title, isFront, site),
          ...(previous ? [element('link', { rel: ['prev'], href: previous.file })] : []),
          ...(next ? [element('link', { rel: ['next'], href: next.file })] : []),
          element('link', { rel: ['stylesheet'], href: site.stylesheet }),
        ]),
        element('body', { className: isFront ? ['front-page'] : undefined }, [
          link(`#${TEXT}`, words.web.skip, ['site-skip']),
          ...(isFront
            ? []
            : [
                element('header', { className: ['masthead'] }, [
                  link(FRONT, metadata.title, ['home']),
                  text(' '),
                  link(`#${MENU}`, words.contents, ['site-to-menu']),
                ]),
              ]),
          element('main', { id: TEXT, ...(leaf.lang === metadata.lang ? {} : saying(leaf.lang)) }, [
            ...(hasTitle(leaf) ? [] : [element('h1', { className: ['site-unseen'] }, [text(title)])]),
            ...picture,
            ...webText(leaf.tree.children, resolver, words.counters),
            turn(around, site, leaf.lang),
          ]),
          ...(isFront ? [] : [around.menu]),
          ...(site.rights && site.rights !== leaf
            ? [element('footer', {}, [link(site.rights.file, words.copyright, [])])]
            : []),
        ]),
      ]),
    ],
  };
  return `${htmlText(tree)}\n`;
}

/** What is shown of a page where its address is sent to somebody (Open Graph). Where the pages will lie nobody knows, so the picture is named from there. */
function shared(title: string, isFront: boolean, { metadata, cover }: Site): ElementContent[] {
  const facts = {
    'og:title': title,
    'og:type': isFront ? 'book' : 'article',
    'og:site_name': isFront ? undefined : metadata.title,
    'og:description': metadata.description,
    'og:image': cover,
  };
  return Object.entries(facts).flatMap(([property, content]) =>
    content ? [element('meta', { property, content })] : [],
  );
}

/** A dedication shows no title; who hears a page is told what it is all the same. */
function hasTitle({ tree }: Leaf): boolean {
  return [...elements(tree)].some(({ tagName }) => tagName === 'h1');
}

/** What an element says of its language. */
function saying(lang: string): Record<string, string | string[] | undefined> {
  return { lang, className: classesIn(lang) };
}

/** To the pages before and after, in the language of the book, whatever that of the page is. */
function turn({ previous, next }: Surroundings, { metadata, words }: Site, page: string): ElementContent {
  const { lang } = metadata;
  const said = lang === page ? undefined : lang;
  const ariaLabel = `${words.web.previous}, ${words.web.next}`;
  return element('nav', { className: ['site-turn'], lang: said, ariaLabel }, [
    ...(previous ? [step(previous, words.web.previous, 'prev', lang), text(' ')] : []),
    ...(next ? [step(next, words.web.next, 'next', lang)] : []),
  ]);
}

function step({ file, title, titleLang }: Leaf, word: string, rel: string, lang: string): ElementContent {
  return element('a', { href: file, rel: [rel], className: [rel] }, [
    element('span', { className: ['site-turn-word'] }, [text(word)]),
    text(' '),
    element('span', { className: ['site-turn-title'], lang: titleLang === lang ? undefined : titleLang }, [
      text(title),
    ]),
  ]);
}

function link(href: string, words: string, className: string[]): ElementContent {
  return element('a', { href, className: className.length ? className : undefined }, [text(words)]);
}

function text(value: string): ElementContent {
  return { type: 'text', value };
}
