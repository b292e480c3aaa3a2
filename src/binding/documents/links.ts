import type { Addresses } from './addresses.js';

/** Schemes that an e-reader may hand to the system. */
const SCHEMES = /^(?:https?|mailto|tel):/i;

/**
 * What a link in a document becomes: a place in the book is found, an address on the web is kept. Anything else (a file
 * that is not in the package, an id that does not exist, an address that is none) gives `undefined`, for EPUB allows none of it.
 */
export function bookLink(href: string, from: string, addresses: Addresses): string | undefined {
  if (href.startsWith('#')) {
    const id = href.slice(1);
    return addresses.link(id, from) ?? addresses.link(decoded(id), from);
  }
  if (!SCHEMES.test(href) || !URL.canParse(href)) return undefined;
  // Left as it was typed where that is a URL already, for the parser adds a slash here and there.
  return /^[\w\-.~:/?#@!$&'()*+,;=]+$/.test(href) ? href : strict(new URL(href));
}

/** Percent-encodes what browsers forgive and EPUBCheck does not. */
function strict(url: URL): string {
  const encode = (text: string) =>
    text.replace(/[[\]|^{}\\]/g, encodeURIComponent).replace(/%(?![0-9a-f]{2})/gi, '%25');
  url.pathname = encode(url.pathname);
  url.search = encode(url.search);
  url.hash = encode(url.hash);
  // Of an address without slashes the parser leaves white as it is; a number to call has none.
  return url.href.replace(/\s+/g, url.protocol === 'tel:' ? '' : '%20');
}

/** Percent-decoded, or as it is where it is not validly encoded. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
