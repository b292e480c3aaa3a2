import { argv, stdin } from 'node:process';
import { commit } from './roll-forward.js';

/*
 * A program of its own, started by `hire-mover.ts`: `node mover.js <output folder> <stage>`. It waits until it is told to
 * go, and moves a staged delivery into place. If its build dies without a word, its standard input ends and it does nothing;
 * once it was told, it finishes, whatever becomes of the build.
 */
const [, , path = '', stage = ''] = argv;
let said = '';
// Read as a stream: the pipe does not block, so that a file's way of reading it would fail for want of data.
for await (const chunk of stdin) said += String(chunk);
if (said === 'go') commit(path, stage);
