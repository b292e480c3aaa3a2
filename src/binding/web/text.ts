import type { Element, ElementContent, Properties, RootContent } from 'hast';
import type { Words } from '../../model/words.js';
import { hasClass } from '../../tree/classes.js';
import { alignInStyle } from '../documents/alignment.js';
import { nameAside } from '../documents/asides.js';
import { imageAttribute } from '../documents/images.js';
import { rewrite } from '../documents/rewrite.js';
import { moving } from './moving.js';
import { nameNotes } from './notes.js';

/** Where links and images of a page lead. */
export interface Resolver {
  /** `undefined` if it leads nowhere: then the words stay and the link goes. */
  link(href: string): string | undefined;
  /** An id as this page has it. */
  id(id: string): string;
  image(source: string): string;
}

/** The content of a web page: links and images resolved, nothing that only e-readers understand, wide tables in a frame that moves. */
export function webText(
  nodes: readonly RootContent[],
  resolver: Resolver,
  counters: Words['counters'],
): ElementContent[] {
  return rewrite(nodes, (node) => {
    if (node.type === 'comment') return [];
    if (node.type !== 'element') return [node];
    // An index without pages counts the places where passages begin.
    if (hasClass(node, 'locator-end')) return [];
    // `<picture>`: its sources are other formats of the `<img>` inside.
    if (node.tagName === 'source' && node.properties.srcSet !== undefined) return [];
    const changed = { ...node, properties: attributes(node, resolver) };
    return [moving(nameAside(nameNotes(changed)), counters)];
  });
}

/** Attributes that name an element by its id. */
const REFERENCES = ['ariaLabelledBy', 'ariaDescribedBy', 'headers', 'htmlFor'];

function attributes(element: Element, resolver: Resolver): Properties {
  const { epubType: _, ...result } = element.properties;
  for (const name of ['id', ...REFERENCES]) {
    const value = result[name];
    if (typeof value === 'string') result[name] = resolver.id(value);
    else if (Array.isArray(value)) result[name] = value.map((one) => resolver.id(String(one)));
  }
  const source = imageAttribute(element);
  if (source && typeof result[source] === 'string') result[source] = resolver.image(result[source]);
  if ((element.tagName === 'a' || element.tagName === 'area') && typeof result.href === 'string') {
    const href = resolver.link(result.href);
    if (href === undefined) delete result.href;
    else result.href = href;
  }
  alignInStyle(element, result);
  return result;
}
