import { mkdir, readdir, symlink } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { build } from '../../src/build.js';
import { core } from '../../src/core.js';
import type { Press } from '../../src/model/press.js';
import { thisWorld } from '../../src/world.js';
import { afterwards } from './afterwards.js';
import { desk, octavo, put, type Run } from './desk.js';
import { activeIn, type Piece, piecesOf } from './leaks.js';
import { unfolded } from './unfolded.js';

/** What a stranger would like to know: it must never come out of a build. */
export const SECRET = 'q9f4c2e7ab1d85036x';
/** Stands in every attacking chapter after the attack: the rest of the book is made all the same. */
const INNOCENT = 'Innocent7Text';

/** What an attack is aimed at. */
export interface Bait {
  /** The folder that the user stands in; the book is in `book/`, and the secrets beside it. */
  readonly folder: string;
  /** The way from a file of the attack to that folder: `../` or `../../`. */
  readonly up: string;
  /** Address of a server on loopback that counts who calls. */
  readonly url: string;
  calls(): number;
}

export interface Attack {
  /** Files, by path. The text of `chapter.md` gets a title above and an innocent paragraph below, so it begins on line 3. */
  files(bait: Bait): Readonly<Record<string, string | Uint8Array>>;
  /** Symbolic links by path, and where they lead. */
  links?(bait: Bait): Readonly<Record<string, string>>;
  /** What is said: `chapter.md:3 html-is-safe`; an error, unless `warning` stands before the id. */
  readonly says: readonly string[];
}

/** An attack by what is not in a chapter, so that it needs a book of its own. */
export interface BookAttack extends Attack {
  /** Exit code; 1 if it is not given. */
  readonly code?: number;
  /** The book cannot be made even when every message is silenced. */
  readonly stops?: boolean;
  /** Whatever else has to be prepared in the folder that the user stands in. */
  prepare?(bait: Bait): Promise<void>;
}

/**
 * Attacks by single chapters. They share a book, each in a folder of its own, which is built twice: as a user does, with
 * every refusal told; and with every message silenced, as an attacker would who may write `rules:` into `book.yaml`, so
 * that what is refused is seen to be refused and not only complained of.
 */
export function attacks(title: string, list: Readonly<Record<string, Attack>>): void {
  describe(title, () => {
    const entries = Object.entries(list).map(([name, attack], i) => ({
      name,
      attack,
      at: `${String(i + 1).padStart(2, '0')}`,
    }));
    const baits = new Map<string, Bait>();
    let folder: string;
    let loud: Outcome;
    let silent: Outcome;
    beforeAll(async () => {
      folder = await secrets();
      for (const { at, attack } of entries) {
        const bait = await listen(folder, '../../');
        baits.set(at, bait);
        await plant(attack, bait, join(folder, 'book', at));
      }
      loud = await buildAloud(folder);
      silent = await buildInSilence(folder);
    });
    it.each(entries)('$name', ({ attack, at }) => {
      const said = told(loud).flatMap((line) => (line.startsWith(`${at}/`) ? line.slice(at.length + 1) : []));
      expect(said).toEqual(expect.arrayContaining(attack.says.map(withSeverity)));
      expect(loud.code).toBe(1);
      expect(silent.code, silent.err).toBe(0);
      for (const outcome of [loud, silent]) expectHarmless(outcome);
      expect(baits.get(at)?.calls(), 'connections').toBe(0);
    });
    it('and the rest of each chapter is still set', () => {
      const text = silent.pieces
        .filter(({ name }) => /\.xhtml$|\.pdf text$/.test(name))
        .map(({ bytes }) => bytes.toString());
      expect(text.flatMap((one) => one.match(new RegExp(INNOCENT, 'g')) ?? [])).toHaveLength(
        2 * entries.length,
      );
    });
  });
}

/** An attack by a book as a whole, built twice like the others. */
export function bookAttack(name: string, attack: BookAttack): void {
  it(name, async () => {
    const folder = await secrets();
    const bait = await listen(folder, '../');
    await plant(attack, bait, join(folder, 'book'));
    await attack.prepare?.(bait);
    const loud = await buildAloud(folder);
    expect(told(loud)).toEqual(expect.arrayContaining(attack.says.map(withSeverity)));
    expect(loud.code, loud.err).toBe(attack.code ?? 1);
    const silent = await buildInSilence(folder);
    expect(silent.code, silent.err).toBe(attack.stops ? 1 : 0);
    for (const outcome of [loud, silent]) expectHarmless(outcome);
    expect(bait.calls(), 'connections').toBe(0);
  });
}

/** A picture of noise, so that any row of it is found wherever its pixels stand. */
const pixels = Buffer.from(
  Array.from({ length: 40 * 30 * 3 }, (_, i) => (Math.imul(i + 1, 2654435761) >>> 13) & 0xff),
);
const picture = await sharp(pixels, { raw: { width: 40, height: 30, channels: 3 } })
  .png()
  .toBuffer();
export const ROW = pixels.subarray(0, 40 * 3);

/** A folder with things in it that are nobody's business. */
async function secrets(): Promise<string> {
  const text = `# ${SECRET}\n\n${SECRET}\n`;
  return desk({
    'secret.txt': SECRET,
    'secret.md': text,
    'deep/secret.md': text,
    'secret.css': `p::before{content:"${SECRET}"}`,
    'secret.png': picture,
  });
}

async function listen(folder: string, up: string): Promise<Bait> {
  let calls = 0;
  const server = createServer((socket) => {
    calls++;
    socket.destroy();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  afterwards(() => new Promise<void>((done) => server.close(() => done())));
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('no port');
  return { folder, up, url: `http://127.0.0.1:${address.port}`, calls: () => calls };
}

async function plant(attack: Attack, bait: Bait, folder: string): Promise<void> {
  const files = { ...attack.files(bait) };
  if (typeof files['chapter.md'] === 'string')
    files['chapter.md'] = `# A chapter\n\n${files['chapter.md']}\n\n${INNOCENT}\n`;
  await put(folder, files);
  for (const [path, target] of Object.entries(attack.links?.(bait) ?? {})) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await symlink(target, join(folder, path));
  }
}

/** What a build said and made. */
interface Outcome extends Run {
  /** Names of what lies in the user's folder afterwards. */
  readonly there: readonly string[];
  readonly pieces: readonly Piece[];
}

async function buildAloud(folder: string): Promise<Outcome> {
  const run = await octavo(folder, ['build', 'book', '-e', 'print', '-e', 'epub', '-e', 'web']);
  return { ...run, ...(await made(folder, 'dist')) };
}

const NOTICES = [
  ...(core.notices ?? []),
  ...(core.rules ?? []),
  ...(core.constructs ?? []).flatMap((construct) => construct.notices ?? []),
];
const rules = Object.fromEntries(NOTICES.map((notice) => [notice.id, 'off' as const]));

async function buildInSilence(folder: string): Promise<Outcome> {
  const request = {
    folder: join(folder, 'book'),
    output: join(folder, 'silent'),
    editions: ['print', 'epub', 'web'],
    settings: { rules },
  };
  const { ok, messages } = await build(request, { ...thisWorld(), press });
  return {
    code: ok ? 0 : 1,
    out: '',
    err: messages.map(String).join('\n'),
    ...(await made(folder, 'silent')),
  };
}

/** One browser serves all builds of a test file that are made in this process. */
let shared: Press | undefined;
function press(): Press {
  if (!shared) {
    const opened = thisWorld().press();
    shared = opened;
    afterwards(() => {
      shared = undefined;
      return opened[Symbol.asyncDispose]();
    });
  }
  const { version, open } = shared;
  return { version, open, [Symbol.asyncDispose]: async () => undefined };
}

async function made(folder: string, output: string): Promise<Pick<Outcome, 'there' | 'pieces'>> {
  const names = await readdir(join(folder, output), { recursive: true }).catch(() => []);
  const finished = names.filter((name) => /\.(pdf|epub|json|html|css|svg|png|jpg|gif)$/.test(name));
  const pieces = await Promise.all(finished.map((name) => piecesOf(join(folder, output, name))));
  return { there: await readdir(folder), pieces: pieces.flat() };
}

/** Each message as `file:line severity id`, without the folder of the book. */
export function told({ err }: Run): string[] {
  const heads = unfolded(err).matchAll(/^book\/(.+?)(:\d+)?(?::\d+)? {2}(error|warning) {2}(\S+)$/gm);
  return [...heads].map(([, file, line = '', severity, id]) => `${file}${line} ${severity} ${id}`);
}

function withSeverity(line: string): string {
  return / (error|warning) /.test(line) ? line : line.replace(/ (?=\S+$)/, ' error ');
}

/** No secret in an artifact or a message, nothing alive in an artifact, nothing new in the user's folder. */
function expectHarmless({ out, err, there, pieces }: Outcome): void {
  expect(
    there.filter((name) => !/^(secret\.\w+|deep|book|dist|silent|\.\w+|package\.json)$/.test(name)),
  ).toEqual([]);
  expect(out + err).not.toContain(SECRET);
  const leaks = pieces.filter(
    ({ bytes }) => bytes.includes(SECRET) || bytes.includes(ROW) || bytes.includes(picture),
  );
  expect(leaks.map(({ name }) => name)).toEqual([]);
  expect(activeIn(pieces)).toEqual([]);
}
