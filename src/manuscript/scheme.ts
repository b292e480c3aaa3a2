/** Schemes of addresses that a book may lead to. */
const SAFE = new Set(['http', 'https', 'mailto', 'tel']);
/**
 * Schemes that only lead elsewhere and do nothing by themselves. A link of theirs is no attack; it leads nowhere in a book
 * all the same.
 */
const HARMLESS = new Set([
  'ftp',
  'sftp',
  'news',
  'irc',
  'sms',
  'geo',
  'urn',
  'doi',
  'isbn',
  'xmpp',
  'magnet',
]);

/**
 * The scheme of an address as a browser reads it, which passes over white space and control characters: in small letters,
 * or `undefined` for an address inside the book.
 */
export function schemeOf(url: string): string | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it is for
  const plain = url.replace(/[\u0000-\u0020\u007f-\u00a0\u2028\u2029\ufeff\ufffd]/g, '');
  return /^([a-z][a-z0-9+.-]*):/i.exec(plain)?.[1]?.toLowerCase();
}

/** Whether a book must not lead there: it would run code, or open what lies on the reader's own machine. */
export function isRefused(url: string): boolean {
  const scheme = schemeOf(url);
  return scheme !== undefined && !SAFE.has(scheme) && !HARMLESS.has(scheme);
}
