import { parentPort } from 'node:worker_threads';
import { loadGrammars } from './typeset/grammars.js';

/*
 * A thread of its own, started by `workshop/hire-marker.ts`: it is sent pieces of code, each with its language, and answers each with
 * its marks, in turn. They go as text, which is read more quickly than a tree is copied.
 */
const mark = await loadGrammars();
parentPort?.on('message', ([code, lang]: readonly [string, string]) => {
  parentPort?.postMessage(JSON.stringify(mark(code, lang) ?? null));
});
