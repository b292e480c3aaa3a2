import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { type Browser, launch, type Page } from 'puppeteer-core';
import { browserPath } from '../../src/workshop/browser.js';
import { thisMachine } from '../../src/workshop/machine.js';
import { ROOT } from './desk.js';

const ENGINE = join(ROOT, 'node_modules/foliate-js');
const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.html': 'text/html',
  '.epub': 'application/epub+zip',
};
const SHELL = `<!doctype html><meta charset="utf-8"><style>html,body{margin:0}foliate-view{display:block;width:800px;height:1000px}</style>
<script type="module">
import '/view.js';
import { FootnoteHandler } from '/footnotes.js';
const file = new File([await (await fetch('/book.epub')).blob()], 'book.epub', { type: 'application/epub+zip' });
const view = document.createElement('foliate-view');
document.body.append(view);
await view.open(file);
view.renderer.setAttribute('flow', 'paginated');
view.renderer.setAttribute('max-column-count', '1');
const notes = new FootnoteHandler();
notes.addEventListener('before-render', ({ detail }) => document.body.append(detail.view));
Object.assign(window, { view, notes, at: undefined });
const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
// The engine lays its page out when it is told its size, in the frame behind this one:
// told while a chapter is on its way, it would look for the root of a document that has none yet.
const size = async () => { await frame(); await frame(); };
view.addEventListener('relocate', ({ detail }) => { window.at = detail; });
view.addEventListener('link', (event) => notes.handle(view.book, event)?.catch((error) => { window.failed = String(error); }));
await size();
await view.goTo(0);
window.ready = true;
</script>`;

/** Where a reader is. */
export interface Place {
  readonly file: string;
  /** Title of the section, and folio of the printed page, as the reader shows them. */
  readonly section: string;
  readonly folio: string;
  /** What is seen of the page, from its first letter. */
  readonly text: string;
  readonly fraction: number;
}

/** An EPUB in a real reading engine (foliate-js), in a browser. */
export interface Reader {
  readonly page: Page;
  readonly faults: readonly string[];
  /** What the engine knows of the book. */
  about(): Promise<{
    title: string;
    sections: string[];
    contents: { label: string; href: string }[];
    pages: { label: string; href: string }[];
    landmarks: string[];
  }>;
  goTo(href: string): Promise<Place>;
  /** Turns the page; `undefined` at the end of the book. */
  next(): Promise<Place | undefined>;
  close(): Promise<void>;
}

/** Opens an EPUB as a person would, on a page of 800 by 1000 pixels. Nothing but the engine and the book is served. */
export async function openReader(epub: Uint8Array): Promise<Reader> {
  const server = await serve(epub);
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const browser = await start();
  const page = await browser.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('requestfailed', (request) => faults.push(`failed: ${request.url()}`));
  page.on(
    'response',
    (response) => response.status() >= 400 && faults.push(`${response.status()} ${response.url()}`),
  );
  await page.setViewport({ width: 800, height: 1000 });
  await page.goto(`http://127.0.0.1:${port}/`);
  await page.waitForFunction('window.ready', { timeout: 30_000 });
  const place = (): Promise<Place> =>
    page.evaluate(() => {
      const { at, view } = window as unknown as Engine;
      return {
        file: view.book.sections[at.section.current]?.id.replace(/^OEBPS\//, '') ?? '',
        section: at.tocItem?.label ?? '',
        folio: at.pageItem?.label ?? '',
        text: at.range?.toString() ?? '',
        fraction: at.fraction,
      };
    });
  /** Moves, and waits until the engine says where it is. */
  const moved = async (move: string): Promise<boolean> => {
    await page.evaluate('window.at = undefined');
    await page.evaluate(move);
    const came = page.waitForFunction('window.at', { timeout: 3_000, polling: 20 });
    return came.then(
      () => true,
      () => false,
    );
  };
  return {
    page,
    faults,
    about: () =>
      page.evaluate(() => {
        const { book } = (window as unknown as Engine).view;
        const flat = (items: Item[]): Item[] => items.flatMap((item) => [item, ...flat(item.subitems ?? [])]);
        return {
          title:
            typeof book.metadata.title === 'string'
              ? book.metadata.title
              : JSON.stringify(book.metadata.title),
          sections: book.sections.map(({ id }) => id),
          contents: flat(book.toc ?? []).map(({ label, href }) => ({ label, href })),
          pages: (book.pageList ?? []).map(({ label, href }) => ({ label, href })),
          landmarks: (book.landmarks ?? []).flatMap(({ type }) => type),
        };
      }),
    async goTo(href) {
      if (!(await moved(`view.goTo(${JSON.stringify(href)})`)))
        throw new Error(`${href} leads nowhere in the reader`);
      return place();
    },
    next: async () => ((await moved('view.next()')) ? place() : undefined),
    async close() {
      await browser.close();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

interface Item {
  readonly label: string;
  readonly href: string;
  readonly subitems?: Item[];
}

/** What of the engine is used. */
interface Engine {
  readonly at: {
    readonly section: { readonly current: number };
    readonly tocItem?: Item;
    readonly pageItem?: Item;
    readonly range?: Range;
    readonly fraction: number;
  };
  readonly view: {
    readonly book: {
      readonly metadata: { readonly title: unknown };
      readonly sections: { readonly id: string }[];
      readonly toc?: Item[];
      readonly pageList?: Item[];
      readonly landmarks?: { readonly type: string[] }[];
    };
  };
}

async function start(): Promise<Browser> {
  return launch({ executablePath: await browserPath(thisMachine()), headless: true, args: ['--no-sandbox'] });
}

async function serve(epub: Uint8Array): Promise<Server> {
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent((request.url ?? '/').split('?')[0] ?? '/'));
    const send = (type: string, body: Uint8Array | string): void =>
      void response.writeHead(200, { 'content-type': type }).end(body);
    if (path === '/') return send('text/html', SHELL);
    if (path === '/favicon.ico') return void response.writeHead(204).end();
    if (path === '/book.epub') return send('application/epub+zip', epub);
    const body = await readFile(join(ENGINE, path)).catch(() => undefined);
    if (body) send(TYPES[extname(path)] ?? 'application/octet-stream', body);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
