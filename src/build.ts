import { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import type { Draft } from './book/draft.js';
import { gather } from './book/gather.js';
import { valueValid } from './config/notices.js';
import { type Flags, resolveConfig } from './config/resolve.js';
import { core } from './core.js';
import { describeArtifact, type ManifestEntry, nextManifest } from './manifest.js';
import { readAssets } from './manuscript/assets.js';
import { loadBook } from './manuscript/book-file.js';
import { loadConfig } from './manuscript/configuration.js';
import { isEnough } from './manuscript/enough.js';
import { fileExists, folderExists, titleGiven } from './manuscript/notices.js';
import { readChapters } from './manuscript/read.js';
import { readText } from './manuscript/text.js';
import { firstTitle } from './manuscript/title.js';
import { createParser } from './markdown/parse.js';
import type { Artifact } from './model/artifact.js';
import type { Book } from './model/book.js';
import type { ResolvedConfig } from './model/config.js';
import type { Construct } from './model/construct.js';
import type { Edition } from './model/edition.js';
import type { Ledger } from './model/notice.js';
import type { Plugin } from './model/plugin.js';
import type { Press } from './model/press.js';
import type { Workshop } from './model/workshop.js';
import { PressError } from './press/error.js';
import { pressNotices } from './press/notices.js';
import { openLedger } from './report/ledger.js';
import { typeset } from './typeset/typeset.js';
import { outputWritable } from './workshop/notices.js';

/** What to build. Every field may be left out. */
export interface BuildRequest extends Flags {
  /** Folder of the manuscript; `manuscript` by default. */
  readonly folder?: string | undefined;
  /** Folder for the finished editions; `dist` by default. */
  readonly output?: string | undefined;
  /** Path of a configuration, instead of the book's own: YAML, or a script, which is run. */
  readonly configFile?: string | undefined;
  /** A configuration that has been read already, instead of the book's own. */
  readonly config?: VFile | undefined;
  /** Keys of `book.yaml` as a configuration script gives them; they outweigh the book's own. */
  readonly settings?: object | undefined;
  readonly plugins?: readonly Plugin[] | undefined;
  /** Path of the browser to print with; never taken from a manuscript, for it is run. */
  readonly browser?: string | undefined;
}

/** Where the mistakes of a flag are shown. */
const COMMAND_LINE = new VFile({ path: 'command line' });

/** The world that a build works in. */
export interface World {
  readonly workshop: Workshop;
  /**
   * Opens the press; called once, disposed at the end.
   * @param browser path of a browser that the user named
   */
  press(browser?: string): Press;
  /** `SOURCE_DATE_EPOCH`, if it is set. */
  readonly sourceDate?: Date | undefined;
  /** Told how far it is. */
  progress?(text: string): void;
}

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

/**
 * Reads a book as for a build and dresses it for its editions, and binds nothing: everything that can be said about it
 * without a browser.
 */
export async function check(
  request: BuildRequest,
  world: World,
): Promise<Pick<BuildResult, 'messages' | 'files'> & { chapters: number }> {
  const { ledger, files, book, config, constructs, editions, own } = await read(request, world);
  for (const edition of editions)
    if (book && config) await typeset(book, edition, config, constructs, own, world.workshop, ledger.say);
  return { messages: ledger.messages(), files, chapters: book?.chapters.length ?? 0 };
}

/** The book and the decisions about it, as far as they could be read. */
export interface Reading {
  readonly ledger: Ledger;
  readonly files: ReadonlyMap<string, VFile>;
  readonly book?: Book | undefined;
  readonly config?: ResolvedConfig | undefined;
  /** The editions that are asked for, and the constructs that they show. */
  readonly editions: readonly Edition[];
  readonly constructs: readonly Construct[];
  readonly own: readonly VFile[];
}

/**
 * Builds a book: read, gather, typeset, bind, deliver. The output folder holds the new editions afterwards, or, if the
 * book has errors, what it held before.
 */
export async function build(request: BuildRequest, world: World): Promise<BuildResult> {
  const { workshop } = world;
  const output = request.output ?? 'dist';
  await using press = world.press(request.browser);
  const reading = await read(request, world, press);
  const { ledger, files, book, config, constructs, editions, own } = reading;
  const failed = (): BuildResult => ({
    ok: false,
    messages: ledger.messages(),
    files,
    output,
    artifacts: [],
  });
  if (!output.trim())
    ledger.say(valueValid, { key: '--output', reason: 'names no folder' }, { file: COMMAND_LINE });
  if (!book || !config) return failed();

  const renditions = [];
  for (const edition of editions)
    renditions.push({
      edition,
      rendition: await typeset(book, edition, config, constructs, own, workshop, ledger.say),
    });
  if (ledger.count('error')) return failed();

  const artifacts = await bind(renditions, press, ledger, world);
  if (!artifacts || ledger.count('error')) return failed();

  const made = artifacts.map(describeArtifact);
  try {
    const version = (
      JSON.parse(new TextDecoder().decode(await workshop.own.read('package.json'))) as { version: string }
    ).version;
    await workshop
      .output(output)
      .deliver(new Map(artifacts.map(({ file }) => [file.path, file.value as Uint8Array])), (previous) =>
        nextManifest(previous, version, book.metadata, made, sourcesOf(book)),
      );
  } catch (error) {
    ledger.say(
      outputWritable,
      { path: output, reason: (error as Error).message },
      { file: new VFile({ path: output }) },
    );
    return failed();
  }
  return { ok: true, messages: ledger.messages(), files, output, artifacts: made };
}

/** Reads and gathers a book: everything that needs no edition. */
export async function read(request: BuildRequest, world: World, press?: Press): Promise<Reading> {
  const ledger = openLedger();
  const { say } = ledger;
  const files = new Map<string, VFile>();
  const path = request.folder ?? 'manuscript';
  const nothing: Reading = { ledger, files, editions: [], constructs: [], own: [] };
  const named =
    request.configFile === undefined ? {} : await loadConfig(request.configFile, world.workshop, say);
  if (!named) return nothing;
  const folder = await world.workshop.folder(path);
  if (typeof folder === 'string') {
    say(folderExists, { path, found: folder }, { file: new VFile({ path }) });
    return nothing;
  }

  const settings = request.settings && {
    values: request.settings,
    file: new VFile({ path: 'configuration' }),
  };
  const bookFile = await loadBook(folder, say, named.config ?? request.config, named.settings ?? settings);
  ledger.heed(bookFile.values.rules ?? {});
  if (bookFile.file) keep(files, bookFile.file);
  for (const { file } of bookFile.listing?.values() ?? []) keep(files, file);
  const plugins = [core, ...(named.plugins ?? request.plugins ?? [])];
  const { parts, chapters, partTexts } = await readChapters(folder, bookFile, say);
  for (const file of [...chapters, ...partTexts.values()]) keep(files, file);
  const config = resolveConfig(
    bookFile,
    request,
    firstTitle(chapters[0]),
    world.sourceDate,
    plugins,
    say,
    COMMAND_LINE,
  );
  const known = plugins.flatMap((plugin) => plugin.editions ?? []);
  const editions = config.editions.flatMap((name) => known.find((edition) => edition.name === name) ?? []);
  // The browser takes its time to start; it takes it while Markdown is parsed.
  if (press && !ledger.count('error') && editions.some((edition) => edition.medium === 'paged'))
    void press.version().catch(() => undefined);

  if (chapters.length)
    world.progress?.(`reading ${chapters.length} ${chapters.length === 1 ? 'chapter' : 'chapters'}`);
  const constructs = plugins
    .flatMap((plugin) => plugin.constructs ?? [])
    .filter((construct) => config.typography || construct.name !== 'typography');
  const parse = createParser(
    constructs,
    config.metadata.lang,
    say,
    known.map((edition) => edition.name),
  );
  const drafts = [...chapters, ...partTexts.values()].flatMap((file): Draft[] => {
    const parsed = parse(file);
    return parsed && (config.draft || !parsed.frontMatter.draft) ? [{ file, ...parsed }] : [];
  });
  // A title that was given and is wrong, or stands in what could not be read, has been spoken of.
  const spokenOf =
    bookFile.unread ||
    (bookFile.at('title') && ledger.count('error')) ||
    chapters[0]?.messages.some((message) => message.fatal);
  if (chapters.length && !config.metadata.title && !spokenOf)
    say(
      titleGiven,
      { path },
      { file: bookFile.file ?? chapters[0] ?? new VFile({ path }), node: bookFile.at('title') },
    );
  const shown = editions.map((edition) => edition.shows);
  if (
    !ledger.count('error') &&
    !isEnough(
      path,
      shown,
      chapters,
      drafts.map(({ file }) => file),
      say,
    )
  )
    return nothing;
  const cover = config.metadata.cover &&
    bookFile.file && {
      src: config.metadata.cover.src,
      at: { file: bookFile.file, node: bookFile.at('cover') },
    };
  const assets = await readAssets(
    folder,
    drafts,
    cover,
    { hosts: config.allowHosts, download: world.workshop.download },
    say,
  );
  const own: VFile[] = [];
  for (const style of config.styles) {
    const at = {
      file: bookFile.file ?? new VFile({ path: 'configuration' }),
      node: bookFile.at('styles', style),
    };
    const missing = (): void => say(fileExists, { path: style }, at);
    const file = await readText(folder, style, say, { at, missing });
    if (file) own.push(file);
  }
  for (const file of own) keep(files, file);
  const book = gather(config.metadata, parts, drafts, assets, say);
  for (const rule of plugins.flatMap((plugin) => plugin.rules ?? []))
    rule.check(book, (facts, at) => say(rule, facts, at));
  return { ledger, files, book, config, editions, constructs, own };
}

function keep(files: Map<string, VFile>, file: VFile): void {
  files.set(file.data.shownPath ?? file.path, file);
}

/** Binds every edition; they share the browser and nothing else, so they go side by side. */
async function bind(
  renditions: readonly { edition: Edition; rendition: Parameters<Edition['bind']>[0] }[],
  press: Press,
  ledger: Ledger,
  world: World,
): Promise<Artifact[] | undefined> {
  const bound = await Promise.allSettled(
    renditions.map(({ edition, rendition }) =>
      edition.bind(rendition, { press, ledger, progress: (text) => world.progress?.(text) }),
    ),
  );
  for (const result of bound) {
    if (result.status === 'fulfilled') continue;
    const { reason } = result;
    if (!(reason instanceof PressError)) throw reason;
    ledger.say(pressNotices[reason.reason], reason, { file: new VFile({ path: 'browser' }) });
  }
  return bound.every((result) => result.status === 'fulfilled')
    ? bound.flatMap((result) => (result.status === 'fulfilled' ? result.value : []))
    : undefined;
}

function sourcesOf(book: Book): Map<string, Uint8Array> {
  const sources = new Map<string, Uint8Array>();
  for (const { file } of book.chapters) sources.set(file.path, new TextEncoder().encode(String(file.value)));
  for (const [path, asset] of book.assets) sources.set(path, asset.bytes);
  return sources;
}
