import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Press } from '../../src/model/press.js';
import { openPress } from '../../src/press/chromium.js';
import { browserPath } from '../../src/workshop/browser.js';
import { thisMachine } from '../../src/workshop/machine.js';
import { openScratch } from '../../src/workshop/scratch.js';

/** A picture of ten pixels by ten. */
export const IMAGE =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAIAAAACUFjqAAAAEklEQVR4nGP4z8CAB+GTG8HSALfKY52fTcuYAAAAAElFTkSuQmCC';

/** Size of its pages, in points. */
export const PAGE = { width: 300, height: 450 };

const style = `
@font-face {font-family: G; src: url(400-normal.woff2)}
@font-face {font-family: G; font-style: italic; src: url(400-italic.woff2)}
@font-face {font-family: G; font-weight: 700; src: url(700-normal.woff2)}
@page {size: 400px 600px; margin: 48px; @bottom-center {content: counter(page)} @top-left {content: "Running head"}}
body {font: 14px/20px G; margin: 0; background: #fffbe8}
h1 {break-before: page; width: 200px} h1, h2, h3 {font-weight: 700; line-height: 1.4}
h3 {text-transform: uppercase} aside {background: #eef; border: 1px solid #99c}
td, th {border: 1px solid #999} .arrow::before {content: "+ "} .tinted {background: #eee}
.columns {columns: 2; column-rule: 1px solid #000}`;

/** A document with one of everything whose tags or outline Chromium leaves wanting. */
export const HTML = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Chromium’s title</title><style>${style}</style><body>
<section><h1 id="one">A title so long that it wraps over three lines of the page</h1>
<p>Some <em>emphasis</em>, <strong>strength</strong>, <code>code (with EMC) and \\</code>, a <a href="https://example.org/a?b=c&amp;d=e">link to the outside</a>,
a <a href="#two">link to Two</a> and a <a href="#sub">link that is so long that it has to wrap over the end of its line</a>.</p>
<ul><li>plain</li><li>with <em>inline</em> text<ul><li class="arrow">nested</li><li>twice</li></ul></li><li><p>first</p><p>second</p></li><li class="tinted">tinted</li></ul>
<ol start="3"><li>three</li></ol>
<figure><img alt="A red dot" width="20" src="${IMAGE}"><figcaption>The <em>caption</em></figcaption></figure>
<p>A decoration <img alt="" width="10" src="${IMAGE}"> and a picture that leads away <a href="https://example.org/picture"><img alt="A way out" width="10" src="${IMAGE}"></a>.</p>
<aside><h2 id="sub">A second heading that also wraps over two lines because it is so long</h2><p>In a box.</p></aside></section>
<section><h1 id="two">Two</h1><div class="columns"><p>${'word '.repeat(60)}</p></div>
<table><caption>Numbers</caption><thead><tr><th scope="col">Key</th><th scope="col">Value</th></tr></thead>
<tbody>${Array.from({ length: 40 }, (_, row) => `<tr><td>key ${row}</td><td>value ${row}</td></tr>`).join('')}</tbody></table>
<figure><table><tr><th scope="col">Head</th></tr><tr><td>cell</td></tr></table><figcaption>Grouped</figcaption></figure>
<p lang="he" dir="rtl">שלום עולם <a href="https://example.org/he">קישור החוצה</a></p>
<p>Note<sup><a href="#n1" id="r1" role="doc-noteref">1</a></sup></p>
<section role="doc-endnotes"><ol><li id="n1"><p>The note. <a href="#r1" role="doc-backlink">Back</a></p></li></ol></section>
<p style="opacity: .5">A faint paragraph</p>
<h2 id="again">Two</h2><p>The same title again.</p><h3 id="straße">Straße &amp; “Fjord”</h3><p>The end.</p></section>`;

/** Every heading of the document, as the page itself would list them. */
export const HEADINGS = [
  { id: 'one', title: 'A title so long that it wraps over three lines of the page', level: 1 },
  { id: 'sub', title: 'A second heading that also wraps over two lines because it is so long', level: 2 },
  { id: 'two', title: 'Two', level: 1 },
  { id: 'again', title: 'Two', level: 2 },
  { id: 'straße', title: 'Straße & “Fjord”', level: 3 },
];

/** A press on the browser of this machine. */
export function machinePress(): Press {
  const machine = thisMachine();
  return openPress({
    executablePath: () => browserPath(machine),
    scratch: openScratch(machine),
    env: machine.env,
    warn: () => undefined,
  });
}

/** Prints a document that may use the book fonts by the names `400-normal.woff2`, `400-italic.woff2`, `700-normal.woff2`. */
export async function print(press: Press, html: string): Promise<Uint8Array> {
  await using sheet = await press.open({ html, resource: fontOf, refused: () => undefined });
  // Awaited here, for the sheet is closed on leaving.
  return await sheet.print();
}

async function fontOf(path: string): Promise<{ bytes: Uint8Array; mediaType: string } | undefined> {
  const name = /(400-normal|400-italic|700-normal)\.woff2$/.exec(path)?.[1];
  if (!name) return undefined;
  const file = createRequire(import.meta.url).resolve(
    `@fontsource/eb-garamond/files/eb-garamond-latin-${name}.woff2`,
  );
  return { bytes: await readFile(file), mediaType: 'font/woff2' };
}
