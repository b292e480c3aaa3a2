import { VFile } from 'vfile';
import type { Draft } from './book/draft.js';
import { parseAll } from './book/drafts.js';
import { gather } from './book/gather.js';
import { chaptersOf } from './book/one-file.js';
import { holdProfiles } from './book/profiles.js';
import { speakingFile } from './book/speaking-file.js';
import { missTitle, titleInFile, titleInFiles } from './book/title-in-files.js';
import { readLibrary } from './citation/library.js';
import type { BookFile } from './config/book-file.js';
import { resolveConfig } from './config/resolve.js';
import { holdTokens } from './config/tokens.js';
import { core } from './core.js';
import { editionsWithText } from './emptied.js';
import { judge } from './judging.js';
import { readAssets } from './manuscript/assets.js';
import { loadBook } from './manuscript/book-file.js';
import { loadConfig } from './manuscript/configuration.js';
import { isEnough } from './manuscript/enough.js';
import { withMetadataOfLoneFile } from './manuscript/lone-file.js';
import { folderExists } from './manuscript/notices.js';
import { readOwnStyles } from './manuscript/own-styles.js';
import { tellFault } from './manuscript/plugins/fault.js';
import { readPressProfiles } from './manuscript/press-profiles.js';
import { readChapters } from './manuscript/read.js';
import { shown as pathIn } from './manuscript/text.js';
import { withIncludes } from './markdown/includes.js';
import type { Book } from './model/book.js';
import type { CodeMarker } from './model/code-marker.js';
import type { ResolvedConfig } from './model/config.js';
import type { Construct } from './model/construct.js';
import type { Edition } from './model/edition.js';
import type { At, Ledger, Say } from './model/notice.js';
import type { Press } from './model/press.js';
import type { Folder } from './model/workshop.js';
import { PressError } from './press/error.js';
import { openLedger } from './report/ledger.js';
import { type BuildRequest, COMMAND_LINE, type World } from './request.js';
import { helpersOf } from './told.js';
import { beginMarking } from './typeset/highlight.js';

/** The browser may die while an edition of a plugin's is printed: that is none of its fault. */
const isPressError = (cause: unknown): boolean => cause instanceof PressError;

/** The book and the decisions about it, as far as they could be read. */
export interface Reading {
  readonly ledger: Ledger;
  readonly files: Map<string, VFile>;
  readonly book?: Book | undefined;
  readonly config?: ResolvedConfig | undefined;
  /** The editions that are asked for, and the constructs that they show. */
  readonly editions: readonly Edition[];
  /** Editions that those need, and that are not asked for. */
  readonly helpers: readonly Edition[];
  readonly constructs: readonly Construct[];
  readonly own: readonly VFile[];
  /** The configuration of the book, where it lies in a file. */
  readonly bookFile?: VFile | undefined;
  /** Holds the rules against the book: they judge and change nothing, so a build does it while the browser prints. */
  judge?(): void;
  /** Spells the text, if its author wants that: dictionaries take their time, and a build does not wait for them. */
  spell?(): Promise<void>;
}

/** Reads and gathers a book: everything that needs no edition. */
export async function read(
  request: BuildRequest,
  world: World,
  press?: Press,
  marker?: CodeMarker,
): Promise<Reading> {
  const nothing: Reading = {
    ledger: openLedger(),
    files: new Map(),
    editions: [],
    helpers: [],
    constructs: [],
    own: [],
  };
  try {
    return await readInto(nothing, request, world, press, marker);
  } catch (error) {
    tellFault(error, nothing.ledger.say);
    return nothing;
  }
}

async function readInto(
  nothing: Reading,
  request: BuildRequest,
  world: World,
  press?: Press,
  marker?: CodeMarker,
): Promise<Reading> {
  const { ledger, files } = nothing;
  const { say } = ledger;
  const keep = (file: VFile): void => void files.set(file.data.shownPath ?? file.path, file);
  const path = request.folder ?? 'manuscript';
  const named =
    request.configFile === undefined
      ? {}
      : await loadConfig(request.configFile, world.workshop, say, isPressError);
  if (!named) return nothing;
  const folder = await world.workshop.folder(path);
  if (typeof folder === 'string') {
    const isEdition = core.editions?.some(({ name }) => name === path);
    const editions = isEdition ? { editions: [...(request.editions ?? []), path] } : {};
    say(folderExists, { path, found: folder, ...editions }, { file: new VFile({ path }) });
    return nothing;
  }

  const settings = request.settings && {
    values: request.settings,
    file: new VFile({ path: 'configuration' }),
  };
  const bookFile = await loadBook(folder, say, named.config ?? request.config, named.settings ?? settings);
  ledger.heed(bookFile.values.rules ?? {});
  if (bookFile.file) keep(bookFile.file);
  for (const { file } of bookFile.listing?.values() ?? []) keep(file);
  const plugins = [core, ...(named.plugins ?? request.plugins ?? [])];
  const written = await readChapters(folder, bookFile, say);
  const { parts } = written;
  const refused = new Set(written.refused);
  const putTogether = (file: VFile): Promise<VFile> => wholeOf(file, folder, keep, say);
  const chapters = await Promise.all(written.chapters.map(putTogether));
  const texts = [...chapters, ...(await Promise.all([...written.partTexts.values()].map(putTogether)))];
  const speaking = bookFile.unread ? undefined : speakingFile(chapters);
  const values = speaking ? withMetadataOfLoneFile(bookFile.values, speaking) : bookFile.values;
  const config = resolveConfig(
    { ...bookFile, values },
    request,
    // It has to be looked for, in a text that is parsed for nothing else.
    values.title === undefined ? (speaking ? titleInFile(speaking) : titleInFiles(chapters)) : undefined,
    world.sourceDate,
    plugins,
    say,
    COMMAND_LINE,
  );
  const known = plugins.flatMap((plugin) => plugin.editions ?? []);
  const editions = config.editions.flatMap((name) => known.find((edition) => edition.name === name) ?? []);
  // The browser takes its time to start; it takes it while Markdown is parsed.
  const hasHandouts = chapters.some(({ data }) => data.place?.role === 'handout');
  const isPrinted = ({ medium, brings }: Edition): boolean =>
    medium === 'paged' || (hasHandouts && Boolean(brings));
  if (press && !ledger.count('error') && editions.some(isPrinted))
    void press.version().catch(() => undefined);

  if (chapters.length)
    world.progress?.(`reading ${chapters.length} ${chapters.length === 1 ? 'chapter' : 'chapters'}`);
  const constructs = plugins.flatMap((plugin) => plugin.constructs ?? []);
  const drafts = chaptersOf(
    await parseAll(
      texts,
      await folder.list(),
      constructs,
      known,
      config,
      say,
      refused,
      (tree) => marker && beginMarking(tree, marker),
    ),
    config.metadata.title,
  );
  if (chapters.length && !config.metadata.title) missTitle(path, bookFile, chapters[0], ledger);
  const shown = editions.map((edition) => edition.shows);
  const kept = new Set(drafts.map(({ file }) => file));
  if (!ledger.count('error') && !isEnough(path, shown, chapters, [...kept], say)) return nothing;

  const atProfile =
    bookFile.file && !request.profiles?.length
      ? { file: bookFile.file, node: bookFile.at('profile') }
      : { file: COMMAND_LINE };
  holdProfiles(config.profiles, texts, atProfile, say);
  const assets = await assetsOf(folder, drafts, bookFile, config, world, say);
  for (const profile of await readPressProfiles(folder, bookFile, config, say))
    assets.set(profile.path, profile);
  ledger.locate(
    new Map([
      ['book.yaml', bookFile.file?.data.shownPath ?? pathIn(folder, 'book.yaml')],
      ...[...assets.keys()].map((name) => [name, pathIn(folder, name)] as const),
    ]),
    bookFile.valueAt,
  );
  const own = await readOwnStyles(folder, bookFile, config, say);
  for (const file of own) keep(file);
  const sheets = [
    ...own.map(String),
    ...[config.theme, ...constructs].flatMap(({ cssText }) => cssText ?? []),
  ];
  holdTokens(config.tokens, sheets, placesOfTokens(bookFile), say);
  const library = await readLibrary(folder, bookFile, config, world.workshop.own, keep, say);
  const book = gather(config.metadata, parts, drafts, assets, config, say, library, refused);
  const isDefault = !request.editions?.length && !Object.keys(values.editions ?? {}).length;
  const filled = editionsWithText(editions, book, config, isDefault, ledger, (edition) =>
    askedAt(edition, bookFile, request),
  );
  const atSpelling = bookFile.file
    ? { file: bookFile.file, node: bookFile.at('spelling') }
    : { file: COMMAND_LINE };
  return {
    ledger,
    files,
    book,
    config,
    editions: filled,
    helpers: helpersOf(book, filled, known),
    constructs,
    own,
    bookFile: bookFile.file,
    judge: () => judge(book, kept, plugins, say),
    async spell() {
      if (!config.spelling) return;
      const { checkSpelling } = await import('./spelling/spelling.js');
      await checkSpelling(book, config.spelling.words, world.workshop.own, atSpelling, say);
    },
  };
}

/** A chapter with what it includes; every file of it is kept. */
async function wholeOf(file: VFile, folder: Folder, keep: (file: VFile) => void, say: Say): Promise<VFile> {
  const put = await withIncludes(file, folder, say);
  for (const one of [file, ...put.included]) keep(one);
  return put.file;
}

/** Where tokens are named and set. */
function placesOfTokens(book: BookFile): Parameters<typeof holdTokens>[2] {
  const file = book.file ?? COMMAND_LINE;
  return {
    name: (token) => ({ file, node: book.nameAt?.('tokens', token) }),
    value: (token) => ({ file, node: book.at('tokens', token) }),
  };
}

/** Where an edition is asked for: in the book's own file, unless the command line says which are to be made. */
function askedAt(edition: string, { file, nameAt }: BookFile, { editions }: BuildRequest): At {
  return file && !editions?.length ? { file, node: nameAt?.('editions', edition) } : { file: COMMAND_LINE };
}

/** The images that the book shows, its cover with them. */
function assetsOf(
  folder: Folder,
  drafts: readonly Draft[],
  book: BookFile,
  config: ResolvedConfig,
  { workshop }: World,
  say: Say,
): ReturnType<typeof readAssets> {
  const { cover } = config.metadata;
  const named = cover && book.file && { src: cover.src, at: { file: book.file, node: book.at('cover') } };
  return readAssets(folder, drafts, named, { hosts: config.allowHosts, download: workshop.download }, say);
}
