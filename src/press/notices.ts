import type { Notice } from '../model/notice.js';
import type { PressError, PressFailure } from './error.js';

/** What a failure of the press tells the author: `say(pressNotices[error.reason], error, {file})`. */
type Failure = Pick<PressError, 'message' | 'remedy'>;

export const browserFound: Notice<Failure> = {
  id: 'browser-found',
  severity: 'error',
  firm: true,
  says: ({ message }) => message,
  remedy: ({ remedy }) =>
    remedy ?? 'Run “octavo doctor”: it says what was looked for and how to get a browser.',
  why: 'Pages are set by the layout engine of a browser (Chrome, Chromium or Edge). PDF editions need one, and so do handouts that come along with web pages or are shown small in a chapter; an EPUB without such does not.',
};

export const browserStarts: Notice<Failure> = {
  id: 'browser-starts',
  severity: 'error',
  firm: true,
  says: ({ message }) => message,
  remedy: ({ remedy }) =>
    remedy ??
    'Start it by hand with --version to see what it complains of, or name another one in PUPPETEER_EXECUTABLE_PATH.',
  why: 'A browser that is there may still be of no use: for want of a shared library, because it was made for another processor, or because it is too old to know of running heads.',
};

export const browserSurvives: Notice<Failure> = {
  id: 'browser-survives',
  severity: 'error',
  firm: true,
  says: ({ message }) => message,
  remedy: ({ remedy }) =>
    remedy ??
    'Build again. If it happens every time, the machine may be out of memory: close other programs, or build one edition at a time with --edition.',
  why: 'The browser works in a process of its own. When that dies, nothing half-finished is delivered: the last good output stays as it is.',
};

export const browserInTime: Notice<Failure> = {
  id: 'browser-in-time',
  severity: 'error',
  firm: true,
  says: ({ message }) => message,
  remedy: ({ remedy }) =>
    remedy ??
    'Look for something absurdly large, such as one table of 100,000 rows, and split it; or for a length out of all measure in a stylesheet of yours.',
  why: 'A page can be built so that setting it takes for ever. Work in the browser is stopped after a limit, so that a build always ends.',
};

export const browserInMemory: Notice<Failure> = {
  id: 'browser-in-memory',
  severity: 'error',
  firm: true,
  says: ({ message }) => message,
  remedy: ({ remedy }) =>
    remedy ??
    'Look for absurdly large images, for a table of many thousands of rows, for thousands of long formulas, or for a length out of all measure in a stylesheet of yours; scale them down, or split them.',
  why: 'A page can be built so that it fills the memory of the whole machine. The browser is stopped before it takes other programs down.',
};

export const pagesCanBePrinted: Notice<Failure> = {
  id: 'pages-can-be-printed',
  severity: 'error',
  firm: true,
  says: ({ message }) => message,
  remedy: ({ remedy }) =>
    remedy ??
    'Look for a length that is out of all measure in your stylesheets or tokens: line-height, min-height, padding, font-size.',
  why: 'A length of a stylesheet with some zeros too many makes pages by the ten thousand. To print them would take hours, and nobody wants them.',
};

export const requestInsideBook: Notice<{ url: string }> = {
  id: 'request-inside-book',
  severity: 'error',
  says: ({ url }) => `The page asked for ${shorten(url)}, which is not part of the book, so it was refused`,
  remedy: () =>
    'Save what you need in the manuscript folder and name it from there; look in style sheets and drawings too.',
  why: 'A book is made of its own files and of nothing else. Loading from elsewhere would make it different tomorrow, tell others what you read, and let a manuscript look at your files.',
};

/** Which notice tells which failure. */
export const pressNotices: Readonly<Record<PressFailure, Notice<Failure>>> = {
  'no-browser': browserFound,
  'launch-failed': browserStarts,
  crashed: browserSurvives,
  timeout: browserInTime,
  memory: browserInMemory,
  pages: pagesCanBePrinted,
};

function shorten(url: string): string {
  return url.length > 120 ? `${url.slice(0, 117)}…` : url;
}
