/** One file in a tape archive. */
export interface TarEntry {
  /** As the archive names it, with `/`; never absolute and never with `..`. */
  readonly path: string;
  readonly executable: boolean;
  readonly bytes: Uint8Array;
}

const BLOCK = 512;

/**
 * Reads the plain files of an unpacked tape archive (POSIX ustar, as npm writes it); links, devices and folders are left out.
 * @throws if a file would lie outside the folder it is unpacked in, or the archive ends in the middle of one
 */
export function* untar(archive: Uint8Array): Generator<TarEntry> {
  const text = new TextDecoder();
  const field = (start: number, length: number): string =>
    text.decode(archive.subarray(start, start + length)).replace(/\0.*$/s, '');
  for (let at = 0; at + BLOCK <= archive.length && archive[at] !== 0; ) {
    const name = field(at, 100);
    const prefix = field(at + 257, 5) === 'ustar' ? field(at + 345, 155) : '';
    const size = Number.parseInt(field(at + 124, 12), 8);
    const begin = at + BLOCK;
    at = begin + Math.ceil(size / BLOCK) * BLOCK;
    // A size that is no number would never move on.
    if (!(begin + size <= archive.length)) throw new Error(`The archive ends in the middle of ${name}`);
    const type = field(begin - BLOCK + 156, 1);
    if (type !== '0' && type !== '') continue;
    const path = prefix ? `${prefix}/${name}` : name;
    if (path.startsWith('/') || path.includes('\\') || path.split('/').includes('..'))
      throw new Error(`The archive holds a file outside its folder: ${path}`);
    const mode = Number.parseInt(field(begin - BLOCK + 100, 8), 8);
    yield { path, executable: (mode & 0o111) !== 0, bytes: archive.subarray(begin, begin + size) };
  }
}
