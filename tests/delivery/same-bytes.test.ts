import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Manifest } from '../../src/manifest.js';
import { bytesOf, desk, octavo, ROOT } from '../support/desk.js';

async function manifestIn(...folder: string[]): Promise<Manifest> {
  return JSON.parse(new TextDecoder().decode(await bytesOf(...folder, 'octavo.json'))) as Manifest;
}

const ALL = ['print', 'screen', 'epub', 'web', 'handouts'].flatMap((name) => ['-e', name]);

describe('the same input', () => {
  it('makes the same bytes: elsewhere, under another name, in another time zone and language', async () => {
    const [one, two] = [await desk(), await desk()];
    await cp(join(ROOT, 'manuscript'), join(one, 'manuscript'), { recursive: true });
    await cp(join(ROOT, 'manuscript'), join(two, 'a copy/of it'), { recursive: true });
    const first = await octavo(one, ['build', ...ALL], { TZ: 'America/St_Johns', LANG: 'C' });
    expect(first.code, first.err).toBe(0);
    const second = await octavo(two, ['build', 'a copy/of it', ...ALL], {
      TZ: 'Pacific/Kiritimati',
      LANG: 'tr_TR.UTF-8',
      LC_ALL: 'tr_TR.UTF-8',
    });
    expect(second.code, second.err).toBe(0);
    const manifest = await manifestIn(one, 'dist');
    expect(manifest.artifacts.length).toBeGreaterThan(20);
    expect(await manifestIn(two, 'dist')).toEqual(manifest);
    for (const { path, mediaType } of manifest.artifacts) {
      const [a, b] = [await bytesOf(one, 'dist', path), await bytesOf(two, 'dist', path)];
      expect(Buffer.compare(a, b), path).toBe(0);
      if (mediaType !== 'application/pdf') continue;
      // Nothing of the machine is in it: no folder, no user, no date of today, no user agent.
      const text = Buffer.from(a).toString('latin1');
      expect(text).not.toMatch(/Mozilla|HeadlessChrome|octavo-test/);
      expect(text).not.toContain(`D:${new Date().getFullYear()}`);
    }
  });

  it('is dated by SOURCE_DATE_EPOCH, and by nothing else', async () => {
    const folder = await desk({ 'book/a.md': '# A\n\nText.\n' });
    const build = (output: string, env: Record<string, string>) =>
      octavo(folder, ['build', 'book', '-o', output, '-e', 'epub', '-e', 'screen'], env);
    const read = (output: string, name: string) => bytesOf(folder, output, name);
    const dated = { SOURCE_DATE_EPOCH: '1111111111' };
    for (const [output, env] of [
      ['undated', {}],
      ['dated', dated],
      ['again', dated],
    ] as const) {
      const { code, err } = await build(output, env);
      expect(code, err).toBe(0);
    }
    for (const name of ['a.epub', 'a.pdf']) {
      expect(Buffer.compare(await read('dated', name), await read('again', name)), name).toBe(0);
      expect(Buffer.compare(await read('dated', name), await read('undated', name)), name).not.toBe(0);
    }
    const { modified } = (await manifestIn(folder, 'dated')).book;
    expect(modified).toBe('2005-03-18T01:58:31Z');
    expect((await manifestIn(folder, 'undated')).book.modified).toBe('2000-01-01T00:00:00Z');
  });
});
