import { createHash } from 'node:crypto';
import { FRONT } from './binding/web/leaves.js';
import type { Artifact } from './model/artifact.js';
import type { Metadata } from './model/metadata.js';
import type { NextManifest } from './model/workshop.js';

/** One finished file, as the manifest describes it. */
export interface ManifestEntry {
  /** Relative to the output folder. */
  readonly path: string;
  readonly edition: string;
  readonly mediaType: string;
  readonly bytes: number;
  /** Printed pages, where it has any. */
  readonly pages?: number | undefined;
  readonly sha256: string;
  /** The book that it is of, where that is another one than the manifest's. */
  readonly book?: Pick<Metadata, 'title' | 'identifier'> | undefined;
}

/** `octavo.json`: what lies in the output folder, and what it was made from. Its shape is stable within a major version. */
export interface Manifest {
  readonly octavo: string;
  readonly book: { readonly title: string; readonly identifier: string; readonly modified: string };
  readonly artifacts: readonly ManifestEntry[];
  readonly sources: readonly { readonly path: string; readonly sha256: string }[];
}

export function describeArtifact(artifact: Artifact): ManifestEntry {
  const bytes = artifact.file.value as Uint8Array;
  const { edition, mediaType, pages } = artifact;
  return {
    path: artifact.file.path,
    edition,
    mediaType,
    bytes: bytes.byteLength,
    ...(pages === undefined ? {} : { pages }),
    sha256: digest(bytes),
  };
}

/** What a reader takes as one thing: a file, or a folder of web pages, which is opened at its front page. */
export interface Thing extends Pick<ManifestEntry, 'path' | 'edition' | 'mediaType' | 'bytes' | 'pages'> {
  /** How many files it is. */
  readonly files: number;
}

/** What was made, each a reader's thing. */
export function thingsOf(artifacts: readonly ManifestEntry[]): Thing[] {
  const fronts = new Map(
    artifacts
      .filter(({ path }) => path.endsWith(`/${FRONT}`))
      .map((front) => [front.path.slice(0, -FRONT.length), front]),
  );
  const things = new Map<string, Thing>();
  for (const artifact of artifacts) {
    const folder = [...fronts.keys()].find((one) => artifact.path.startsWith(one)) ?? '';
    const { path, edition, mediaType, pages } = fronts.get(folder) ?? artifact;
    const { bytes, files } = things.get(path) ?? { bytes: 0, files: 0 };
    things.set(path, {
      path,
      edition,
      mediaType,
      pages,
      bytes: bytes + artifact.bytes,
      files: files + 1,
    });
  }
  return [...things.values()];
}

/**
 * The manifest that follows the one that is there: editions that were not made this time keep their files, files of the
 * editions that were made and are no longer wanted go. Files of another book, or of this one under another title and no identifier of
 * its own, are nobody's to remove here, and stay listed as that book's.
 */
export function nextManifest(
  previous: string | undefined,
  version: string,
  metadata: Metadata,
  made: readonly ManifestEntry[],
  sources: ReadonlyMap<string, Uint8Array>,
): NextManifest {
  const before = read(previous);
  const editions = new Set(made.map((entry) => entry.edition));
  const paths = new Set(made.map((entry) => entry.path));
  const old = before ? before.artifacts.map((entry) => ofBook(entry, before, metadata)) : [];
  const isReplaced = ({ book, edition }: ManifestEntry): boolean => !book && editions.has(edition);
  const kept = old.filter((entry) => !isReplaced(entry) && !paths.has(entry.path));
  const manifest: Manifest = {
    octavo: version,
    book: { title: metadata.title, identifier: metadata.identifier, modified: metadata.modified },
    artifacts: [...kept, ...made].sort((a, b) => (a.path < b.path ? -1 : 1)),
    sources: [...sources]
      .map(([path, bytes]) => ({ path, sha256: digest(bytes) }))
      .sort((a, b) => (a.path < b.path ? -1 : 1)),
  };
  return {
    text: `${JSON.stringify(manifest, null, 2)}\n`,
    remove: old.filter((entry) => isReplaced(entry) && !paths.has(entry.path)).map((entry) => entry.path),
  };
}

/**
 * Files of other books that new ones take the place of, by the titles of these. A book that has another author or language now is
 * known by its files, half of which at least are as they were.
 */
export function replacedFiles(
  previous: string | undefined,
  metadata: Metadata,
  made: readonly ManifestEntry[],
  sources: ReadonlyMap<string, Uint8Array>,
): ReadonlyMap<string, readonly string[]> {
  const before = read(previous);
  const replaced = new Map<string, string[]>();
  if (!before) return replaced;
  const same = before.sources.filter(({ path, sha256 }) => {
    const now = sources.get(path);
    return now && digest(now) === sha256;
  });
  const isRenamed = same.length > 0 && same.length * 2 >= before.sources.length;
  const paths = new Set(made.map(({ path }) => path));
  for (const entry of before.artifacts) {
    const { book } = ofBook(entry, before, metadata);
    if (!book || !paths.has(entry.path) || (!entry.book && isRenamed)) continue;
    const known = replaced.get(book.title);
    if (known) known.push(entry.path);
    else replaced.set(book.title, [entry.path]);
  }
  return replaced;
}

/** An entry as a manifest of a book lists it: with the book that it is of, if it is not that one's. */
function ofBook(
  { book, ...entry }: ManifestEntry,
  before: Manifest,
  { identifier }: Pick<Metadata, 'identifier'>,
): ManifestEntry {
  const own = book ?? { title: before.book.title, identifier: before.book.identifier };
  return own.identifier === identifier ? entry : { ...entry, book: own };
}

/** How many pages the print edition had that a manifest tells of, and whether the book's files are still the same. */
export function lastPrinted(
  previous: string | undefined,
  { identifier }: Pick<Metadata, 'identifier'>,
  sources: ReadonlyMap<string, Uint8Array>,
): { pages: number; same: boolean } | undefined {
  const before = read(previous);
  if (before?.book.identifier !== identifier) return undefined;
  const pages = before.artifacts.find(({ edition, book }) => edition === 'print' && !book)?.pages;
  if (pages === undefined) return undefined;
  const then = new Map(before.sources.map(({ path, sha256 }) => [path, sha256]));
  const same =
    then.size === sources.size && [...sources].every(([path, bytes]) => then.get(path) === digest(bytes));
  return { pages, same };
}

function read(text: string | undefined): Manifest | undefined {
  try {
    const value = JSON.parse(text ?? '') as Manifest;
    if (!Array.isArray(value.artifacts) || typeof value.book?.identifier !== 'string') return undefined;
    return Array.isArray(value.sources) ? value : { ...value, sources: [] };
  } catch {
    return undefined;
  }
}

/** SHA-256, in hexadecimal figures. */
export function digest(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
