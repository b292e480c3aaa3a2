import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { createParser } from '../markdown/parse.js';
import type { ResolvedConfig } from '../model/config.js';
import type { Construct } from '../model/construct.js';
import type { Edition } from '../model/edition.js';
import type { Say } from '../model/notice.js';
import type { Draft } from './draft.js';

/**
 * Parses every file, and leaves out drafts and what is for other readers.
 * @param files the files of the folder
 * @param refused given those that cannot be parsed
 * @param parsedOne told of each file before the next is parsed
 */
export async function parseAll(
  texts: readonly VFile[],
  files: readonly string[],
  constructs: readonly Construct[],
  known: readonly Edition[],
  config: ResolvedConfig,
  say: Say,
  refused: Set<string>,
  parsedOne: (tree: Root) => void,
): Promise<Draft[]> {
  const { metadata, words, typography, variables, abbreviations, profiles } = config;
  const editions = new Map(known.map(({ name, medium }) => [name, medium]));
  const parse = createParser(
    constructs,
    { lang: metadata.lang, words, typography, variables, abbreviations, profiles, files, editions },
    say,
  );
  const parsed = texts.flatMap((file): Draft[] => {
    const one = parse(file);
    if (one) parsedOne(one.tree);
    else refused.add(file.path);
    if (!one || (one.frontMatter.draft && !config.draft)) return [];
    const asked = one.frontMatter.profiles;
    return !asked || asked.some((name) => profiles.includes(name)) ? [{ file, ...one }] : [];
  });
  const drafts: Draft[] = [];
  for (const draft of parsed) {
    let { tree } = draft;
    for (const { mdast } of constructs) if (mdast) tree = await mdast(tree, draft.file, say);
    drafts.push({ ...draft, tree });
  }
  return drafts;
}
