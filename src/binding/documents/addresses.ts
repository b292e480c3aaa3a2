import type { Root } from 'hast';
import { elements, firstHeading, idOf } from './rewrite.js';

/** A document of the EPUB and the tree whose ids can be pointed at. */
export interface Place {
  /** Id of the section. */
  readonly id: string;
  /** File name inside the package, `chapter-one.xhtml`. */
  readonly file: string;
  readonly tree: Root;
  /** The tree is not shown as it stands (cover, contents): everything in it is at the top of the file. */
  readonly whole: boolean;
}

/** Where everything in the book is. */
export interface Addresses {
  /** The link to an id from a document, shortest form; `undefined` if nothing has that id. */
  link(id: string, from: string): string | undefined;
  /** The link to a heading of a section; the heading a document opens with is the document itself. */
  heading(id: string, section: string): string | undefined;
}

/** Knows the ids of all documents. An id that several documents have means the one in the document that asks. */
export function addressBook(places: readonly Place[]): Addresses {
  const ids = new Map(places.map((place) => [place.file, idsOf(place)]));
  const owners = new Map<string, string>();
  for (const [file, own] of ids) for (const id of own) if (!owners.has(id)) owners.set(id, file);
  const sections = new Map(places.map((place) => [place.id, place]));
  const files = new Map(places.map((place) => [place.file, place]));

  const link = (id: string, from: string) => {
    const section = sections.get(id);
    const file = ids.get(from)?.has(id) ? from : (section?.file ?? owners.get(id));
    if (file === undefined) return undefined;
    const place = files.get(file);
    if (place?.whole || (file !== from && place?.id === id)) return file;
    return `${file === from ? '' : file}#${fragment(id)}`;
  };

  const heading = (id: string, section: string) => {
    const place = sections.get(section);
    if (!place) return undefined;
    const opening = firstHeading(place.tree);
    const atTop = place.whole || id === section || (opening !== undefined && idOf(opening) === id);
    return atTop || !ids.get(place.file)?.has(id) ? place.file : `${place.file}#${fragment(id)}`;
  };

  return { link, heading };
}

function idsOf(place: Place): Set<string> {
  const ids = [...elements(place.tree)].flatMap((element) => idOf(element) ?? []);
  return new Set([place.id, ...ids]);
}

/** An id as a URL fragment: letters of any script stay readable, what a URL cannot hold is percent-encoded. */
function fragment(id: string): string {
  return id.replace(/[\s"<>`%#[\]\\^{|}]/gu, encodeURIComponent);
}
