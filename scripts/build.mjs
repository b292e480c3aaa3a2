#!/usr/bin/env node
// Compiles src/ to dist/lib/, whether or not that is needed.
import { dirname } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { compile } from './lib/compile.mjs';

process.exitCode = (await compile(dirname(dirname(fileURLToPath(import.meta.url))))) ? 0 : 1;
