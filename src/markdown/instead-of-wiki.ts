import { posix } from 'node:path';

const PICTURE = /\.(?:png|jpe?g|gif|webp|avif|svg|bmp|tiff?|heic)$/i;
/** What a wiki shows in a page, and no book can. */
const OTHER = /\.(?:canvas|base|excalidraw|pdf|mp3|m4a|wav|ogg|flac|mp4|webm|mov|mkv|csv)$/i;

/**
 * What to write for a link of a wiki that leads to no file of the book, or for what it shows.
 * @param here the file that it stands in
 * @param chapters the files of the book
 */
export function insteadOfWiki(written: string, here: string, chapters: readonly string[]): string {
  const [place = '', said] = written.replace(/^!?\[\[|\]\]$/g, '').split('|');
  const [name = '', heading] = place.split('#');
  if (!written.startsWith('!'))
    return `No file of the folder has that name: write ${said ?? heading ?? name} without the brackets, or the name of a file between them.`;
  if (PICTURE.test(name))
    return `No file of the folder has that name: put the picture there, and write ![what it shows](<${name}>).`;
  if (OTHER.test(name))
    return 'Take it out, and write here what it shows, or show a picture of it: ![what it shows](one.png).';
  if (!name) return `Write ${written.slice(1)}, which leads there.`;
  const plain = (one: string): string => posix.basename(one.toLowerCase(), '.md');
  const path = chapters.find((one) => plain(one) === plain(name));
  const file = path ? posix.relative(posix.dirname(here), path) : `${name.replace(/\.md$/, '')}.md`;
  const link = path && !heading?.startsWith('^') ? `; or ${written.slice(1)}, which leads there` : '';
  return heading
    ? `Write ::include{file="${file}" lines="3-10"} with the lines that it is to show, on a line of its own${link}.`
    : `Write ::include{file="${file}"} on a line of its own.`;
}
