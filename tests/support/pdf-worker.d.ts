/** Half of pdf.js, which carries no types; it is loaded for what it leaves behind. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs';
