import type { PluggableList } from 'unified';
import type { Construct } from './construct.js';
import type { Edition } from './edition.js';
import type { Notice } from './notice.js';
import type { Rule } from './rule.js';
import type { Theme } from './theme.js';

/** What extends Octavo: a plain object, no life-cycle hooks. The built-in plugin is `core.ts`. */
export interface Plugin {
  readonly name: string;
  readonly constructs?: readonly Construct[];
  // biome-ignore lint/suspicious/noExplicitAny: a list of rules with different facts
  readonly rules?: readonly Rule<any>[];
  readonly editions?: readonly Edition[];
  readonly themes?: readonly Theme[];
  /**
   * Plugins of unified for Markdown, alone or as `[plugin, options]`. They see a chapter when every construct has had its turn
   * and before the chapters are brought together: what they add is counted, listed and linked like what the author wrote.
   */
  readonly remarkPlugins?: PluggableList;
  /**
   * Plugins of unified for HTML. They see a chapter once for each edition, when the author's own HTML has been read and before
   * anything is made safe: what they add passes the same list of elements and attributes, and what is not on it is reported.
   */
  readonly rehypePlugins?: PluggableList;
  // biome-ignore lint/suspicious/noExplicitAny: a list of notices with different facts
  readonly notices?: readonly Notice<any>[];
}
