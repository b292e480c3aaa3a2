import { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { InternalError } from './binding/internal-error.js';
import { statisticsOf } from './book/statistics.js';
import { inBook } from './config/book-file.js';
import { valueValid } from './config/notices.js';
import { openDarkroom } from './darkroom/darkroom.js';
import { handoutsKept } from './kept.js';
import {
  describeArtifact,
  lastPrinted,
  type ManifestEntry,
  nextManifest,
  replacedFiles,
} from './manifest.js';
import { tellFault } from './manuscript/plugins/fault.js';
import type { Artifact } from './model/artifact.js';
import type { Book } from './model/book.js';
import type { ResolvedConfig } from './model/config.js';
import type { Edition, Tools } from './model/edition.js';
import type { FileMend, Ledger } from './model/notice.js';
import type { PrintedPages } from './model/page-break.js';
import type { Press } from './model/press.js';
import type { ChapterStatistics } from './model/statistics.js';
import { PressError } from './press/error.js';
import { pressNotices } from './press/notices.js';
import { type Reading, read } from './reading.js';
import { type BuildRequest, COMMAND_LINE, type World } from './request.js';
import { handoutsOfBuild, pagesOfPrint } from './told.js';
import { setFormulas } from './typeset/formulas.js';
import { showHandouts, showsHandouts } from './typeset/handouts.js';
import { highlight } from './typeset/highlight.js';
import { styleKeepsPages } from './typeset/notices.js';
import { typeset } from './typeset/typeset.js';
import { otherBookStays, outputWritable } from './workshop/notices.js';
import { whyNot } from './workshop/why-not.js';

/** What came of it. Author's mistakes are messages; only bugs are thrown. */
export interface BuildResult {
  readonly ok: boolean;
  readonly messages: readonly VFileMessage[];
  /** Every file that a message can speak of, by the path it is shown with. */
  readonly files: ReadonlyMap<string, VFile>;
  /** The output folder. */
  readonly output: string;
  readonly artifacts: readonly ManifestEntry[];
}

/** What can be said of a book without making it. */
export interface CheckResult extends Pick<BuildResult, 'messages' | 'files'> {
  /** How many files were read. */
  readonly chapters: number;
  /** Changes that mend what was said, where that needs no author. */
  readonly mends: readonly FileMend[];
  /** Counts what there is of the book, chapter by chapter; nothing of a book that could not be read. */
  statistics(): readonly ChapterStatistics[];
}

/**
 * Holds a book against the rules and makes nothing. Reads it as for a build and dresses it for its editions, and binds nothing: everything that can be said about it
 * without a browser.
 * @throws only what is a bug
 */
export async function check(request: BuildRequest, world: World): Promise<CheckResult> {
  const reading = await read(request, world);
  const { ledger, files, book, config, constructs, editions, helpers, own } = reading;
  reading.judge?.();
  await reading.spell?.();
  if (book) await setFormulas(book, ledger.say);
  try {
    for (const edition of [...editions, ...helpers])
      if (book && config) await typeset(book, edition, config, constructs, own, world.workshop, ledger.say);
  } catch (error) {
    tellFault(error, ledger.say);
  }
  return {
    messages: ledger.messages(),
    files,
    chapters: book?.chapters.length ?? 0,
    mends: ledger.mends(),
    statistics: () => (book && config ? statisticsOf(book, config) : []),
  };
}

/**
 * Builds a book: read, gather, typeset, bind, deliver. The output folder holds the new editions afterwards, or, if the
 * book has errors, what it held before.
 * @throws only what is a bug; a book that cannot be made is `ok: false`, with the reasons in `messages`
 */
export async function build(request: BuildRequest, world: World): Promise<BuildResult> {
  const { workshop } = world;
  const output = request.output ?? 'dist';
  await using press = world.press(request.browser);
  await using marker = workshop.marker?.();
  const reading = await read(request, world, press, marker);
  const { ledger, files, book, config, constructs, editions, helpers, own } = reading;
  let judged = false;
  const judge = (): void => {
    if (!judged) reading.judge?.();
    judged = true;
  };
  const failed = (): BuildResult => {
    judge();
    return { ok: false, messages: ledger.messages(), files, output, artifacts: [] };
  };
  if (!output.trim())
    ledger.say(valueValid, { key: '--output', reason: 'names no folder' }, { file: COMMAND_LINE });
  if (!book || !config) return failed();

  await setFormulas(book, ledger.say);
  if (!ledger.count('error')) await highlight(book, marker);
  const renditions = [];
  let artifacts: Artifact[] | undefined;
  try {
    for (const edition of [...editions, ...helpers])
      renditions.push({
        edition,
        rendition: await typeset(book, edition, config, constructs, own, workshop, ledger.say),
      });
    if (ledger.count('error')) return failed();
    const bound = await bind(book, config, renditions, press, ledger, world, judge, async () =>
      lastPrinted(await workshop.output(output).manifest(), book.metadata, sourcesOf(book, reading)),
    );
    // Those that were asked for come first.
    artifacts = bound?.slice(0, editions.length).flat();
  } catch (error) {
    tellFault(error, ledger.say);
  }
  judge();
  if (!artifacts || ledger.count('error')) return failed();

  // The browser has time to close while what it printed is delivered.
  press[Symbol.asyncDispose]().catch(() => undefined);
  const made = artifacts.map(describeArtifact);
  const sources = sourcesOf(book, reading);
  let replaced: ReturnType<typeof replacedFiles> = new Map();
  try {
    const version = (
      JSON.parse(new TextDecoder().decode(await workshop.own.read('package.json'))) as { version: string }
    ).version;
    await workshop
      .output(output)
      .deliver(new Map(artifacts.map(({ file }) => [file.path, file.value as Uint8Array])), (previous) => {
        replaced = replacedFiles(previous, book.metadata, made, sources);
        return nextManifest(previous, version, book.metadata, made, sources);
      });
  } catch (error) {
    ledger.say(
      outputWritable,
      { path: output, reason: whyNot(error) },
      { file: new VFile({ path: output }) },
    );
    return failed();
  }
  for (const [title, paths] of replaced)
    ledger.say(otherBookStays, { title, paths, output }, { file: new VFile({ path: output }) });
  return { ok: true, messages: ledger.messages(), files, output, artifacts: made };
}

/** Binds every edition; they share the browser, and what some of them tell the others, so they go side by side. */
async function bind(
  book: Book,
  config: ResolvedConfig,
  renditions: readonly { edition: Edition; rendition: Parameters<Edition['bind']>[0] }[],
  press: Press,
  ledger: Ledger,
  world: World,
  meanwhile: () => void,
  last: PrintedPages['last'],
): Promise<Artifact[][] | undefined> {
  const darkroom = openDarkroom(world.workshop.own);
  const editions = renditions.map(({ edition }) => edition);
  const printed = pagesOfPrint(editions, last);
  const handouts = handoutsOfBuild(book, editions);
  const bound = await Promise.allSettled(
    renditions.map(async ({ edition, rendition }) => {
      try {
        // A handout waits for none: that would be for itself.
        const shows = edition.name !== 'handouts' && showsHandouts(rendition);
        const whole = shows
          ? showHandouts(rendition, book.handouts, await handouts.known, config.words)
          : rendition;
        const tools: Tools = {
          press,
          darkroom,
          ledger,
          printed,
          handouts,
          meanwhile,
          progress: (text) => world.progress?.(text),
        };
        return edition.name === 'handouts' && world.kept
          ? await handoutsKept(edition, whole, tools, world.kept)
          : await edition.bind(whole, tools);
      } finally {
        // One that failed has told nothing, and nobody is to wait for it.
        if (edition.name === 'print') printed.tell(undefined);
        if (edition.name === 'handouts') handouts.tell(undefined);
      }
    }),
  );
  const styles = renditions[0]?.rendition.ownStyles ?? [];
  for (const result of bound) {
    if (result.status === 'fulfilled') continue;
    const { reason } = result;
    if (reason instanceof PressError)
      ledger.say(pressNotices[reason.reason], reason, reason.at ?? { file: new VFile({ path: 'browser' }) });
    else if (reason instanceof InternalError && styles.length)
      ledger.say(
        styleKeepsPages,
        { styles, reason: reason.message },
        { ...inBook(config.styles.length ? 'styles' : 'tokens'), cause: reason },
      );
    else throw reason;
  }
  return bound.every((result) => result.status === 'fulfilled')
    ? bound.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
    : undefined;
}

/** Every file that the book is made from, by its path in the manuscript. */
function sourcesOf(
  book: Book,
  { own, bookFile }: Pick<Reading, 'own' | 'bookFile'>,
): Map<string, Uint8Array> {
  const sources = new Map<string, Uint8Array>();
  for (const file of [...(bookFile ? [bookFile] : []), ...own])
    sources.set(file.path, new TextEncoder().encode(String(file.value)));
  for (const { file } of book.chapters)
    for (const one of file.data.origins?.map((origin) => origin.file) ?? [file])
      sources.set(one.path, new TextEncoder().encode(String(one.value)));
  for (const [path, asset] of book.assets) sources.set(path, asset.bytes);
  return sources;
}
