import { request } from 'node:http';
import { connect } from 'node:net';
import { expect, it } from 'vitest';
import { openPreview } from '../../src/serve/preview.js';
import { openServer, type Server } from '../../src/serve/server.js';
import { afterwards } from '../support/afterwards.js';
import { buildInMemory } from '../support/memory.js';

/** A server on a port that is free, with a book of web pages. */
async function served(): Promise<Server> {
  const preview = openPreview('main { margin: 0 }');
  const server = await openServer(undefined, preview);
  afterwards(() => server[Symbol.asyncDispose]());
  const { delivered, ...result } = await buildInMemory(
    {
      'book.yaml': 'title: T\nlang: en\nauthor: A\n',
      'a b.md': '# Ä & B\n\n![It](a.svg)\n',
      'a.svg':
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>',
    },
    { editions: ['web'] },
  );
  const files = new Map([...delivered].map(([path, bytes]) => [path.slice('out/'.length), bytes]));
  await preview.end(result, files);
  return server;
}

interface Reply {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

/** Asks as any program may. */
const ask = (
  { address }: Server,
  path: string,
  options: { method?: string; headers?: Record<string, string> } = {},
): Promise<Reply> =>
  new Promise((done, fail) => {
    const { port } = new URL(address);
    const asking = request({ host: '127.0.0.1', port, path, ...options }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      response.on('end', () => done({ status: response.statusCode, headers: response.headers, text }));
    });
    asking.on('error', fail).end();
  });

it('answers what was made, as what it is, and keeps nothing in browsers', async () => {
  const server = await served();
  const front = await ask(server, '/book/web/index.html');
  expect([front.status, front.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
  expect(front.text).toContain('<title>T</title>');
  expect(front.headers['cache-control']).toBe('no-store');
  expect(front.headers['content-security-policy']).toContain("script-src 'none'");
  const [, href = ''] = /href="([^"#]+\.html)"/.exec(front.text) ?? [];
  const page = await ask(server, `/book/web/${href}`);
  expect([page.status, page.text]).toEqual([200, expect.stringContaining('Ä &#x26; B')]);
  const [, picture = ''] = /<img[^>]* src="([^"]+)"/.exec(page.text) ?? [];
  const image = await ask(server, `/book/web/${picture}`);
  expect([image.status, image.headers['content-type']]).toEqual([200, 'image/svg+xml']);
  // A drawing can be opened as a document, too.
  expect(image.headers['content-security-policy']).toContain("script-src 'none'");
  expect((await ask(server, '/-/news', { method: 'HEAD' })).text).toBe('');
});

it('answers nothing else', async () => {
  const server = await served();
  for (const path of [
    '/etc/passwd',
    '/book/',
    '/book/../package.json',
    '/book/web/..%2f..%2fpackage.json',
    '/book/octavo.json',
  ])
    expect([path, (await ask(server, path)).status]).toEqual([path, 404]);
  expect((await ask(server, '/book/%E0%A4%A')).status).toBe(400);
});

it('can be asked only, by browsers of this machine and under its own name', async () => {
  const server = await served();
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS'])
    expect([method, (await ask(server, '/', { method })).status]).toEqual([method, 405]);
  const { port } = new URL(server.address);
  // As a page elsewhere asks whose name was made to lead here.
  for (const host of ['example.org', `example.org:${port}`, 'localhost', `localhost.example.org:${port}`])
    expect([host, (await ask(server, '/', { headers: { host } })).status]).toEqual([host, 403]);
  expect((await ask(server, '/', { headers: { host: `localhost:${port}` } })).status).toBe(200);
});

it('lets no other site read or frame what it shows', async () => {
  const server = await served();
  const { headers } = await ask(server, '/');
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  expect(headers['cross-origin-resource-policy']).toBe('same-origin');
  expect(headers).not.toHaveProperty('access-control-allow-origin');
});

it('ends with whoever still listens', async () => {
  const server = await served();
  const { port, host } = new URL(server.address);
  const socket = connect(Number(port), '127.0.0.1');
  socket.write(`GET /-/news HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
  const told = await new Promise<string>((done) => {
    let text = '';
    socket.on('data', (part) => {
      text += part;
      if (text.includes('data: ')) done(text);
    });
  });
  expect(told).toContain('"title":"T"');
  const closed = new Promise((done) => socket.once('close', done));
  await server[Symbol.asyncDispose]();
  await closed;
});
