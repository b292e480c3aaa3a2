import type { Root, RootContent } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Position } from 'unist';
import type { VFile } from 'vfile';
import { guess } from '../config/guess.js';
import { FRONT_MATTER_ALIASES, type FrontMatter, frontMatterSchema } from '../config/keys-front-matter.js';
import { editionKnown } from '../config/notices.js';
import { readYaml } from '../config/source.js';
import { settled } from '../config/typography.js';
import { validate } from '../config/validate.js';
import { byFrontMatter } from '../manuscript/front-matter-fences.js';
import { DEEPEST, isReasonable, nestsReasonably } from '../manuscript/limits.js';
import { nestingIsReasonable } from '../manuscript/notices-limits.js';
import type { Construct, Phase } from '../model/construct.js';
import type { Context, Setting } from '../model/context.js';
import type { Role } from '../model/manuscript.js';
import type { Say } from '../model/notice.js';
import { findAllowances } from './allowances.js';
import { applyAttributes, takeAttributes } from './attributes.js';
import { hangCaptions } from './captions.js';
import { remarkDirectives } from './directive-syntax.js';
import { restoreUnknown } from './directives.js';
import { editInPlace } from './edits.js';
import { fillExcerpts } from './excerpts.js';
import { dropExported } from './exported.js';
import { demoteOverlong, unbold } from './headings.js';
import { holdLanguages } from './languages.js';
import { lostFrontMatter } from './lost-front-matter.js';
import { takeLanguagesAlong } from './note-languages.js';
import { frontMatterCloses, markupIsRead } from './notices.js';
import { partCaptions } from './table-captions.js';
import { dropColours } from './terminal-colours.js';
import { writtenIn } from './written.js';

/** One chapter's text, understood as far as it can be by itself. */
export interface Parsed {
  readonly tree: Root;
  readonly frontMatter: FrontMatter;
  /** The place of a key of the front matter. */
  at(key: string): Position | undefined;
}

/** Parses chapters; assembled once from the constructs, then frozen. */
export type Parse = (file: VFile) => Parsed | undefined;

/**
 * Assembles the parser.
 * @returns a function that parses one chapter, or says why it cannot
 */
export function createParser(constructs: readonly Construct[], setting: Setting, say: Say): Parse {
  editInPlace();
  const known = constructs.flatMap((construct) => construct.directives ?? []);
  const readerOf = byFrontMatter((fences) =>
    unified()
      .use(remarkParse)
      .use(remarkGfm)
      .use(remarkFrontmatter, fences)
      .use(remarkDirectives, known)
      .use(constructs.flatMap((construct) => construct.syntax ?? []))
      .freeze(),
  );
  const processor = readerOf('');
  const fills = new Set(constructs.flatMap((construct) => construct.fills ?? []));
  const ofAll = constructs.flatMap((construct) => construct.attributesOfAll ?? []);
  const takes = new Map(
    constructs.flatMap(({ directives = [], attributes = [] }) =>
      directives.map((name) => [name, [...attributes, ...ofAll]] as const),
    ),
  );
  const inTurn = PHASES.flatMap((phase) => constructs.filter((one) => (one.phase ?? 'form') === phase));
  return (file) => {
    if (!isReasonable(file, say)) return undefined;
    const tree = parseOrRefuse();
    if (tree && String(file.value).includes('\u001b')) dropColours(tree);
    if (!tree || !nestsReasonably(tree, file, say)) return undefined;
    if (String(file.value).includes('octavo-allow')) findAllowances(tree, file, say);
    file.data.written = writtenIn(tree, String(file.value), fills);
    file.data.leftOut = [];
    const { frontMatter, at } = takeFrontMatter(tree, file, [...setting.editions.keys()], say);
    dropExported(tree, file);
    demoteOverlong(tree, file, say);
    const source = String(file.value);
    if (source.includes('::')) restoreUnknown(tree, file, takes, fills, say);
    if (source.includes('|')) partCaptions(tree, file);
    if (source.includes('{')) {
      takeAttributes(tree, file);
      holdLanguages(tree, file, say);
    }
    if (/^ {0,3}#.*(?:\*\*|__)/m.test(source)) unbold(tree);
    if (/!\[|caption=/.test(source)) hangCaptions(tree, file, say, (text) => processor.parse(text));
    if (source.includes('file=') || file.data.excerpts?.size) fillExcerpts(tree, file);
    const context = contextOf(setting, frontMatter, file.data.place?.role);
    if (source.includes('[^')) takeLanguagesAlong(tree, context.lang);
    file.data.profiles = new Set(frontMatter.profiles);
    for (const construct of inTurn)
      if (construct.mark?.test(source) ?? true) construct.remark?.(tree, file, say, context);
    applyAttributes(tree, file, say);
    return { tree, frontMatter, at };

    function parseOrRefuse(): Root | undefined {
      try {
        return readerOf(String(file.value)).parse(file);
      } catch (error) {
        if (error instanceof RangeError) say(nestingIsReasonable, { depth: DEEPEST }, { file });
        // The parser of definitions loses count where lists of them stand within one another in a quotation.
        else if (error instanceof TypeError)
          say(markupIsRead, {}, { file, node: unreadable(), cause: error });
        else throw error;
        return undefined;
      }
    }

    /** The first block that cannot be read by itself either. */
    function unreadable(): RootContent | undefined {
      const text = String(file.value);
      return plain.parse(text).children.find(({ position }) => {
        try {
          processor.parse(text.slice(position?.start.offset, position?.end.offset));
          return false;
        } catch {
          return true;
        }
      });
    }
  };
}

/** Blocks as CommonMark has them. */
const plain = unified().use(remarkParse).freeze();

/** What holds for one chapter: its own language, and its own variables before those of the book. */
function contextOf(
  setting: Setting,
  { lang = setting.lang, variables, typography, role: said }: FrontMatter,
  listed: Role | undefined,
): Context {
  return {
    ...setting,
    lang,
    role: said ?? listed,
    words: setting.words(lang),
    typography: settled(typography, setting.typography),
    variables: new Map([...setting.variables, ...Object.entries(variables ?? {})]),
  };
}

function takeFrontMatter(
  tree: Root,
  file: VFile,
  editions: readonly string[],
  say: Say,
): Omit<Parsed, 'tree'> {
  const nothing = { frontMatter: {}, at: () => undefined };
  const first = tree.children[0];
  if (first?.type !== 'yaml') {
    const lost = lostFrontMatter(String(file.value));
    if (lost) say(frontMatterCloses, lost, { file, node: { line: lost.line, column: 1 } });
    return nothing;
  }
  tree.children.shift();
  const source = readYaml(first.value, file, say, first.position?.start.line ?? 1);
  if (!source || !first.value.trim()) return nothing;
  const frontMatter = validate(frontMatterSchema, source, FRONT_MATTER_ALIASES, file, say, true);
  const asWritten = (name: PropertyKey): PropertyKey =>
    Object.keys(FRONT_MATTER_ALIASES).find(
      (one) => FRONT_MATTER_ALIASES[one] === name && source.keyAt([one]),
    ) ?? name;
  const at = (...[first, ...rest]: PropertyKey[]): Position | undefined =>
    source.at(first === undefined ? [] : [asWritten(first), ...rest]);
  for (const name of frontMatter.outputs ?? [])
    if (!editions.includes(name))
      say(
        editionKnown,
        { name, guess: guess(name, editions), known: editions },
        { file, node: at('outputs', name) },
      );
  return { frontMatter, at };
}

const PHASES: readonly Phase[] = ['choice', 'text', 'nodes', 'form', 'words', 'marks'];
