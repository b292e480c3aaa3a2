import type { MessageRecord } from '../../src/report/json.js';
import type { Epub, NavEntry } from './epub.js';
import { type InspectedPage, type InspectedPdf, outlineText } from './pdf.js';

/*
 * Finished editions as text that a person can read. Only what the book decides is in it: nothing that another version of
 * the browser may do differently, such as where a line of a long paragraph ends.
 */

/** Above this part of a page stands its running head, below the other its folio. */
const HEAD = 0.1;
const FOOT = 0.92;

export function dumpMessages(messages: readonly MessageRecord[]): string[] {
  return messages.map(
    ({ id, severity, file, line, column, message }) =>
      `${severity} ${id} ${file}${line ? `:${line}:${column}` : ''} ${message}`,
  );
}

/** Each page by its label, with head, first words and last word of the text, and folio. */
export function dumpPdf(pdf: InspectedPdf): string[] {
  return [
    `title: ${pdf.title}`,
    `language: ${pdf.lang}`,
    'pages:',
    ...pdf.pages.map((page) => `  ${pageLine(page)}`),
    'outline:',
    ...outlineText(pdf.outline).map((line) => `  ${line}`),
  ];
}

function pageLine({ label, height, lines }: InspectedPage): string {
  const head = lines.find(({ y }) => y < height * HEAD)?.text;
  const folio = lines.find(({ y }) => y > height * FOOT)?.text;
  const text = lines.filter(({ y }) => y >= height * HEAD && y <= height * FOOT);
  const first = text[0]?.text.split(' ').slice(0, 4).join(' ');
  const last = text.at(-1)?.text.split(' ').at(-1);
  const body = first === undefined ? '(blank)' : `${first} … ${last}`;
  return [`${label}:`, head && `[${head}]`, body, folio && `[${folio}]`].filter(Boolean).join(' ');
}

/** Reading order, contents and landmarks, and the text of every document. */
export function dumpEpub(epub: Epub): string[] {
  const entries = (list: readonly NavEntry[], indent: string): string[] =>
    list.flatMap(({ title, href, children }) => [
      `${indent}${title} → ${href}`,
      ...entries(children, `${indent}  `),
    ]);
  return [
    ...['dc:title', 'dc:creator', 'dc:language', 'dc:identifier', 'dc:date'].flatMap((name) =>
      epub.meta(name).map((value) => `${name}: ${value}`),
    ),
    'contents:',
    ...entries(epub.nav.toc, '  '),
    'landmarks:',
    ...epub.nav.landmarks.map(({ type, href }) => `  ${type} → ${href}`),
    ...epub.opf.spine.flatMap((file) => [
      `${file}:`,
      ...paragraphs(epub.textOf(file)).map((line) => `  ${line}`),
    ]),
  ];
}

function paragraphs(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
}
