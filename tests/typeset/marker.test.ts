import { getActiveResourcesInfo } from 'node:process';
import { describe, expect, it } from 'vitest';
import { loadGrammars } from '../../src/typeset/grammars.js';
import { hireMarker } from '../../src/workshop/hire-marker.js';

/* The thread that marks code, as it runs in the compiled program. */

const threads = (): number => getActiveResourcesInfo().filter((name) => name === 'MessagePort').length;

describe('a thread for code', () => {
  it('marks as it is done here, in whatever order it is asked', async () => {
    const here = await loadGrammars();
    await using marker = hireMarker();
    const pieces = [
      ['const n = 1; // one', 'js'],
      ['def f(): pass', 'python'],
      ['<p class="a">', 'html'],
      ['const n', 'klingon'],
    ] as const;
    for (const [code, lang] of pieces) marker.begin(code, lang);
    const marked = await Promise.all([...pieces].reverse().map(([code, lang]) => marker.mark(code, lang)));
    expect(marked.reverse()).toEqual(pieces.map(([code, lang]) => here(code, lang)));
    expect(marked[0]).toHaveLength(9);
    expect(marked[3]).toBeUndefined();
  });

  it('gives each who asks marks of his own', async () => {
    await using marker = hireMarker();
    const [one, other] = await Promise.all([marker.mark('let a', 'js'), marker.mark('let a', 'js')]);
    one?.push({ type: 'text', value: '\n' });
    expect(other).not.toEqual(one);
  });

  it('begins with the first piece, and ends with its work undone', async () => {
    const before = threads();
    const marker = hireMarker();
    expect(threads()).toBe(before);
    marker.begin('let a', 'js');
    expect(threads()).toBe(before + 1);
    await marker[Symbol.asyncDispose]();
    expect(threads()).toBe(before);
  });
});
