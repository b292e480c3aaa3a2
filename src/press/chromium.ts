import type { Press } from '../model/press.js';
import { type Engine, type EngineOptions, startEngine, stopEngine } from './engine.js';
import { PressError } from './error.js';
import { type BlankPage, openBlank, openSheet } from './sheet.js';

export interface PressOptions extends EngineOptions {
  /** Most time for one operation, in milliseconds; 300,000 by default. */
  readonly timeout?: number | undefined;
}

/**
 * Opens a press on Chrome, Chromium or Edge. The browser starts with the first `version()` or `open()`, is talked to over a
 * pipe (so that it ends with this process, however that ends), and is stopped by disposing of the press.
 * @throws (each method) a `PressError` that says why: never a hang, never a silent second try
 */
export function openPress(options: PressOptions): Press {
  const limit = options.timeout ?? 300_000;
  let engine: Promise<Engine> | undefined;
  /** The first page is opened with the browser, before its document is there. */
  let first: Promise<BlankPage> | undefined;
  const closing = new AbortController();
  let closed: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    // A browser that is still starting is stopped too, or it would outlive an interrupted build.
    closing.abort();
    const running = await engine?.catch(() => undefined);
    if (running) await stopEngine(running, options.scratch);
  };
  const started = (): Promise<Engine> => {
    if (closing.signal.aborted) throw new PressError('crashed', 'The press has been closed');
    if (!engine) {
      engine = startEngine(options, closing.signal);
      first = engine.then((running) => openBlank(running, limit));
      // Why it failed is told to who opens a document.
      first.catch(() => undefined);
    }
    return engine;
  };
  return {
    async version() {
      const { browser } = await started();
      return (await browser.version()).replace(/^HeadlessChrome\//, 'Chromium ').replace('/', ' ');
    },
    async open(sheet) {
      const running = await started();
      const blank = first ?? openBlank(running, limit);
      first = undefined;
      return openSheet(await blank, sheet);
    },
    [Symbol.asyncDispose]() {
      closed ??= close();
      return closed;
    },
  };
}
