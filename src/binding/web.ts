import { VFile } from 'vfile';
import type { Artifact } from '../model/artifact.js';
import type { ImageTarget } from '../model/darkroom.js';
import type { Tools } from '../model/edition.js';
import type { Rendition } from '../model/rendition.js';
import { contents } from './documents/contents.js';
import { coverSource, developCover } from './documents/cover.js';
import { element } from './documents/element.js';
import { imagesIn, packImages } from './documents/images.js';
import { bookLink } from './documents/links.js';
import { elements } from './documents/rewrite.js';
import { bindStyles, imagesInStyles } from './documents/stylesheet.js';
import { imageDecodes } from './notices-epub.js';
import { broughtTo } from './web/brought.js';
import { charactersOf, withoutIdleFaces } from './web/faces.js';
import { fragmentsOf } from './web/fragments.js';
import { FRONT, leavesOf } from './web/leaves.js';
import { menu, trailsOf } from './web/menu.js';
import { webPage } from './web/page.js';

const STYLESHEET = 'style.css';
/** The cover as a front page shows it, on a screen with two dots for each pixel. */
const POSTER: ImageTarget = { formats: ['jpeg'], quality: 85, box: { width: 800, height: 1280 } };

/**
 * Binds a rendition as a folder of web pages, named like the edition: `web/index.html`, a page for each section, one
 * stylesheet, images and typefaces. All addresses are relative, so that it can lie anywhere, also on a disk; nothing is
 * loaded from elsewhere, and nothing runs.
 */
export async function bindWeb(rendition: Rendition, tools: Tools): Promise<Artifact[]> {
  const { metadata, words, edition, assets } = rendition;
  const { darkroom, ledger } = tools;
  tools.progress('Web: images and pages');
  const source = rendition.sections.some(({ role }) => role === 'cover') ? coverSource(rendition) : undefined;
  const cover = source && (await developCover(source, metadata, POSTER, tools));
  // The page of a cover that is shown as a picture would be the same once more.
  const leaves = leavesOf(rendition, (section) => cover !== undefined && section.role === 'cover');
  const places = fragmentsOf(leaves);
  const shown = leaves.map(({ tree }) => tree);
  const images = await packImages(
    [...imagesIn(shown, assets), ...imagesInStyles(rendition)],
    rendition,
    darkroom,
    (path, plate) => {
      if (!plate) ledger.say(imageDecodes, { path }, { file: new VFile({ path }) });
    },
  );
  const characters = charactersOf(shown);
  const formulas = shown.some((tree) => [...elements(tree)].some(({ tagName }) => tagName === 'math'));
  const idle = formulas ? undefined : rendition.typefaces.math;
  const styles = rendition.styles.map(({ path, css }) => ({
    path,
    css: withoutIdleFaces(css, characters, idle),
  }));
  const { css, fonts } = await bindStyles({ styles, fonts: rendition.fonts }, images, '');

  const brought = broughtTo(shown, (await tools.handouts.known)?.artifacts ?? []);
  const entries = contents(rendition, places);
  const trails = trailsOf(entries);
  const rights = leaves.find(({ sections }) => sections[0]?.role === 'copyright-page');
  const site = { metadata, words, stylesheet: STYLESHEET, cover: cover?.href, rights };
  const pages = leaves.map((leaf, index) => {
    const picture =
      leaf.file === FRONT && cover
        ? [element('img', { src: cover.href, alt: cover.alt, className: ['poster'] })]
        : [];
    const around = {
      previous: leaves[index - 1],
      next: leaves[index + 1],
      menu: menu(entries, trails, leaf.file, words.contents),
      picture,
    };
    const html = webPage(leaf, around, site, {
      link: (href) => (brought.has(href) ? href : bookLink(href, leaf.file, places)),
      id: (id) => places.id(id, leaf.file),
      image: (path) => images.get(path)?.href ?? path,
    });
    return { href: leaf.file, mediaType: 'text/html', bytes: new TextEncoder().encode(html) };
  });
  return [
    ...pages,
    { href: STYLESHEET, mediaType: 'text/css', bytes: new TextEncoder().encode(css) },
    ...(cover ? [cover] : []),
    ...images.values(),
    ...fonts,
    ...[...brought].map(([, { file, mediaType, pages }]) => ({
      href: file.path,
      mediaType,
      bytes: file.value as Uint8Array,
      pages,
    })),
  ].map(({ href, bytes, ...bound }) => ({
    ...bound,
    file: new VFile({ path: `${edition}/${href}`, value: bytes }),
    edition,
  }));
}
