import { createHash } from 'node:crypto';
import type { BuildResult } from '../build.js';
import { type Thing, thingsOf } from '../manifest.js';
import { type MessageRecord, toRecord } from '../report/json.js';

/** One thing that can be looked at. */
export interface Shown {
  /** Its address below `/book/`, as it stands in one. */
  readonly address: string;
  /** What it is called in the list of what there is. */
  readonly name: string;
  /** How it is shown: web pages go on from where they were read, a PDF from a page, and what no browser shows can be saved. */
  readonly kind: 'pages' | 'pdf' | 'picture' | 'file';
  /** Changes with every byte of it. */
  readonly version: string;
  /** The page of a PDF, from 1, that is the first to have changed. */
  readonly page?: number | undefined;
}

/** What a page that shows the preview is told. Its texts may come from a manuscript. */
export interface PreviewState {
  /** The book is being made. */
  readonly busy: boolean;
  /** The last build made what is shown; otherwise what is shown was made before. */
  readonly ok: boolean;
  readonly title: string;
  readonly shown: readonly Shown[];
  readonly messages: readonly MessageRecord[];
}

export const NOTHING_YET: PreviewState = {
  busy: true,
  ok: true,
  title: '',
  shown: [],
  messages: [],
};

/** What there is after a build: what it made, or, if it made nothing, what there was. */
export function after(
  before: PreviewState,
  result: BuildResult,
  made: { readonly title: string; readonly pages: ReadonlyMap<string, number> },
): PreviewState {
  const messages = result.messages.map(toRecord);
  if (!result.ok) return { ...before, busy: false, ok: false, messages };
  const things = thingsOf(result.artifacts);
  return {
    busy: false,
    ok: true,
    title: made.title,
    shown: things.map((thing) => ({
      address: addressOf(thing.path),
      name: nameOf(thing, things),
      kind: kindOf(thing.mediaType),
      version: versionOf(thing, result),
      page: made.pages.get(thing.path),
    })),
    messages,
  };
}

/** Of web pages, all files of their folder count. */
function versionOf({ path, files }: Thing, { artifacts }: BuildResult): string {
  const folder = files > 1 ? path.slice(0, path.lastIndexOf('/') + 1) : path;
  const hash = createHash('sha256');
  for (const one of artifacts) if (one.path.startsWith(folder)) hash.update(`${one.sha256} ${one.path}\n`);
  return hash.digest('base64url').slice(0, 16);
}

/** A path in an address. */
export function addressOf(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

/** The name of its edition, and that of its file where an edition is several. */
function nameOf({ edition, path }: Thing, things: readonly Thing[]): string {
  const several = things.filter((thing) => thing.edition === edition).length > 1;
  return several ? `${edition}: ${path.slice(path.lastIndexOf('/') + 1)}` : edition;
}

function kindOf(mediaType: string): Shown['kind'] {
  if (mediaType === 'text/html') return 'pages';
  if (mediaType === 'application/pdf') return 'pdf';
  return mediaType.startsWith('image/') ? 'picture' : 'file';
}
