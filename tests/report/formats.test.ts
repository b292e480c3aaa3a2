import { createRequire } from 'node:module';
import AjvDraft04 from 'ajv-draft-04';
import type { Log } from 'sarif';
import { beforeAll, describe, expect, it } from 'vitest';
import { desk, octavo } from '../support/desk.js';

/*
 * The same messages in each format, from the command line.
 */
const MISTAKES = {
  'my book/a.md': '# One\n\nA call.[^a]\n\n[^a]: One.\n\n[^a]: Two, 100 %: see ![](x.png).\n',
  'my book/b.md': '# Two\n\n## Three\n\nText.\n\n## Three\n\nText.\n',
};
let cwd: string;
beforeAll(async () => {
  cwd = await desk(MISTAKES);
});
const check = (...args: string[]) => octavo(cwd, ['check', 'my book', ...args]);

describe('messages', () => {
  it('show for a person both places where two disagree, each in a frame', async () => {
    const { err, code } = await check();
    expect(code).toBe(1);
    expect(err).toContain(
      [
        'my book/a.md:7:1  warning  note-printed',
        '  The footnote “a” is written a second time, so this one is not printed',
        '  7 │ [^a]: Two, 100 %: see ![](x.png).',
        '    │ ^',
        '  my book/a.md:5:1  the first of that name',
        '  5 │ [^a]: One.',
        '    │ ^',
        '  → Give one of the two another name, and call it by that.',
      ].join('\n'),
    );
  });

  it('say for a person once what they say in the same words of many places', async () => {
    const files = Object.fromEntries(['a', 'b', 'c'].map((name) => [`${name}.md`, '# One\n\n#\n\nText.\n']));
    const { err } = await octavo(await desk({ ...files, 'book.yaml': 'title: T\n' }), ['check', '.']);
    expect(err.match(/This heading has no text/g)).toHaveLength(1);
    expect(err).toContain('  The same at b.md:3:1, c.md:3:1\n');
    expect(err).toContain('3 warnings');
    const two = await octavo(await desk({ 'a.md': '# One\n\n#\n\nText.\n\n##\n\nText.\n' }), ['check', '.']);
    expect(two.err.match(/This heading has no text/g)).toHaveLength(2);
    expect(two.err).not.toContain('The same');
  });

  it('are plain data as JSON', async () => {
    const { out } = await check('--format', 'json');
    expect((await check('--json')).out).toBe(out);
    const { ok, messages } = JSON.parse(out) as { ok: boolean; messages: object[] };
    expect(ok).toBe(false);
    expect(messages).toContainEqual({
      id: 'note-printed',
      severity: 'warning',
      file: 'my book/a.md',
      line: 7,
      column: 1,
      message: 'The footnote “a” is written a second time, so this one is not printed',
      remedy: 'Give one of the two another name, and call it by that.',
      also: { file: 'my book/a.md', line: 5, column: 1, message: 'the first of that name' },
    });
  });

  it('are a valid SARIF log, with rules, regions and the other place', async () => {
    const { out, code } = await check('--format', 'sarif');
    expect(code).toBe(1);
    const log = JSON.parse(out) as Log;
    const schema = createRequire(import.meta.url)(
      '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json',
    ) as object;
    const ajv = new AjvDraft04.default({ strict: false, validateFormats: false, unicodeRegExp: false });
    ajv.validate(schema, log);
    expect(ajv.errors ?? []).toEqual([]);
    const [run] = log.runs;
    expect(run?.tool.driver.rules?.map(({ id }) => id)).toEqual([
      'headings-differ',
      'image-alt',
      'image-exists',
      'note-printed',
    ]);
    expect(run?.results?.map(({ ruleId, level }) => `${level} ${ruleId}`)).toEqual([
      'warning note-printed',
      'error image-exists',
      'warning image-alt',
      'note headings-differ',
    ]);
    const [note, image] = run?.results ?? [];
    expect(image?.locations?.[0]?.physicalLocation).toEqual({
      artifactLocation: { uri: 'my%20book/a.md' },
      region: { startLine: 7, startColumn: 23, endLine: 7, endColumn: 33 },
    });
    expect(note?.relatedLocations?.[0]).toEqual({
      physicalLocation: {
        artifactLocation: { uri: 'my%20book/a.md' },
        region: { startLine: 5, startColumn: 1 },
      },
      message: { text: 'the first of that name' },
    });
    for (const result of run?.results ?? [])
      expect(run?.tool.driver.rules?.[result.ruleIndex ?? -1]?.id).toBe(result.ruleId);
  });

  it('are annotations for GitHub, one a line, in which nothing of the manuscript is a command', async () => {
    const { out } = await check('--format', 'github');
    const lines = out.trimEnd().split('\n');
    expect(lines).toHaveLength(4);
    expect(lines[0]).toBe(
      '::warning file=my book/a.md,line=7,col=1,title=note-printed::The footnote “a” is written a second time, so this one is not printed%0AGive one of the two another name, and call it by that.%0Amy book/a.md:5  the first of that name',
    );
    expect(lines[1]).toMatch(/^::error file=my book\/a\.md,line=7,col=23,endColumn=33,title=image-exists::/);
    expect(lines[3]).toMatch(/^::notice /);
    const hostile = await desk({
      'book/a,b:c.md': '# One\n\n![%0A::error::x](x.png "\n::stop-commands::y")\n',
    });
    const said = (await octavo(hostile, ['check', 'book', '--format', 'github'])).out;
    expect(said).toContain('file=book/a%2Cb%3Ac.md,');
    for (const line of said.trimEnd().split('\n')) expect(line).toMatch(/^::(?:error|warning|notice) file=/);
  });

  it('have no other format', async () => {
    const { code, err } = await check('--format', 'xml');
    expect(code).toBe(2);
    expect(err).toContain('Allowed choices are pretty, json, sarif, github');
  });

  it('of a build, too', async () => {
    const { out, err } = await octavo(cwd, ['build', 'my book', '-e', 'epub', '--format', 'sarif']);
    expect(err).toBe('');
    expect((JSON.parse(out) as Log).runs[0]?.results).not.toEqual([]);
  });
});
