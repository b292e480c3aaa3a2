import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Press } from '../src/model/press.js';
import { PressError } from '../src/press/error.js';
import { whyTooOld } from '../src/press/oldest.js';
import { replyTo } from '../src/press/origin.js';
import { thisMachine } from '../src/workshop/machine.js';
import { openScratch } from '../src/workshop/scratch.js';
import { desk } from './support/desk.js';
import { testPress, testSheet } from './support/press.js';
import { goneWithin, pause, processesOf } from './support/processes.js';

const text = (value: string): Uint8Array => new TextEncoder().encode(value);
const page = (body: string): string => `<!doctype html><html lang="en"><title>Sheet</title>${body}</html>`;

async function failure(work: Promise<unknown>): Promise<PressError> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof PressError) return error;
  throw new Error(`expected a PressError, not ${error}`);
}

describe('a sheet in the press', () => {
  let press: Press;
  let heard: string[];
  let listener: Server;
  let elsewhere: string;

  beforeAll(async () => {
    press = testPress();
    heard = [];
    listener = createServer((socket) => {
      heard.push('a connection');
      socket.on('data', (data) => heard.push(String(data).split('\n')[0] ?? ''));
      socket.on('error', () => undefined);
    });
    await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
    const address = listener.address();
    elsewhere = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  });
  afterAll(async () => {
    await press[Symbol.asyncDispose]();
    listener.close();
  });

  it('tells which browser it is', async () => {
    expect(await press.version()).toMatch(/^\w+ \d+\.\d+\.\d+\.\d+$/);
  });

  it('prints a tagged PDF with an outline', async () => {
    await using open = await press.open(testSheet(page('<h1>One</h1><p>Words.')).sheet);
    const pdf = Buffer.from(await open.print()).toString('latin1');
    expect(pdf.slice(0, 5)).toBe('%PDF-');
    expect(pdf).toContain('/StructTreeRoot');
    expect(pdf).toContain('/Outlines');
  });

  it('takes a picture of its upper left corner, beyond the window too, of the same bytes beside others', async () => {
    const { sheet } = testSheet(
      page(
        '<style>body{margin:0;height:3000px}p{margin:1500px 0 0 100px;width:50px;height:50px;background:#000}</style><p>',
      ),
    );
    const taken = await Promise.all(
      [1, 2, 3].map(async () => {
        await using open = await press.open(sheet);
        const before = await open.picture({ width: 200, height: 1600 }, 0.5);
        await open.print();
        return [before, await open.picture({ width: 200, height: 1600 }, 0.5)];
      }),
    );
    const [first, ...others] = taken.flat();
    for (const other of others) expect(other).toEqual(first);
    const { data, info } = await sharp(first)
      .toColourspace('b-w')
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect([info.width, info.height]).toEqual([100, 800]);
    const dark = [...data.keys()].filter((at) => data[at] === 0);
    expect([dark.length, dark[0], dark.at(-1)]).toEqual([625, 750 * 100 + 50, 774 * 100 + 74]);
  });

  it('prints the same bytes twice, but for the dates and the ids of heads', async () => {
    const html = page(
      '<h1>One</h1><table><tr><th scope="col">A<th scope="col">B<tr><td>1<td>2</table><p><a href="#x">to</a><p id="x">x',
    );
    const prints: string[] = [];
    for (let n = 0; n < 2; n++) {
      await using open = await press.open(testSheet(html).sheet);
      // The browser's process counts the ids from whatever it has done before; the bindery numbers them anew.
      const ids = new Map<string, number>();
      prints.push(
        Buffer.from(await open.print())
          .toString('latin1')
          .replace(/\/(CreationDate|ModDate) \(.*?\)/g, '')
          .replace(/node\d{8}/g, (id) => `id${ids.set(id, ids.get(id) ?? ids.size).get(id)}`),
      );
      expect(ids.size).toBe(2);
    }
    expect(prints[0]).toContain('/TH');
    expect(prints[0]).toBe(prints[1]);
  });

  it('serves files of the book by their decoded path', async () => {
    const { sheet, refused, asked } = testSheet(
      page('<link rel="stylesheet" href="styles/a%20b.css"><p id="p">x'),
      {
        'styles/a b.css': {
          bytes: text('@import "deep/c.css"; #p { color: rgb(1, 2, 3) }'),
          mediaType: 'text/css',
        },
        'styles/deep/c.css': { bytes: text('#p { width: 77px }'), mediaType: 'text/css' },
      },
    );
    await using open = await press.open(sheet);
    const style = await open.run(() => {
      const computed = getComputedStyle(document.getElementById('p') ?? document.body);
      return [computed.color, computed.width];
    });
    expect(style).toEqual(['rgb(1, 2, 3)', '77px']);
    expect(asked).toEqual(['styles/a b.css', 'styles/deep/c.css']);
    expect(refused).toEqual([]);
  });

  it('has its images decoded and its viewport the same, when it is open', async () => {
    const svg = text('<svg xmlns="http://www.w3.org/2000/svg" width="31" height="17"/>');
    const { sheet } = testSheet(page('<img src="a.svg" loading="lazy" style="margin-top:9000px">'), {
      'a.svg': { bytes: svg, mediaType: 'image/svg+xml' },
    });
    await using open = await press.open(sheet);
    const seen = await open.run(() => [document.images[0]?.naturalWidth, innerWidth, innerHeight]);
    expect(seen).toEqual([31, 1200, 900]);
  });

  it('runs our functions with arguments, awaits them, and makes their errors ours', async () => {
    await using open = await press.open(testSheet(page('<p>x')).sheet);
    expect(await open.run(async (a: number, b: { c: number[] }) => a + (b.c[0] ?? 0), 1, { c: [2] })).toBe(3);
    const broken = open.run(function broken() {
      throw new Error('no such chapter');
    });
    await expect(broken).rejects.toThrow(/broken failed in the page: Error: no such chapter/);
  });

  it('is not touched by what content does to its own world', async () => {
    const evil = `<script>document.title = 'ran'; Array.prototype.map = () => 'ran'</script>
      <img src="data:image/png;base64,x" onerror="document.title = 'ran'">
      <svg><script>document.title = 'ran'</script><animate onbegin="document.title='ran'" attributeName="x" dur="1s"/></svg>
      <details open ontoggle="document.title = 'ran'"><summary>x</summary></details>
      <iframe srcdoc="<script>parent.document.title = 'ran'</script>"></iframe>
      <iframe src="javascript:parent.document.title='ran'"></iframe>
      <object data="data:text/html,<script>parent.document.title='ran'</script>"></object>
      <form id="title"><input name="title"></form><script type="module">document.title = 'ran'</script>`;
    await using open = await press.open(testSheet(page(evil)).sheet);
    await pause(200);
    expect(await open.run(() => [document.title, [1, 2].map((n) => n * 2)])).toEqual(['Sheet', [2, 4]]);
  });

  const attacks: Record<string, (to: string) => string> = {
    image: (to) => `<img src="${to}">`,
    'image set': (to) => `<img srcset="${to} 2x, ${to} 1x">`,
    'style sheet': (to) => `<link rel="stylesheet" href="${to}">`,
    'CSS import': (to) => `<style>@import url("${to}");</style>`,
    'CSS image': (to) => `<p style="background: url('${to}')">x`,
    'CSS content': (to) => `<style>p::before { content: url("${to}") }</style><p>x`,
    'CSS in a page margin': (to) => `<style>@page { @top-left { content: url("${to}") } }</style><p>x`,
    font: (to) => `<style>@font-face { font-family: f; src: url("${to}") } p { font-family: f }</style><p>x`,
    frame: (to) => `<iframe src="${to}"></iframe>`,
    object: (to) => `<object data="${to}"></object>`,
    embed: (to) => `<embed src="${to}">`,
    video: (to) => `<video src="${to}" autoplay></video>`,
    audio: (to) => `<audio src="${to}" autoplay></audio>`,
    poster: (to) => `<video poster="${to}"></video>`,
    track: (to) => `<video><track src="${to}" default></video>`,
    'SVG image': (to) => `<svg width="9" height="9"><image width="9" height="9" href="${to}"/></svg>`,
    'frame in a frame': (to) => `<iframe srcdoc="&lt;img src='${to}'>"></iframe>`,
    prefetch: (to) => `<link rel="prefetch" href="${to}">`,
    preload: (to) => `<link rel="preload" as="image" href="${to}">`,
  };
  for (const [name, attack] of Object.entries(attacks))
    it(`does not load from the network: ${name}`, async () => {
      const { sheet, refused } = testSheet(page(attack(`${elsewhere}/secret`)));
      await using open = await press.open(sheet);
      await open.print();
      expect(heard).toEqual([]);
      expect(refused.join(' ')).toContain(elsewhere);
    });

  const silent: Record<string, (to: string) => string> = {
    'meta refresh': (to) => `<meta http-equiv="refresh" content="0;url=${to}"><p>x`,
    preconnect: (to) => `<link rel="preconnect" href="${to}">`,
    'DNS prefetch': (to) => `<link rel="dns-prefetch" href="${to}">`,
    prerender: (to) => `<link rel="prerender" href="${to}">`,
    'speculation rules': (to) =>
      `<script type="speculationrules">{"prefetch":[{"source":"list","urls":["${to}"]}]}</script>`,
    ping: (to) => `<a href="#" ping="${to}">x</a>`,
    base: (to) => `<base href="${to}"><img src="x.png">`,
    'SVG use': (to) => `<svg><use href="${to}#a"/></svg>`,
    manifest: (to) => `<link rel="manifest" href="${to}">`,
    icon: (to) => `<link rel="icon" href="${to}">`,
    form: (to) => `<form action="${to}"><input type="submit" autofocus></form>`,
  };
  for (const [name, attack] of Object.entries(silent))
    it(`does not reach the network and stays where it is: ${name}`, async () => {
      const { sheet } = testSheet(page(attack(`${elsewhere}/secret`)));
      await using open = await press.open(sheet);
      await pause(150);
      expect(heard).toEqual([]);
      expect(await open.run(() => location.href)).toBe('https://book.invalid/index.html');
    });

  describe('with a secret on the disk', () => {
    let folder: string;
    let secret: string;
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'octavo-secret-'));
      await writeFile(
        join(folder, 'secret.svg'),
        '<svg xmlns="http://www.w3.org/2000/svg" width="123" height="45"/>',
      );
      await symlink(join(folder, 'secret.svg'), join(folder, 'link.svg'));
      secret = `file://${folder}/secret.svg`;
    });
    afterAll(() => rm(folder, { recursive: true }));

    it('does not read it, and says so', async () => {
      const { sheet, refused } = testSheet(page(`<img src="${secret}"><iframe src="${secret}"></iframe>`));
      await using open = await press.open(sheet);
      expect(await open.run(() => document.images[0]?.naturalWidth)).toBe(0);
      expect(refused.join(' ')).toContain(secret);
    });

    it.each([
      '../secret.svg',
      '..%2fsecret.svg',
      'a/..%2f..%2fsecret.svg',
      '..%5csecret.svg',
      '%2fetc/passwd',
      'a%00.svg',
      '%ff.svg',
    ])('never asks the book for a path that leads out: %s', async (path) => {
      const { sheet, refused, asked } = testSheet(page(`<img src="${path}">`));
      await using open = await press.open(sheet);
      expect(await open.run(() => document.images[0]?.naturalWidth)).toBe(0);
      expect(asked.filter((name) => /\.\.|\\|^\/|\0|\ufffd/.test(name))).toEqual([]);
      expect(refused).toHaveLength(1);
    });
  });

  it('refuses what the book does not have, and tells', async () => {
    const { sheet, refused, asked } = testSheet(page('<img src="gone.png">'));
    await using open = await press.open(sheet);
    expect(await open.run(() => document.images.length)).toBe(1);
    expect(asked).toEqual(['gone.png']);
    expect(refused).toEqual(['https://book.invalid/gone.png']);
  });
});

describe('an answer to a request', () => {
  it('is the document once; any other navigation is refused', async () => {
    const { sheet, refused } = testSheet('<p>x');
    const url = 'https://book.invalid/index.html';
    expect(await replyTo(url, 'document', sheet)).toMatchObject({ body: '<p>x' });
    expect(await replyTo(url, 'navigation', sheet)).toBe('refuse');
    expect(refused).toEqual([url]);
  });

  it('says nothing of the icon that full browsers ask every site for', async () => {
    const { sheet, refused } = testSheet('<p>x');
    expect(await replyTo('https://book.invalid/favicon.ico', 'resource', sheet)).toBe('refuse');
    expect(refused).toEqual([]);
  });

  it.each([
    'file:///etc/passwd',
    'http://book.invalid/a',
    'https://book.invalid.example/a',
    'blob:https://book.invalid/x',
    'ws://book.invalid/',
    'https://book.invalid:444/a',
  ])('is a refusal, and told: %s', async (url) => {
    const { sheet, refused, asked } = testSheet('<p>x');
    expect(await replyTo(url, 'resource', sheet)).toBe('refuse');
    expect([refused, asked]).toEqual([[url], []]);
  });
});

describe('a press that fails', () => {
  it('says that there is no browser, with the remedy', async () => {
    await using press = testPress({
      executablePath: () => Promise.reject(Object.assign(new Error('none here'), { remedy: 'get one' })),
    });
    expect(await failure(press.version())).toMatchObject({
      reason: 'no-browser',
      message: 'none here',
      remedy: 'get one',
    });
  });

  it('says what a browser that does not start complains of', async () => {
    await using press = testPress({
      executablePath: async () => join(import.meta.dirname, 'no-such-browser'),
    });
    expect(await failure(press.version())).toMatchObject({
      reason: 'launch-failed',
      message: expect.stringMatching(/no-such-browser does not start: .*ENOENT/),
    });
  });

  it('says that a browser is too old for running heads, and leaves none behind', async () => {
    const temp = await desk();
    await using press = testPress({ oldest: 999, scratch: openScratch({ ...thisMachine(), temp }) });
    expect(await failure(press.open(testSheet(page('<p>x')).sheet))).toMatchObject({
      reason: 'launch-failed',
      message: expect.stringMatching(/^This is Chrome \d+, and pages need version 999 or a newer one/),
      remedy: expect.stringContaining('Update it'),
    });
    expect(processesOf(temp)).toEqual([]);
    expect(await readdir(temp)).toEqual([]);
  });

  it.each([
    ['HeadlessChrome/130.0.6723.58', 'This is Chrome 130'],
    ['Chrome/98.0.4758.102', 'This is Chrome 98'],
    ['HeadlessEdg/120.0.2210.61', 'This is Edg 120'],
    ['HeadlessChrome/131.0.6778.33', undefined],
    ['Chrome/156.0.8078.73', undefined],
    ['something else', undefined],
  ])('knows which are too old: %s', (version, said) => {
    expect(whyTooOld(version)?.slice(0, said?.length)).toBe(said);
  });

  it('says that the browser was stopped in the middle of its work', async () => {
    const temp = await mkdtemp(join(tmpdir(), 'octavo-killed-'));
    await using press = testPress({ scratch: openScratch({ ...thisMachine(), temp }) });
    const open = await press.open(testSheet(page('<p>Words. '.repeat(60_000))).sheet);
    const work = failure(open.print());
    await pause(100);
    for (const line of processesOf(temp))
      if (!line.includes('--type=')) process.kill(Number.parseInt(line, 10), 'SIGKILL');
    expect(await work).toMatchObject({ reason: 'crashed' });
    await open[Symbol.asyncDispose]();
    await press[Symbol.asyncDispose]();
    expect(await readdir(temp)).toEqual([]);
    await rm(temp, { recursive: true });
  });

  it('says that the page crashed, as it does when its scripts take too much memory', async () => {
    await using press = testPress({ memory: 128, residentMemory: async () => undefined });
    await using open = await press.open(testSheet(page('<p>x')).sheet);
    const greedy = open.run(() => {
      const hoard: number[][] = [];
      for (;;) hoard.push(new Array(100_000).fill(hoard.length + 0.5));
    });
    expect(await failure(greedy)).toMatchObject({
      reason: 'crashed',
      message: 'The page crashed in the browser',
    });
  });

  // Only Linux tells what another process takes.
  it.runIf(process.platform === 'linux')(
    'stops a page that takes too much memory, though no script of it runs',
    async () => {
      const temp = await mkdtemp(join(tmpdir(), 'octavo-greedy-'));
      await using press = testPress({ memory: 400, scratch: openScratch({ ...thisMachine(), temp }) });
      // Some 250,000 boxes, which take far more than that; and then it waits, as a long layout would.
      const greedy = page('<p style="float:left"><b>x</b></p>'.repeat(250_000));
      const work = async (): Promise<void> => {
        const open = await press.open(testSheet(greedy).sheet);
        await open.run(() => new Promise<void>(() => undefined));
      };
      expect(await failure(work())).toMatchObject({
        reason: 'memory',
        message: 'A page took more than 400 MiB of memory',
      });
      await press[Symbol.asyncDispose]();
      expect(await goneWithin(temp, 5000)).toEqual([]);
      await rm(temp, { recursive: true });
    },
  );

  it('stops what takes too long', async () => {
    const temp = await mkdtemp(join(tmpdir(), 'octavo-slow-'));
    await using press = testPress({ timeout: 6000, scratch: openScratch({ ...thisMachine(), temp }) });
    const open = await press.open(testSheet(page('<p>x')).sheet);
    const slow = open.run(() => {
      for (;;);
    });
    expect(await failure(slow)).toMatchObject({
      reason: 'timeout',
      message: 'Laying out took more than 6 s',
    });
    await press[Symbol.asyncDispose]();
    expect(await goneWithin(temp, 15_000)).toEqual([]);
    await rm(temp, { recursive: true });
  });

  it('cannot be used once it is closed', async () => {
    const press = testPress();
    await press[Symbol.asyncDispose]();
    expect(await failure(press.version())).toMatchObject({ reason: 'crashed' });
  });
});

describe('a process that is killed', () => {
  const start = (temp: string): ChildProcess =>
    spawn(process.execPath, [join(import.meta.dirname, 'support/press-child.mjs'), temp], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });

  it('leaves no browser behind, whenever that happens, and its folders are swept away', async () => {
    const temp = await mkdtemp(join(tmpdir(), 'octavo-orphan-'));
    // From before the browser is there, through its start, to the middle of a print; spread evenly rather than by chance.
    for (const delay of [100, 200, 250, 300, 350, 400, 450, 500, 600, 800]) {
      const child = start(temp);
      const ended = once(child, 'exit');
      await pause(delay);
      child.kill('SIGKILL');
      await ended;
      expect(await goneWithin(temp, 15_000), `killed after ${delay} ms`).toEqual([]);
    }
    const child = start(temp);
    const ended = once(child, 'exit');
    if (child.stdout) await once(child.stdout, 'data');
    await pause(200);
    expect(processesOf(temp)).not.toEqual([]);
    child.kill('SIGKILL');
    await ended;
    expect(await goneWithin(temp, 15_000), 'killed while it prints').toEqual([]);

    const left = await readdir(temp);
    expect(left).toHaveLength(1);
    const press = testPress({ scratch: openScratch({ ...thisMachine(), temp }) });
    await press.version();
    expect(await readdir(temp)).not.toEqual(left);
    await press[Symbol.asyncDispose]();
    expect(await readdir(temp)).toEqual([]);
    await rm(temp, { recursive: true });
  });
});
