import type { Root } from 'mdast';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { VFile } from 'vfile';
import { FRONT_MATTER_ALIASES, type FrontMatter, frontMatterSchema } from '../config/keys.js';
import { readYaml } from '../config/source.js';
import { validate } from '../config/validate.js';
import type { Construct } from '../model/construct.js';
import type { Say } from '../model/notice.js';
import { restoreUnknown } from './directives.js';
import { isReasonable, nestsReasonably } from './limits.js';

/** One chapter's text, understood as far as it can be by itself. */
export interface Parsed {
  readonly tree: Root;
  readonly frontMatter: FrontMatter;
}

/** Parses chapters; assembled once from the constructs, then frozen. */
export type Parse = (file: VFile) => Parsed | undefined;

/**
 * Assembles the parser.
 * @param lang language of chapters that name none
 * @returns a function that parses one chapter, or says why it cannot
 */
export function createParser(constructs: readonly Construct[], lang: string, say: Say): Parse {
  const processor = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkFrontmatter, ['yaml'])
    .use(remarkDirective)
    .freeze();
  const known = constructs.flatMap((construct) => construct.directives ?? []);
  return (file) => {
    if (!isReasonable(file, say)) return undefined;
    const tree = parseOrRefuse();
    if (!tree || !nestsReasonably(tree, file, say)) return undefined;
    const frontMatter = takeFrontMatter(tree, file, say);
    restoreUnknown(tree, file, known, say);
    for (const construct of constructs) construct.remark?.(tree, file, say, frontMatter.lang ?? lang);
    return { tree, frontMatter };

    function parseOrRefuse(): Root | undefined {
      try {
        return processor.parse(file);
      } catch (error) {
        // Only the depth of its recursion makes the parser fail.
        if (error instanceof RangeError) return undefined;
        throw error;
      }
    }
  };
}

function takeFrontMatter(tree: Root, file: VFile, say: Say): FrontMatter {
  const first = tree.children[0];
  if (first?.type !== 'yaml') return {};
  tree.children.shift();
  const source = readYaml(first.value, file, say, first.position?.start.line ?? 1);
  if (!source || !first.value.trim()) return {};
  return validate(frontMatterSchema, source, FRONT_MATTER_ALIASES, file, say, true);
}
