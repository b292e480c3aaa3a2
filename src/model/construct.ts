import type { Root as HastRoot } from 'hast';
import type { Root } from 'mdast';
import type { Handlers } from 'mdast-util-to-hast';
import type { Plugin } from 'unified';
import type { VFile } from 'vfile';
import type { Context } from './context.js';
import type { Notice, Say } from './notice.js';
import type { Medium } from './rendition.js';

/** Changes a tree, or makes another of it. */
export type Transform<Tree> = (tree: Tree, file: VFile, say: Say) => Promise<Tree>;
/**
 * When a construct changes the tree: `choice` takes out what this reader is not to see; `text` completes what the author
 * typed; `nodes` makes nodes of signs that the parser left in the text, such as a note or a reference; then the others give
 * nodes their `form`; `words` reads the words that all of them leave, and `marks` sets the marks between them. Within a phase
 * nothing depends on the order.
 */
export type Phase = 'choice' | 'text' | 'nodes' | 'form' | 'words' | 'marks';

/** One thing an author can write. */
export interface Construct {
  readonly name: string;
  /** Markdown that shows it: its test and its page in the handbook. */
  readonly sample: string;
  /** A plugin that teaches the parser a syntax of its own; the processor is assembled from these, then frozen. */
  readonly syntax?: Plugin<[]>;
  /** When `remark` is its turn; `form` if it does not say. */
  readonly phase?: Phase;
  /** What the text of a chapter holds if this is in it, so that no other is searched. A pattern without flags `g` and `y`. */
  readonly mark?: RegExp;
  /**
   * Changes the chapter's tree where the author used it, and leaves typed marks on `node.data`. Where it leaves out text of
   * the author's, it says so in `file.data.leftOut`.
   */
  remark?(tree: Root, file: VFile, say: Say, context: Context): void;
  /** How its nodes become HTML, in every medium … */
  readonly handlers?: Handlers;
  /** … and where one medium differs. */
  readonly handlersFor?: Partial<Record<Medium, Handlers>>;
  /** Directives that are its own, as they are written (`:::note`, `::lines`), so that any other can be reported. */
  readonly directives?: readonly string[];
  /** Those of them that stand on one line and fill themselves: words in their brackets would be nowhere, and are reported. */
  readonly fills?: readonly string[];
  /** Attributes that its directives take besides id, class, language and direction; any other is reported. */
  readonly attributes?: readonly string[];
  /** Attributes that it reads on every directive. */
  readonly attributesOfAll?: readonly string[];
  /**
   * What plugins of unified do to a chapter as a whole: to its Markdown when every construct has had its turn, and to its HTML,
   * once for each medium, before that is made safe.
   */
  readonly mdast?: Transform<Root>;
  readonly hast?: Transform<HastRoot>;
  /** Stylesheet: one of Octavo's own by its name in `styles/constructs/`, that of a plugin by its path beside the configuration. */
  readonly css?: string;
  /** The stylesheet itself, instead of a file. */
  readonly cssText?: string;
  /** What it can complain of. */
  // biome-ignore lint/suspicious/noExplicitAny: a list of notices with different facts
  readonly notices?: readonly Notice<any>[];
}
