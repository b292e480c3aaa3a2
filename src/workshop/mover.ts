import { readFileSync } from 'node:fs';
import { argv } from 'node:process';
import { commit } from './roll-forward.js';

/*
 * A program of its own, started by `hire-mover.ts`: `node mover.js <output folder> <stage>`. It waits until it is told to
 * go, and moves a staged delivery into place. If its build dies without a word, its standard input ends and it does nothing;
 * once it was told, it finishes, whatever becomes of the build.
 */
const [, , path = '', stage = ''] = argv;
if (readFileSync(0, 'utf8') === 'go') commit(path, stage);
