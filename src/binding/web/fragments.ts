import { type Addresses, addressBook } from '../documents/addresses.js';
import { elements, idOf } from '../documents/rewrite.js';
import type { Leaf } from './leaves.js';

/** Where everything is, and how it is called there. */
export interface Fragments extends Addresses {
  /** The id of something on a page, as that page has it. */
  id(id: string, file: string): string;
}

/**
 * Knows all places, by names that are fit to be shared: an id that holds the name of its chapter, so that it stands once in the
 * whole book, has no need of it where the address begins with the chapter: `water.html#warm`.
 */
export function fragmentsOf(leaves: readonly Leaf[]): Fragments {
  const addresses = addressBook(leaves);
  const names = new Map(leaves.map((leaf) => [leaf.file, shortIn(leaf)]));
  const id = (long: string, file: string): string => names.get(file)?.get(long) ?? long;
  const shorten = (href: string | undefined, from: string): string | undefined => {
    const [file = '', fragment] = href?.split('#') ?? [];
    return fragment === undefined ? href : `${file}#${id(fragment, file || from)}`;
  };
  return {
    id,
    link: (long, from) => shorten(addresses.link(long, from), from),
    heading: (long, section) => shorten(addresses.heading(long, section), ''),
  };
}

function shortIn({ sections, tree }: Leaf): ReadonlyMap<string, string> {
  const ids = [...elements(tree)].flatMap((element) => idOf(element) ?? []);
  const taken = new Set(ids);
  const names = new Map<string, string>();
  for (const id of ids) {
    const section = sections.find((one) => id.startsWith(`${one.id}--`));
    const short = section && id.slice(section.id.length + 2);
    if (!short || taken.has(short)) continue;
    taken.add(short);
    names.set(id, short);
  }
  return names;
}
