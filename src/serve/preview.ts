import { firstChanged, marksOf, type PageMarks } from '../binding/pdf-changed.js';
import type { BuildResult } from '../build.js';
import { type Manifest, thingsOf } from '../manifest.js';
import { follow } from './follow.js';
import { type Answer, plain, type Site } from './server.js';
import { BOOK, BOOK_POLICY, NEWS, SCRIPT, SHELL, SHELL_POLICY, STYLES } from './shell.js';
import { afterBuild, afterFailure, NOTHING_YET, type PreviewState } from './state.js';

/** The preview of one book. */
export interface Preview extends Site {
  /** A build begins. */
  begin(): void;
  /** A build has ended. What it made is shown from now on; if it made nothing, what was made before. */
  end(result: BuildResult, files: ReadonlyMap<string, Uint8Array>): Promise<void>;
}

/**
 * Opens a preview, in which nothing is to be seen yet.
 * @param styles the stylesheet of the page that shows it
 */
export function openPreview(styles: string): Preview {
  let state: PreviewState = NOTHING_YET;
  let shown: ReadonlyMap<string, Uint8Array> = new Map();
  let types: ReadonlyMap<string, string> = new Map();
  let marks: ReadonlyMap<string, PageMarks> = new Map();
  const listeners = new Set<(data: string) => void>();
  const say = (now: PreviewState): void => {
    state = now;
    for (const send of listeners) send(JSON.stringify(now));
  };

  function answer(path: string): Answer {
    if (path === '/') return { type: HTML, body: SHELL, policy: SHELL_POLICY };
    if (path === STYLES) return { type: 'text/css; charset=utf-8', body: styles };
    if (path === SCRIPT) return { type: 'text/javascript; charset=utf-8', body: SCRIPT_TEXT };
    const name = path.startsWith(BOOK) ? path.slice(BOOK.length) : '';
    const body = shown.get(name);
    const type = types.get(name);
    if (!body || !type) return plain(404, 'Nothing of the book is here. It may have another name by now.');
    // Browsers show a PDF with a program of their own, which the policy would hold up.
    if (type === 'application/pdf') return { type, body };
    return { type: type === 'text/html' ? HTML : type, body, policy: BOOK_POLICY };
  }

  return {
    answer,
    news: NEWS,
    tell(send) {
      send(JSON.stringify(state));
      listeners.add(send);
      return () => listeners.delete(send);
    },
    begin: () => say({ ...state, busy: true }),
    async end(result, files) {
      if (!result.ok) return say(afterFailure(state, result));
      const things = thingsOf(result.artifacts);
      const now = new Map<string, PageMarks>();
      const pages = new Map<string, number>();
      for (const { path, mediaType } of things) {
        const bytes = files.get(path);
        if (mediaType !== 'application/pdf' || !bytes) continue;
        const before = marks.get(path);
        const these = await marksOf(bytes);
        now.set(path, these);
        const changed = before && firstChanged(before, these);
        if (changed !== undefined) pages.set(path, changed + 1);
      }
      marks = now;
      shown = files;
      types = new Map(result.artifacts.map(({ path, mediaType }) => [path, mediaType]));
      const { book } = JSON.parse(new TextDecoder().decode(files.get('octavo.json'))) as Manifest;
      say(afterBuild(result, things, book.title, pages));
    },
  };
}

const HTML = 'text/html; charset=utf-8';
const SCRIPT_TEXT = `(${follow})(${JSON.stringify(NEWS)}, ${JSON.stringify(BOOK)});\n`;
