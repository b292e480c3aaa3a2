import type { CDPSession, Page, Protocol } from 'puppeteer-core';
import type { OpenSheet, Sheet } from '../model/press.js';
import type { Engine } from './engine.js';
import { DOCUMENT, replyTo } from './origin.js';
import { settled, WAITING_STYLE } from './settled.js';
import { type Watch, watchOver } from './watch.js';

/** A page that shows nothing yet, guarded and watched. */
export interface BlankPage {
  readonly page: Page;
  readonly cdp: CDPSession;
  readonly watch: Watch;
  close(): Promise<void>;
}

/**
 * Opens a page in a context of its own: ids in the PDF depend on what a context has shown before.
 * @param limit most time for one operation, in milliseconds
 */
export async function openBlank({ browser, watches }: Engine, limit: number): Promise<BlankPage> {
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
    const cdp = await watch.over('opening a page', guarded(page));
    await watch.over('opening a page', show(cdp, 'minimized'));
    return { page, cdp, watch, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Opens a document. */
export async function openSheet({ page, cdp, watch, close }: BlankPage, sheet: Sheet): Promise<OpenSheet> {
  try {
    tellRefused(cdp, sheet);
    answerRequests(cdp, page, sheet, watch);
    await watch.over('loading the document', page.goto(DOCUMENT, { timeout: 0 }));
    const world = await watch.over('loading the document', ownWorld(cdp));
    const run: OpenSheet['run'] = (fn, ...args) => watch.over('laying out', call(cdp, world, fn, args));
    await run(settled, WAITING_STYLE);
    return {
      run,
      lend: (functions) => watch.over('laying out', lend(cdp, world, functions)),
      print: () => watch.over('printing', printed(page)),
      picture: (area, scale) => watch.over('taking a picture', pictured(cdp, area, scale)),
      [Symbol.asyncDispose]: close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Lets no script run and no request pass that is not answered. */
async function guarded(page: Page): Promise<CDPSession> {
  const cdp = await page.createCDPSession();
  await page.setJavaScriptEnabled(false);
  await cdp.send('Audits.enable');
  await cdp.send('Log.enable');
  await cdp.send('Fetch.enable');
  return cdp;
}

function answerRequests(cdp: CDPSession, page: Page, sheet: Sheet, watch: Watch): void {
  let served = false;
  cdp.on('Fetch.requestPaused', (asked) => {
    const document = !served && asked.request.url === DOCUMENT;
    served ||= document;
    // The page may be gone before its answer comes.
    answer(cdp, asked, document, sheet).catch(
      // The page may have given it up itself.
      (cause: Error) =>
        page.isClosed() ||
        cause.message.includes('Invalid InterceptionId') ||
        watch.fail('crashed', cause.message),
    );
  });
}

/**
 * Nobody looks at the page, and one that is not looked at (`minimized`) is laid out when that is asked for, and not painted sixty
 * times a second in between.
 */
async function show(cdp: CDPSession, windowState: 'minimized' | 'normal'): Promise<void> {
  try {
    const { windowId } = await cdp.send('Browser.getWindowForTarget');
    await cdp.send('Browser.setWindowBounds', { windowId, bounds: { windowState } });
  } catch {
    // A browser without windows paints it in vain.
  }
}

/** Puppeteer's own way to answer makes base64 of megabytes letter by letter. */
async function answer(
  cdp: CDPSession,
  { requestId, request, resourceType }: Protocol.Fetch.RequestPausedEvent,
  document: boolean,
  sheet: Sheet,
): Promise<void> {
  const navigation = resourceType === 'Document';
  const kind = document ? 'document' : navigation ? 'navigation' : 'resource';
  const reply = await replyTo(request.url, kind, sheet);
  if (reply === 'continue') await cdp.send('Fetch.continueRequest', { requestId });
  // An aborted navigation leaves the document standing; a blocked one would put an error page in its place.
  else if (reply === 'refuse')
    await cdp.send('Fetch.failRequest', {
      requestId,
      errorReason: navigation ? 'Aborted' : 'BlockedByClient',
    });
  else {
    const { headers, body } = reply;
    const bytes =
      typeof body === 'string'
        ? Buffer.from(body)
        : Buffer.from(body.buffer, body.byteOffset, body.byteLength);
    await cdp.send('Fetch.fulfillRequest', {
      requestId,
      responseCode: 200,
      responseHeaders: Object.entries(headers).map(([name, value]) => ({ name, value })),
      body: bytes.toString('base64'),
    });
  }
}

/** What the policy or the browser itself refuses never becomes a request; it is told as an issue or in the log. */
function tellRefused(cdp: CDPSession, sheet: Sheet): void {
  cdp.on('Audits.issueAdded', ({ issue }) => {
    const url = issue.details.contentSecurityPolicyIssueDetails?.blockedURL;
    if (url) sheet.refused(url);
  });
  cdp.on('Log.entryAdded', ({ entry }) => {
    const url = entry.source === 'security' && /file:\S+/.exec(entry.text)?.[0];
    if (url) sheet.refused(url);
  });
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

/**
 * In the world of our own a function is known by the name that others declare it with, and by its own, which a bundler may have
 * changed, for those that stand in the same file with it.
 */
async function lend(
  cdp: CDPSession,
  world: number,
  functions: Parameters<OpenSheet['lend']>[0],
): Promise<void> {
  await cdp.send('Runtime.evaluate', {
    expression: Object.entries(functions)
      .map(([name, one]) => `globalThis.${name}=globalThis.${one.name}=${one}`)
      .join(';\n'),
    contextId: world,
    returnByValue: true,
    silent: true,
  });
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

async function pictured(
  cdp: CDPSession,
  { width, height }: { readonly width: number; readonly height: number },
  scale: number,
): Promise<Uint8Array> {
  // A page that is not painted gives no picture.
  await show(cdp, 'normal');
  const { data } = await cdp.send('Page.captureScreenshot', {
    format: 'png',
    clip: { x: 0, y: 0, width, height, scale },
    captureBeyondViewport: true,
  });
  return Buffer.from(data, 'base64');
}
