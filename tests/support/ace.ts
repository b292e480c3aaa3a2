import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { browserPath } from '../../src/workshop/browser.js';
import { thisMachine } from '../../src/workshop/machine.js';
import { ROOT } from './desk.js';

const run = promisify(execFile);

interface Report {
  readonly 'earl:result': { readonly 'earl:outcome': string };
  readonly assertions: readonly {
    readonly 'earl:testSubject': { readonly url: string };
    readonly assertions: readonly {
      readonly 'earl:test': { readonly 'dct:title': string };
      readonly 'earl:result': { readonly 'dct:description': string; readonly html?: string };
    }[];
  }[];
}

/** What DAISY Ace finds wrong with the accessibility of an EPUB: `chapter.xhtml landmark-unique …`, and how many documents it read. */
export async function ace(epub: Uint8Array): Promise<{ violations: string[]; documents: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'octavo-ace-'));
  try {
    const book = join(folder, 'book.epub');
    await writeFile(book, epub);
    const env = { ...process.env, PUPPETEER_EXECUTABLE_PATH: await browserPath(thisMachine()) };
    const program = join(ROOT, 'node_modules/@daisy/ace-cli/bin/ace.js');
    await run(process.execPath, [program, '-s', '-f', '-o', join(folder, 'out'), book], { env });
    const report = JSON.parse(await readFile(join(folder, 'out/report.json'), 'utf8')) as Report;
    const violations = report.assertions.flatMap((one) =>
      one.assertions.map(
        (found) =>
          `${one['earl:testSubject'].url} ${found['earl:test']['dct:title']} ${found['earl:result'].html ?? ''}`,
      ),
    );
    if (!violations.length && report['earl:result']['earl:outcome'] !== 'pass')
      throw new Error('Ace fails the book and does not say why');
    return { violations, documents: report.assertions.length };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
