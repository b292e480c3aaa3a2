import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { check } from '../src/build.js';
import { toRecord } from '../src/report/json.js';
import { thisWorld } from '../src/world.js';
import { ROOT } from './support/desk.js';

/*
 * A small book with sixty mistakes: each is told once, at its place, and nothing else is. What each line should be told of
 * was written down by hand, beside the mistake that was planted there.
 */
const FOLDER = 'tests/planted/manuscript';
const EXPECTED = readFileSync(join(ROOT, 'tests/planted/mistakes.txt'), 'utf8').trim().split('\n');

describe('sixty planted mistakes', () => {
  it('are sixty messages, each at its line and column', async () => {
    const { messages } = await check({ folder: FOLDER }, thisWorld());
    const said = messages.map(toRecord).map(({ file, line, column, id }) => {
      const path = file?.replace(`${FOLDER}/`, '');
      return `${path}:${line}:${column} ${id}`;
    });
    expect(said.sort()).toEqual(EXPECTED.map((one) => one.replace(/ +#.*/, '')).sort());
    expect(said).toHaveLength(60);
  });

  it('are of at least fifty kinds', () => {
    expect(new Set(EXPECTED.map((one) => one.split(' ')[1])).size).toBeGreaterThanOrEqual(50);
    expect(readdirSync(join(ROOT, FOLDER)).length).toBeGreaterThan(5);
  });
});
