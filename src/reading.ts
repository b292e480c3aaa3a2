import { VFile } from 'vfile';
import type { Draft } from './book/draft.js';
import { parseAll } from './book/drafts.js';
import { hasSolutions } from './book/exercises.js';
import { gather } from './book/gather.js';
import { chaptersOf } from './book/one-file.js';
import { holdProfiles } from './book/profiles.js';
import { readLibrary } from './citation/library.js';
import type { BookFile } from './config/book-file.js';
import { catalogueOf } from './config/catalogue.js';
import { pluginWorks } from './config/notices.js';
import { type Flags, resolveConfig } from './config/resolve.js';
import { holdTokens } from './config/tokens.js';
import { core, SAID_LATER } from './core.js';
import { readAssets } from './manuscript/assets.js';
import { loadBook } from './manuscript/book-file.js';
import { loadConfig } from './manuscript/configuration.js';
import { isEnough } from './manuscript/enough.js';
import { metadataOfLoneFile } from './manuscript/lone-file.js';
import { bookHasSolutions, fileExists, folderExists, titleGiven } from './manuscript/notices.js';
import { PluginFault } from './manuscript/plugins/fault.js';
import { readPressProfiles } from './manuscript/press-profiles.js';
import { readChapters } from './manuscript/read.js';
import { shown as pathIn, readText } from './manuscript/text.js';
import { firstTitle } from './manuscript/title.js';
import { holdAllowances } from './markdown/allowances.js';
import { withIncludes } from './markdown/includes.js';
import type { Book } from './model/book.js';
import type { CodeMarker } from './model/code-marker.js';
import type { ResolvedConfig } from './model/config.js';
import type { Construct } from './model/construct.js';
import type { Edition } from './model/edition.js';
import type { At, Ledger, Say } from './model/notice.js';
import type { Plugin } from './model/plugin.js';
import type { Press } from './model/press.js';
import type { Folder, Workshop } from './model/workshop.js';
import { PressError } from './press/error.js';
import { openLedger } from './report/ledger.js';
import { helpersOf } from './told.js';
import { beginMarking } from './typeset/highlight.js';
import { shownIn } from './typeset/shown.js';

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

/** The browser may die while an edition of a plugin's is printed: that is none of its fault. */
const isPressError = (cause: unknown): boolean => cause instanceof PressError;

/** Where the mistakes of a flag are shown. */
export const COMMAND_LINE = new VFile({ path: 'command line' });

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

/** Says that a plugin has failed; anything else that is thrown is a bug, and goes on. */
export function tellFault(error: unknown, say: Say): void {
  if (!(error instanceof PluginFault)) throw error;
  const { plugin, part, message, at } = error;
  say(pluginWorks, { plugin, part, reason: message }, at);
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
    say(folderExists, { path, found: folder }, { file: new VFile({ path }) });
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
  const putTogether = async (file: VFile): Promise<VFile> => {
    const whole = await withIncludes(file, folder, say);
    for (const one of [file, ...whole.included]) keep(one);
    return whole.file;
  };
  const chapters = await Promise.all(written.chapters.map(putTogether));
  const texts = [...chapters, ...(await Promise.all([...written.partTexts.values()].map(putTogether)))];
  const [lone] = bookFile.file || bookFile.unread || chapters.length > 1 ? [] : chapters;
  const values = lone ? { ...metadataOfLoneFile(lone), ...bookFile.values } : bookFile.values;
  const config = resolveConfig(
    { ...bookFile, values },
    request,
    // It has to be looked for, in a text that is parsed for nothing else.
    values.title === undefined ? firstTitle(chapters[0]) : undefined,
    world.sourceDate,
    plugins,
    say,
    COMMAND_LINE,
  );
  const known = plugins.flatMap((plugin) => plugin.editions ?? []);
  const editions = config.editions.flatMap((name) => known.find((edition) => edition.name === name) ?? []);
  // The browser takes its time to start; it takes it while Markdown is parsed.
  const sheets = chapters.some(({ data }) => data.place?.role === 'handout');
  const isPrinted = ({ medium, brings }: Edition): boolean => medium === 'paged' || Boolean(brings && sheets);
  if (press && !ledger.count('error') && editions.some(isPrinted))
    void press.version().catch(() => undefined);

  if (chapters.length)
    world.progress?.(`reading ${chapters.length} ${chapters.length === 1 ? 'chapter' : 'chapters'}`);
  const constructs = plugins.flatMap((plugin) => plugin.constructs ?? []);
  const drafts = chaptersOf(
    await parseAll(texts, constructs, known, config, say, (tree) => marker && beginMarking(tree, marker)),
    config.metadata.title,
  );
  if (chapters.length && !config.metadata.title) missTitle(path, bookFile, chapters[0], ledger);
  const shown = editions.map((edition) => edition.shows);
  const kept = [...new Set(drafts.map(({ file }) => file))];
  if (!ledger.count('error') && !isEnough(path, shown, chapters, kept, say)) return nothing;

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
  );
  const own = await ownStyles(folder, bookFile, config, say);
  for (const file of own) keep(file);
  const configured = bookFile.file ?? COMMAND_LINE;
  holdTokens(
    config.tokens,
    [...own.map(String), ...[config.theme, ...constructs].flatMap(({ cssText }) => cssText ?? [])],
    {
      name: (token) => ({ file: configured, node: bookFile.nameAt?.('tokens', token) }),
      value: (token) => ({ file: configured, node: bookFile.at('tokens', token) }),
    },
    say,
  );
  const library = await readLibrary(folder, bookFile, config, world.workshop.own, keep, say);
  const book = gather(config.metadata, parts, drafts, assets, config, say, library);
  for (const edition of editions)
    if (edition.key && !hasSolutions(shownIn(book, edition).chapters))
      say(bookHasSolutions, { edition: edition.name }, askedAt(edition.name, bookFile, request));
  const judge = (): void => {
    try {
      for (const rule of plugins.flatMap((plugin) => plugin.rules ?? []))
        rule.check(book, (facts, at) => say(rule, facts, at));
    } catch (error) {
      tellFault(error, say);
    }
    const catalogue = catalogueOf(plugins);
    for (const file of new Set(drafts.map((draft) => draft.file)))
      holdAllowances(file, catalogue, SAID_LATER, say);
  };
  const at = bookFile.file ? { file: bookFile.file, node: bookFile.at('spelling') } : { file: COMMAND_LINE };
  const spell = async (): Promise<void> => {
    if (!config.spelling) return;
    const { checkSpelling } = await import('./spelling/spelling.js');
    await checkSpelling(book, config.spelling.words, world.workshop.own, at, say);
  };
  return {
    ledger,
    files,
    book,
    config,
    editions,
    helpers: helpersOf(book, editions, known),
    constructs,
    own,
    bookFile: bookFile.file,
    judge,
    spell,
  };
}

/** Where an edition is asked for: in the book's own file, unless the command line says which are to be made. */
function askedAt(edition: string, { file, nameAt }: BookFile, { editions }: BuildRequest): At {
  return file && !editions?.length ? { file, node: nameAt?.('editions', edition) } : { file: COMMAND_LINE };
}

/** Says that there is no title, unless one was given that is wrong or could not be read: that has been said. */
function missTitle(path: string, book: BookFile, first: VFile | undefined, ledger: Ledger): void {
  const spokenOf =
    book.unread ||
    (book.at('title') && ledger.count('error')) ||
    first?.messages.some((message) => message.fatal);
  if (spokenOf) return;
  const file = book.file ?? first ?? new VFile({ path });
  ledger.say(titleGiven, { path }, { file, node: book.at('title') });
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

/** The author's own stylesheets, in the order of the cascade. */
async function ownStyles(folder: Folder, book: BookFile, config: ResolvedConfig, say: Say): Promise<VFile[]> {
  const own: VFile[] = [];
  for (const path of config.styles) {
    const file = book.file ?? new VFile({ path: 'configuration' });
    const at = { file, node: book.at('styles', path) };
    const style = await readText(folder, path, say, { at, missing: () => say(fileExists, { path }, at) });
    if (style) own.push(style);
  }
  return own;
}
