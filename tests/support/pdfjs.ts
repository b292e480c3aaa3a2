/*
 * pdf.js as every test is to load it. Its build for older versions of Node puts functions of its own in the place of these four of
 * the engine's, many times slower and for the whole process: what is tested would run on them. They are put back.
 */
const { parse, stringify } = JSON;
const { push } = Array.prototype;
const { toString: source } = Function.prototype;

const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
// It would come with the first document, and bring them again.
await import('pdfjs-dist/legacy/build/pdf.worker.mjs');

Object.assign(JSON, { parse, stringify });
Object.assign(Array.prototype, { push });
Object.assign(Function.prototype, { toString: source });

export const { getDocument, OPS, Util } = pdfjs;
