import type { At, Say } from '../model/notice.js';
import { fileHidden, fileIsMarkdown } from './notices-files.js';

/** Markdown, and what Quarto, R Markdown and MDX make of it. */
export const MARKDOWN = /\.(md|markdown|qmd|rmd|mdx)$/i;
/** Files of a project that are about it and not of the book; left out of a bare folder unless they are all there is. */
export const ABOUT =
  /^(readme|changelog|contributing|license|licence|code_of_conduct|security|summary|todo)\.md$/i;
/** Documents of other programs, of which Markdown can be made. */
const DOCUMENT = /\.(docx?|odt|rtf|pages|rst|adoc|asciidoc|org|tex|textile|fountain)$/i;
/** Folders of Jekyll that hold no pages. */
const NO_PAGES = /^_(?:includes|layouts|site|drafts|sass|data|plugins)\//;

type InFolder = (path: string) => At;

/** Tells of what lies in a folder without contents and is no chapter, though its author may think so. */
export function tellPassedOver(files: readonly string[], say: Say, inFolder: InFolder): void {
  tellHidden(files, say, inFolder);
  // That there is nothing else is told, too.
  if (files.some((path) => MARKDOWN.test(path))) tellUnread(files, say, inFolder);
}

/** Tells of pages of other tools that are no chapters here, because of how they are called. */
function tellHidden(files: readonly string[], say: Say, inFolder: InFolder): void {
  for (const path of files)
    if (/(?:^|\/)_index\.(?:md|markdown)$/i.test(path)) say(fileHidden, { path, count: 0 }, inFolder(path));
  if (!files.includes('_config.yml')) return;
  const pages = files.filter((path) => /^_[^/]+\//.test(path) && MARKDOWN.test(path) && !NO_PAGES.test(path));
  for (const folder of new Set(pages.map((path) => path.slice(0, path.indexOf('/'))))) {
    const count = pages.filter((path) => path.startsWith(`${folder}/`)).length;
    say(fileHidden, { path: folder, count }, inFolder(folder));
  }
}

/**
 * Tells once of documents that lie among the chapters and are none, unless one of the chapters was made of them, or they are about the
 * project (`README.rst`).
 */
function tellUnread(files: readonly string[], say: Say, inFolder: InFolder): void {
  const stemOf = (path: string): string => path.replace(/\.\w+$/, '').toLowerCase();
  const made = new Set(files.filter((path) => MARKDOWN.test(path)).map(stemOf));
  const isAbout = (path: string): boolean => ABOUT.test(`${stemOf(path)}.md`.replace(/^.*\//, ''));
  const unread = files.filter(
    (path) => DOCUMENT.test(path) && !made.has(stemOf(path)) && !isAbout(path) && !/(?:^|\/)[_~.]/.test(path),
  );
  const [path] = unread;
  if (path) say(fileIsMarkdown, { path, more: unread.length - 1 }, inFolder(path));
}
