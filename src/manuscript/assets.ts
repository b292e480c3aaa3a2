import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { guessFile } from '../config/guess.js';
import { openLanes } from '../darkroom/lanes.js';
import type { Asset } from '../model/manuscript.js';
import type { At, Say } from '../model/notice.js';
import type { Folder, Workshop } from '../model/workshop.js';
import { decode } from './address.js';
import { embeddedBytes, embeddedPath } from './embedded.js';
import { imagesOf } from './images-of.js';
import {
  imageExists,
  imageIsLocal,
  imageIsReasonable,
  imageIsSound,
  imageReadable,
  insideFolder,
  svgIsSafe,
} from './notices.js';
import { inspectSvg } from './svg.js';

/** The longest side of a drawing, in pixels. */
const LONGEST_SIDE = 100_000;
/** Bytes of one image file. */
const LARGEST = 100 * 1024 * 1024;

/** Where a chapter's address of a file leads: a path inside the manuscript, or nowhere that we go. */
function assetPath(chapter: string, url: string): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:/i.test(url) || url.startsWith('//')) return undefined;
  // The name of a file may hold these signs, too; what follows its ending does not belong to it.
  const plain = url.replace(/(\.(?:png|jpe?g|gif|webp|avif|svg))[?#].*$/i, '$1');
  const path = decode(plain).replaceAll('\\', '/');
  // One that begins with a slash begins in the folder of the book, as in a repository.
  const rooted = path.startsWith('/');
  return posix.normalize(rooted ? path : posix.join(posix.dirname(chapter), path)).replace(/^\/+/, '');
}

/** Under which path the image is kept that an address of a chapter leads to, wherever it comes from. */
export function keptAt(chapter: string, url: string): string | undefined {
  return assetPath(chapter, url) ?? embeddedPath(url) ?? remotePath(url);
}

/** Under which path an image of the web is kept, if its host is one that the user named. */
export function remotePath(url: string): string | undefined {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return undefined;
  const ending = /\.(png|jpe?g|gif|webp|avif|svg)$/i.exec(new URL(url).pathname)?.[0] ?? '';
  return `remote/${createHash('sha1').update(url).digest('hex').slice(0, 16)}${ending.toLowerCase()}`;
}

/** The hosts that the user named, and the way to them. */
export interface Network {
  readonly hosts: readonly string[];
  download: Workshop['download'];
}

/** Reads and measures every image that the chapters name, each once. What cannot be used is said at each place. */
export async function readAssets(
  folder: Folder,
  chapters: readonly { tree: Root; file: VFile }[],
  cover: { src: string; at: At } | undefined,
  network: Network,
  say: Say,
): Promise<Map<string, Asset>> {
  const wanted = new Map<string, { readonly from: string; readonly rooted: boolean; readonly at: At }[]>();
  const remote = new Map<string, string>();
  const embedded = new Map<string, string>();
  const want = (chapter: string, url: string, at: At): void => {
    const allowed = isAllowed(url, network.hosts) ? remotePath(url) : undefined;
    if (allowed) remote.set(allowed, url);
    const inText = embeddedPath(url);
    if (inText) embedded.set(inText, url);
    const path = allowed ?? inText ?? assetPath(chapter, url);
    if (!url.trim() || url.startsWith('#')) say(imageExists, { path: '' }, at);
    else if (path === undefined)
      say(imageIsLocal, { url: url.length > 120 ? `${url.slice(0, 120)}…` : url }, at);
    else {
      const places = wanted.get(path) ?? [];
      places.push({ from: posix.dirname(chapter), rooted: /^(?:\/|\\|%2f|%5c)/i.test(url), at });
      wanted.set(path, places);
    }
  };
  for (const { tree, file } of chapters)
    for (const [url, node] of imagesOf(tree, String(file.value))) want(file.path, url, { file, node });
  if (cover) want('', cover.src, cover.at);

  const assets = new Map<string, Asset>();
  let names: readonly string[] | undefined;
  const inLane = openLanes();
  const results = await Promise.all(
    [...wanted].map(async ([path, places]) => {
      const url = remote.get(path);
      const inText = embedded.get(path);
      const result = await inLane(() => {
        if (inText) return understand(path, embeddedBytes(inText));
        return url ? loadImage(url, path, network) : readImage(folder, path);
      });
      return { path, places, result };
    }),
  );
  for (const { path, places, result } of results) {
    if ('asset' in result) {
      assets.set(path, result.asset);
      if (result.doubtful) for (const { at } of places) say(imageIsSound, { path }, at);
    } else if (result.wrong === 'missing') {
      names ??= (await folder.list()).filter((name) => /\.(png|jpe?g|gif|webp|avif|svg)$/i.test(name));
      const meant = guessFile(path, names);
      for (const { from, rooted, at } of places)
        if (rooted && !meant) say(insideFolder, { path: `/${path}` }, at);
        else say(imageExists, { path, guess: meant && posix.relative(from, meant) }, at);
    } else for (const { at } of places) result.wrong(say, at);
  }
  return assets;
}

type Result = { asset: Asset; doubtful?: boolean } | { wrong: 'missing' | ((say: Say, at: At) => void) };

function isAllowed(url: string, hosts: readonly string[]): boolean {
  return (
    hosts.length > 0 &&
    /^https?:\/\//i.test(url) &&
    URL.canParse(url) &&
    hosts.includes(new URL(url).hostname)
  );
}

const UNLOADED = 'See to the network and the address, or put the image into the folder of the book.';

async function loadImage(url: string, path: string, network: Network): Promise<Result> {
  const loaded = await network.download(url);
  if (typeof loaded === 'string')
    return { wrong: (say, at) => say(imageReadable, { path: url, reason: loaded, remedy: UNLOADED }, at) };
  return understand(path, loaded);
}

async function readImage(folder: Folder, path: string): Promise<Result> {
  const found = await folder.read(path, LARGEST);
  if (found.kind === 'missing') return { wrong: 'missing' };
  if (found.kind === 'outside') return { wrong: (say, at) => say(insideFolder, { path }, at) };
  if (found.kind !== 'file') {
    const facts = { path, ...UNUSABLE[found.kind] };
    return { wrong: (say, at) => say(imageReadable, facts, at) };
  }
  if (!found.bytes.length) {
    const remedy = 'Copy it here again from where it comes.';
    return { wrong: (say, at) => say(imageReadable, { path, reason: 'it is empty', remedy }, at) };
  }
  return understand(path, found.bytes);
}

const UNUSABLE = {
  'not-a-file': { reason: 'it is a folder or a device', remedy: 'Name the file in it.' },
  unreadable: {
    reason: 'the system does not allow it',
    remedy: 'Give yourself the right to read it (chmod u+r).',
  },
  'too-big': { reason: 'it is larger than 100 MB', remedy: 'Scale it down.' },
} as const;

const HOLLOW = {
  reason: 'it is a drawing without width or height, and shows nothing',
  remedy: 'Give its svg element a width, a height and a viewBox that are not 0.',
};

/** Opens an image without believing its name. */
async function understand(path: string, bytes: Uint8Array): Promise<Result> {
  if (looksLikeSvg(bytes)) return understandSvg(path, bytes);
  const { openImage } = await import('../darkroom/open.js');
  const opened = await openImage(bytes);
  switch (opened.kind) {
    case 'drawing':
      return understandSvg(path, bytes);
    case 'too-large':
      return tooLarge({ path, ...opened });
    case 'unreadable':
      return { wrong: (say, at) => say(imageReadable, { path, ...opened }, at) };
    case 'image': {
      const { mediaType, width, height, doubtful } = opened;
      return { asset: { path, bytes, mediaType, width, height }, doubtful };
    }
  }
}

function understandSvg(path: string, bytes: Uint8Array): Result {
  const refused = (what: string): Result => ({ wrong: (say, at) => say(svgIsSafe, { path, what }, at) });
  const text = textOf(bytes);
  if (text === undefined) return refused(isGzip(bytes) ? 'compressed text (SVGZ)' : 'text that is not UTF-8');
  const report = inspectSvg(text);
  if ('what' in report) return refused(report.what);
  const { width, height } = report;
  if (Math.max(width, height) > LONGEST_SIDE) return tooLarge({ path, width, height });
  if (!width || !height) return { wrong: (say, at) => say(imageReadable, { path, ...HOLLOW }, at) };
  return { asset: { path, bytes, mediaType: 'image/svg+xml', width, height } };
}

function tooLarge(facts: Parameters<typeof imageIsReasonable.says>[0]): Result {
  return { wrong: (say, at) => say(imageIsReasonable, facts, at) };
}

const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function looksLikeSvg(bytes: Uint8Array): boolean {
  const head = new TextDecoder().decode(bytes.subarray(0, 1024)).trimStart();
  return head.startsWith('<') && /<(\?xml|!DOCTYPE|!--|svg|[\w-]+:svg)/i.test(head);
}
