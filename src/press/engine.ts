import type { Browser } from 'puppeteer-core';
import type { Scratch } from '../model/scratch.js';
import { whyNot } from '../workshop/why-not.js';
import { complaintOf } from './complaint.js';
import { PressError } from './error.js';
import { flags } from './flags.js';
import { limitMemory } from './memory.js';
import { whyTooOld } from './oldest.js';
import type { Watch } from './watch.js';

export interface EngineOptions {
  /** Finds the browser; rejects with an error (and its `remedy`) if there is none. Asked once, when it is needed. */
  executablePath(): Promise<string>;
  readonly scratch: Scratch;
  /** The environment that the browser is started in. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** `false` where the browser is known to have no sandbox; it is tried first unless told so. */
  readonly sandbox?: boolean | undefined;
  /** The oldest version that will do; 131 by default. */
  readonly oldest?: number | undefined;
  /** Most memory that one page may take, in MiB; 4096 by default. */
  readonly memory?: number | undefined;
  /** Tells how much memory a process holds, in MiB; without it only the scripts of a page are limited. */
  residentMemory?(pid: number): Promise<number | undefined>;
  /** Told once when the browser has to be started without its sandbox. */
  warn(text: string): void;
}

/** A browser that has been started, and where it keeps its files. */
export interface Engine {
  readonly browser: Browser;
  readonly profile: string;
  /** Who waits for it. */
  readonly watches: Set<Watch>;
}

/** Room between laying out and the measuring code: any size does, but it must always be the same. */
const VIEWPORT = { width: 1200, height: 900 };
/** Twice what a book of 2,000 pages takes, in MiB. */
const MEMORY = 4096;
/** How long a browser may take to start, in milliseconds; it takes 0.2 s on a good day. */
const START = 30_000;
/** How long a browser may take to close by itself before it is killed, in milliseconds. */
const CLOSE = 5_000;

/**
 * Starts the browser.
 * @param closing aborted when nobody needs it any more, even while it is starting
 * @throws a `PressError` that says why it does not start
 */
export async function startEngine(options: EngineOptions, closing: AbortSignal): Promise<Engine> {
  const path = await options.executablePath().catch((cause: Error & { remedy?: string }) => {
    throw new PressError('no-browser', cause.message, { remedy: cause.remedy, cause });
  });
  const { launch } = await import('puppeteer-core');
  const profile = await options.scratch.folder().catch((cause: unknown) => {
    throw new PressError('launch-failed', `The browser has nowhere to keep its files: ${whyNot(cause)}`, {
      remedy: 'Point TMPDIR (TEMP on Windows) to a folder that may be written and has room.',
      cause,
    });
  });
  // Over a pipe nothing limits how long a browser may keep silent; one that is given up is killed.
  const giveUp = new AbortController();
  let late = false;
  const patience = setTimeout(() => {
    late = true;
    giveUp.abort();
  }, START);
  const close = (): void => giveUp.abort();
  closing.addEventListener('abort', close);
  // A launch or a call that is cut off at the wrong moment is never answered.
  const givenUp = new Promise<never>((_, reject) => {
    giveUp.signal.addEventListener('abort', () => reject(new Error('It was given up')));
  });
  givenUp.catch(() => undefined);
  const attempt = (sandbox: boolean): Promise<Browser> => {
    const launched = launch({
      executablePath: path,
      pipe: true,
      headless: true,
      userDataDir: profile,
      args: flags(options.memory ?? MEMORY, sandbox),
      // What names no language is set alike wherever the browser runs.
      env: { ...options.env, ...temporary(profile), TZ: 'UTC', LC_ALL: 'C.UTF-8', LANGUAGE: 'en' },
      defaultViewport: VIEWPORT,
      timeout: START,
      signal: giveUp.signal,
      protocolTimeout: 0,
      // Signals are the business of the command line, which disposes of the press.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
    // One that comes up all the same has nobody left to stop it.
    launched.then(
      (browser) => giveUp.signal.aborted && browser.process()?.kill('SIGKILL'),
      () => undefined,
    );
    return Promise.race([launched, givenUp]);
  };
  // Over a pipe a browser that refuses to start cannot say why. If it starts without its sandbox, that was why.
  const attemptUnprotected = async (): Promise<Browser> => {
    const browser = await attempt(false);
    options.warn(
      'The browser runs without its sandbox, which this system or user (root) does not allow. Scripts stay off and nothing is loaded from outside the book all the same.',
    );
    return browser;
  };
  try {
    const browser =
      options.sandbox === false
        ? await attemptUnprotected()
        : await attempt(true).catch((cause: Error) => {
            if (giveUp.signal.aborted) throw cause;
            return attemptUnprotected();
          });
    const tooOld = whyTooOld(await Promise.race([browser.version(), givenUp]), options.oldest);
    if (tooOld) {
      await stopEngine({ browser, profile }, options.scratch);
      throw new PressError('launch-failed', tooOld, {
        remedy:
          'Update it, or run “npx puppeteer browsers install chrome-headless-shell”: that one is taken first.',
      });
    }
    const engine = { browser, profile, watches: new Set<Watch>() };
    if (options.residentMemory) {
      const cdp = await Promise.race([browser.target().createCDPSession(), givenUp]);
      const pages = async (): Promise<number[]> => {
        const { processInfo } = await cdp.send('SystemInfo.getProcessInfo');
        return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
      };
      limitMemory(engine, pages, options.residentMemory, options.memory ?? MEMORY);
    }
    return engine;
  } catch (cause) {
    await options.scratch.remove(profile);
    if (cause instanceof PressError) throw cause;
    if (closing.aborted) throw new PressError('crashed', 'The press has been closed', { cause });
    const complaint = late
      ? `it has not answered for ${START / 1000} s`
      : ((await complaintOf(path, options.env)) ?? inWords(cause as Error));
    throw new PressError('launch-failed', `The browser ${path} does not start: ${complaint}`, { cause });
  } finally {
    clearTimeout(patience);
    closing.removeEventListener('abort', close);
  }
}

/** A pipe that closes says nothing about why. */
function inWords({ message }: Error): string {
  return /^Protocol error|Target closed/.test(message)
    ? 'it ended before it answered, as a program does that is no browser'
    : message;
}

/** Most bytes that the path of a socket has on every system; macOS has the fewest, and one of its 104 ends the path. */
const SOCKET_PATH = 103;
/** What a Chrome with windows puts below its temporary folder. */
const SOCKET = '/.org.chromium.Chromium.XXXXXX/SingletonSocket';

/** What the browser itself leaves behind when it is killed goes with its profile, if its socket has room there. */
function temporary(profile: string): { TMPDIR?: string } {
  return Buffer.byteLength(profile) + SOCKET.length <= SOCKET_PATH ? { TMPDIR: profile } : {};
}

/** Closes the browser, kills it if it does not close, and removes its files. */
export async function stopEngine(
  { browser, profile }: Omit<Engine, 'watches'>,
  scratch: Scratch,
): Promise<void> {
  const child = browser.process();
  const gone = new Promise<void>((resolve) => {
    if (!child || child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('exit', () => resolve());
  });
  const patience = setTimeout(() => child?.kill('SIGKILL'), CLOSE);
  // One that dies while it is asked to close never answers.
  await Promise.race([browser.close().catch(() => child?.kill('SIGKILL')), gone]);
  await gone;
  clearTimeout(patience);
  await scratch.remove(profile);
}
