import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Eight leaves, sixteen pages: an octavo. Where it is taken, the next that is free is. */
const PORT = 4816;
const TRIES = 20;
/** This machine alone. */
const HOST = '127.0.0.1';
/** The names that a browser knows it by. A page elsewhere that has its own name lead here asks under that name. */
const NAMES = ['localhost', HOST];

/** What is answered. */
export interface Answer {
  readonly status?: number;
  /** Media type. */
  readonly type: string;
  readonly body: string | Uint8Array;
  /** Content-Security-Policy. */
  readonly policy?: string;
}

/** What a server has to say. */
export interface Site {
  /** Answers a path, which begins with a slash and is decoded. */
  answer(path: string): Answer;
  /** The path where whoever listens is told of every change, by server-sent events (WHATWG HTML, 9.2). */
  readonly news: string;
  /** Begins to tell one listener. @returns ends it */
  tell(send: (data: string) => void): () => void;
}

/** A server that listens. */
export interface Server extends AsyncDisposable {
  /** `http://localhost:4816/` */
  readonly address: string;
}

/**
 * Opens a server that only this machine reaches. It is asked and changes nothing.
 * @param port where it listens; one that is free, unless given
 * @throws the system's error: `EADDRINUSE` if the port is taken, `EACCES` if it may not be
 */
export async function openServer(port: number | undefined, site: Site): Promise<Server> {
  let last: unknown;
  for (let tried = 0; tried < (port === undefined ? TRIES : 1); tried++) {
    try {
      return await listen((port ?? PORT) + tried, site);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
      last = error;
    }
  }
  throw last;
}

async function listen(port: number, site: Site): Promise<Server> {
  let names: readonly string[] = [];
  const server = createServer((request, response) => {
    const { method = '', url = '/', headers } = request;
    if (!names.includes(headers.host ?? ''))
      return send(response, plain(403, 'This is for a browser on the same machine.'));
    if (method !== 'GET' && method !== 'HEAD')
      return send(response, plain(405, 'Nothing can be changed here.'));
    const path = decoded(url);
    if (path === undefined) return send(response, plain(400, 'This is no address.'));
    if (path !== site.news || method === 'HEAD') return send(response, site.answer(path));
    response.writeHead(200, { 'content-type': 'text/event-stream', ...ALWAYS });
    const end = site.tell((data) => response.write(`data: ${data}\n\n`));
    response.once('close', end);
  });
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(port, HOST, done);
  });
  const { port: given } = server.address() as AddressInfo;
  // Port 80 is the one that an address of the web means without saying it.
  names = [...NAMES.map((name) => `${name}:${given}`), ...(given === 80 ? NAMES : [])];
  return {
    address: `http://localhost:${given}/`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((done) => {
        server.close(done);
      });
    },
  };
}

/** What is made anew at any time is not kept; and what is served is what it says it is, for pages of this server alone. */
const ALWAYS = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
};

function send(response: ServerResponse, { status = 200, type, body, policy }: Answer): void {
  response.writeHead(status, {
    'content-type': type,
    ...ALWAYS,
    ...(policy ? { 'content-security-policy': policy } : {}),
  });
  response.end(body);
}

/** A page that says one thing. */
export function plain(status: number, text: string): Answer {
  return { status, type: 'text/plain; charset=utf-8', body: `${text}\n` };
}

function decoded(url: string): string | undefined {
  try {
    return decodeURIComponent(url.replace(/[?#].*$/s, ''));
  } catch {
    return undefined;
  }
}
