import type { Sheet } from '../model/press.js';

/** Every document is served from memory at this origin; the name can never be registered (RFC 2606). */
const ORIGIN = 'https://book.invalid';
export const DOCUMENT = `${ORIGIN}/index.html`;

/**
 * Headers of everything that is served. The policy lets a document use the book's own images, styles and fonts and nothing
 * else: no script, frame, object, form, `<base>` or refresh, whatever the content says (CSP Level 3).
 */
const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': [
    'sandbox allow-same-origin',
    "default-src 'none'",
    "img-src 'self' data:",
    "style-src 'self' 'unsafe-inline' data:",
    "font-src 'self' data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
  // Fonts are always asked for across origins, and a sandboxed document has no origin of its own in some versions.
  'access-control-allow-origin': '*',
};

/** What to do with a request: answer it, let it be (it carries its own data), or refuse it. */
export type Reply =
  | { readonly headers: Record<string, string>; readonly body: string | Uint8Array }
  | 'continue'
  | 'refuse';

/**
 * Serves the document and the files of the book; refuses everything else, and tells.
 * @param kind `document` is the one navigation that loads the sheet; any other `navigation` would leave it
 */
export async function replyTo(
  url: string,
  kind: 'document' | 'navigation' | 'resource',
  sheet: Sheet,
): Promise<Reply> {
  if (kind === 'document')
    return { headers: { ...HEADERS, 'content-type': 'text/html; charset=utf-8' }, body: sheet.html };
  if (kind === 'resource') {
    if (url.startsWith('data:')) return 'continue';
    const path = bookPath(url);
    // A browser asks every site for this by itself; no author did.
    if (path === 'favicon.ico') return 'refuse';
    const found = path === undefined ? undefined : await sheet.resource(path);
    if (found) return { headers: { ...HEADERS, 'content-type': found.mediaType }, body: found.bytes };
  }
  sheet.refused(url);
  return 'refuse';
}

/** The path of a file of the book that a URL names, relative and decoded; `undefined` if it names anything else. */
function bookPath(url: string): string | undefined {
  if (!url.startsWith(`${ORIGIN}/`)) return undefined;
  const { pathname } = new URL(url);
  try {
    const path = decodeURIComponent(pathname.slice(1));
    // `..%2f` is one segment to the URL and two to the disk.
    const odd = path === '' || path.includes('\0') || path.includes('\\') || path.split('/').includes('..');
    return odd || path.startsWith('/') ? undefined : path;
  } catch {
    return undefined;
  }
}
