import { afterAll } from 'vitest';
import { tidyUp } from './afterwards.js';

/** For each file of tests. */
afterAll(tidyUp);
