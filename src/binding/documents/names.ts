import { isDevice } from '../../config/identity.js';

/**
 * Gives out file names that are lower case, plain ASCII and used once, whatever the author called the file: `Ærø (1).JPG`
 * and `ærø 1.jpg` become `r-1.jpg` and `r-1-2.jpg`. Names `taken` are not given out, nor any that only some
 * systems take: `aux.png` becomes `aux-file.png`.
 * @param spell how a name is written, if not like that
 */
export function fileNames(
  taken: Iterable<string> = [],
  spell: (stem: string) => string = inAscii,
): (stem: string, extension: string) => string {
  const used = new Set(taken);
  return (stem, extension) => {
    // Letters beyond the first plane are two code units, and stay whole.
    const plain = [...spell(stem).replace(/^-+|-+$/g, '')].slice(0, 60).join('');
    const base = isDevice(plain) ? `${plain}-file` : plain || 'file';
    const name = unused(base, used, `.${extension}`);
    used.add(name);
    return name;
  };
}

function inAscii(stem: string): string {
  return stem
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9_-]+/g, '-');
}

/** A name that people share: in the letters of its script, for without them a book in Cyrillic ones would have nothing but numbered files. */
export function inItsScript(stem: string): string {
  const isLatin = !/\P{Script=Latin}/u.test(stem.replace(/\P{L}/gu, ''));
  return isLatin
    ? inAscii(stem)
    : stem
        .normalize('NFC')
        .toLowerCase()
        .replace(/[^\p{L}\p{M}\p{N}_-]+/gu, '-');
}

/** A name that is not taken: itself, or with the first number from 2 that makes it one. */
export function unused(wanted: string, taken: ReadonlySet<string>, ending = ''): string {
  let name = `${wanted}${ending}`;
  for (let count = 2; taken.has(name); count++) name = `${wanted}-${count}${ending}`;
  return name;
}

/** `figures/Plan B.png` → `Plan B`. */
export function stem(path: string): string {
  return path.replace(/^.*\//, '').replace(/\.[^.]*$/, '');
}
