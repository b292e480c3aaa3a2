import { createHash } from 'node:crypto';
import type { BuildResult } from '../build.js';
import type { Thing } from '../manifest.js';
import { encode } from '../manuscript/address.js';
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

/** What there is after a build that made nothing: what there was. */
export function afterFailure(before: PreviewState, { messages }: BuildResult): PreviewState {
  return { ...before, busy: false, ok: false, messages: messages.map(toRecord) };
}

/**
 * What there is after a build that made these things.
 * @param pages the first page to have changed, from 1, by the path of its PDF
 */
export function afterBuild(
  result: BuildResult,
  things: readonly Thing[],
  title: string,
  pages: ReadonlyMap<string, number>,
): PreviewState {
  return {
    busy: false,
    ok: true,
    title,
    shown: things.map((thing) => ({
      address: encode(thing.path),
      name: nameOf(thing, things),
      kind: kindOf(thing.mediaType),
      version: versionOf(thing, result),
      page: pages.get(thing.path),
    })),
    messages: result.messages.map(toRecord),
  };
}

/** Of web pages, all files of their folder count. */
function versionOf({ path, files }: Thing, { artifacts }: BuildResult): string {
  const folder = files > 1 ? path.slice(0, path.lastIndexOf('/') + 1) : path;
  const hash = createHash('sha256');
  for (const one of artifacts) if (one.path.startsWith(folder)) hash.update(`${one.sha256} ${one.path}\n`);
  return hash.digest('base64url').slice(0, 16);
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
