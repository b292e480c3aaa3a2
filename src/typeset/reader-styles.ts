import type { Container, Document, Root } from 'postcss';
import type { VFile } from 'vfile';
import type { Say } from '../model/notice.js';
import { styleSuitsReaders } from './notices.js';

/** What an EPUB may not have in a stylesheet (EPUB 3.3, 6.3.1.2); its text says which way it is read. */
const REFUSED = /^(?:direction|unicode-bidi)$/i;
/** The class of a section, at the beginning of what is said of one element, and behind something else of it. */
const FIRST = /(?<=^|[\s>+~,(])\.sheet(?![\w-])/g;
const FURTHER = /\.sheet(?![\w-])/g;

/** Lets a stylesheet of the book say to e-readers what it says in other editions, as far as they may be told. */
export function settleForReaders(root: Root, file: VFile, say: Say): void {
  // Pages are the reader's own.
  root.walkAtRules(/^page$/i, (rule) => void rule.remove());
  root.walkDecls(REFUSED, (declaration) => {
    const { prop, source } = declaration;
    if (!isForPaper(declaration.parent))
      say(styleSuitsReaders, { property: prop }, { file, node: source?.start });
    declaration.remove();
  });
  root.walkRules(/\.sheet/, (rule) => {
    rule.selector = rule.selector.replace(FIRST, 'section').replace(FURTHER, '');
  });
}

function isForPaper(node: Container | Document | undefined): boolean {
  for (let one = node; one; one = one.parent)
    if (one.type === 'atrule' && 'params' in one && /\bprint\b/i.test(String(one.params))) return true;
  return false;
}
