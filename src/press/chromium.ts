import { type Browser, type CDPSession, type HTTPRequest, launch, type Page } from 'puppeteer-core';
import type { OpenSheet, Press, Sheet } from '../model/press.js';
import type { Scratch } from '../model/scratch.js';
import { whyNot } from '../workshop/why-not.js';
import { complaintOf } from './complaint.js';
import { PressError } from './error.js';
import { flags } from './flags.js';
import { limitMemory } from './memory.js';
import { DOCUMENT, replyTo } from './origin.js';
import { settled } from './settled.js';
import { type Watch, watchOver } from './watch.js';

export interface PressOptions {
  /** Finds the browser; rejects with an error (and its `remedy`) if there is none. Asked once, when it is needed. */
  executablePath(): Promise<string>;
  readonly scratch: Scratch;
  /** The environment that the browser is started in. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Most time for one operation, in milliseconds; 300,000 by default. */
  readonly timeout?: number | undefined;
  /** Most memory that one page may take, in MiB; 4096 by default. */
  readonly memory?: number | undefined;
  /** Tells how much memory a process holds, in MiB; without it only the scripts of a page are limited. */
  residentMemory?(pid: number): Promise<number | undefined>;
  /** Told once when the browser has to be started without its sandbox. */
  warn(text: string): void;
}

/** A browser that has been started, and where it keeps its files. */
interface Engine {
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
 * Opens a press on Chrome, Chromium or Edge. The browser starts with the first `version()` or `open()`, is talked to over a
 * pipe (so that it ends with this process, however that ends), and is stopped by disposing of the press.
 * @throws (each method) a `PressError` that says why: never a hang, never a silent second try
 */
export function openPress(options: PressOptions): Press {
  const limit = options.timeout ?? 300_000;
  let engine: Promise<Engine> | undefined;
  const closing = new AbortController();
  const started = (): Promise<Engine> => {
    if (closing.signal.aborted) throw new PressError('crashed', 'The press has been closed');
    engine ??= start(options, closing.signal);
    return engine;
  };
  return {
    async version() {
      const { browser } = await started();
      return (await browser.version()).replace(/^HeadlessChrome\//, 'Chromium ').replace('/', ' ');
    },
    async open(sheet) {
      return openSheet(await started(), sheet, limit);
    },
    async [Symbol.asyncDispose]() {
      // A browser that is still starting is stopped too, or it would outlive an interrupted build.
      closing.abort();
      const running = await engine?.catch(() => undefined);
      if (running) await stop(running, options.scratch);
    },
  };
}

async function start(options: PressOptions, closing: AbortSignal): Promise<Engine> {
  const path = await options.executablePath().catch((cause: Error & { remedy?: string }) => {
    throw new PressError('no-browser', cause.message, { remedy: cause.remedy, cause });
  });
  const profile = await options.scratch.folder().catch((cause: unknown) => {
    throw new PressError('launch-failed', `The browser has nowhere to keep its files: ${whyNot(cause)}`, {
      remedy: 'Point TMPDIR (TEMP on Windows) to a folder that may be written.',
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
    const browser = await attempt(true).catch((cause: Error) => {
      if (giveUp.signal.aborted) throw cause;
      return attemptUnprotected();
    });
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

/**
 * What the browser itself leaves behind when it is killed goes with its profile. It makes a socket there, and the path of
 * a socket has no more than 104 characters on some systems, of which its own name takes half.
 */
function temporary(profile: string): { TMPDIR?: string } {
  return profile.length <= 52 ? { TMPDIR: profile } : {};
}

async function stop({ browser, profile }: Engine, scratch: Scratch): Promise<void> {
  const process = browser.process();
  const gone = new Promise<void>((resolve) => {
    if (!process || process.exitCode !== null || process.signalCode !== null) resolve();
    else process.once('exit', () => resolve());
  });
  const patience = setTimeout(() => process?.kill('SIGKILL'), CLOSE);
  // One that dies while it is asked to close never answers.
  await Promise.race([browser.close().catch(() => process?.kill('SIGKILL')), gone]);
  await gone;
  clearTimeout(patience);
  await scratch.remove(profile);
}

/** Opens one document in a context of its own: ids in the PDF depend on what a context has shown before. */
async function openSheet({ browser, watches }: Engine, sheet: Sheet, limit: number): Promise<OpenSheet> {
  const watch = watchOver(browser, limit);
  watches.add(watch);
  const context = await watch.over(
    'opening a page',
    browser.createBrowserContext({ downloadBehavior: { policy: 'deny' } }),
  );
  const close = async (): Promise<void> => {
    watches.delete(watch);
    if (browser.connected)
      await Promise.race([context.close().catch(() => undefined), watch.lost.catch(() => undefined)]);
  };
  try {
    const page = await watch.over('opening a page', context.newPage());
    page.on('error', () => watch.fail('crashed', 'The page crashed in the browser'));
    page.on('dialog', (dialog) => void dialog.dismiss().catch(() => undefined));
    const cdp = await watch.over('opening a page', guarded(page, sheet, watch));
    await watch.over('loading the document', page.goto(DOCUMENT, { timeout: 0 }));
    const world = await watch.over('loading the document', ownWorld(cdp));
    const run: OpenSheet['run'] = (fn, ...args) => watch.over('laying out', call(cdp, world, fn, args));
    await run(settled);
    return {
      run,
      print: () => watch.over('printing', printed(page)),
      [Symbol.asyncDispose]: close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Lets no script run and no request pass that the sheet does not answer. */
async function guarded(page: Page, sheet: Sheet, watch: Watch): Promise<CDPSession> {
  const cdp = await page.createCDPSession();
  await page.setJavaScriptEnabled(false);
  await tellRefused(cdp, sheet);
  await page.setRequestInterception(true);
  let served = false;
  page.on('request', (request) => {
    const document = !served && request.url() === DOCUMENT;
    served ||= document;
    // The page may be gone before its answer comes.
    answer(request, document, sheet).catch(
      (cause: Error) => page.isClosed() || watch.fail('crashed', cause.message),
    );
  });
  return cdp;
}

async function answer(request: HTTPRequest, document: boolean, sheet: Sheet): Promise<void> {
  const navigation = request.isNavigationRequest();
  const kind = document ? 'document' : navigation ? 'navigation' : 'resource';
  const reply = await replyTo(request.url(), kind, sheet);
  if (reply === 'continue') return request.continue();
  // An aborted navigation leaves the document standing; a blocked one would put an error page in its place.
  if (reply === 'refuse') return request.abort(navigation ? 'aborted' : 'blockedbyclient');
  return request.respond({ status: 200, ...reply });
}

/** What the policy or the browser itself refuses never becomes a request; it is told as an issue or in the log. */
async function tellRefused(cdp: CDPSession, sheet: Sheet): Promise<void> {
  cdp.on('Audits.issueAdded', ({ issue }) => {
    const url = issue.details.contentSecurityPolicyIssueDetails?.blockedURL;
    if (url) sheet.refused(url);
  });
  cdp.on('Log.entryAdded', ({ entry }) => {
    const url = entry.source === 'security' && /file:\S+/.exec(entry.text)?.[0];
    if (url) sheet.refused(url);
  });
  await cdp.send('Audits.enable');
  await cdp.send('Log.enable');
}

/** A world that shares the page's nodes and nothing else: what content could redefine is not seen here. */
async function ownWorld(cdp: CDPSession): Promise<number> {
  const { frameTree } = await cdp.send('Page.getFrameTree');
  const { executionContextId } = await cdp.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: 'octavo',
  });
  return executionContextId;
}

async function call<Args extends unknown[], Result>(
  cdp: CDPSession,
  world: number,
  fn: (...args: Args) => Result,
  args: Args,
): Promise<Awaited<Result>> {
  const { result, exceptionDetails } = await cdp.send('Runtime.callFunctionOn', {
    functionDeclaration: fn.toString(),
    executionContextId: world,
    arguments: args.map((value) => ({ value })),
    returnByValue: true,
    awaitPromise: true,
  });
  if (exceptionDetails) {
    const said = exceptionDetails.exception?.description ?? exceptionDetails.text;
    throw new Error(`${fn.name || 'A function'} failed in the page: ${said}`);
  }
  return result.value as Awaited<Result>;
}

function printed(page: Page): Promise<Uint8Array> {
  return page.pdf({
    tagged: true,
    outline: true,
    preferCSSPageSize: true,
    printBackground: true,
    timeout: 0,
  });
}
