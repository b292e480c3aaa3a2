import type { Construct } from './construct.js';
import type { Edition } from './edition.js';
import type { Notice } from './notice.js';
import type { Rule } from './rule.js';

/** A theme is one stylesheet that sets `--book-*` properties and may add rules of its own. */
export interface Theme {
  readonly name: string;
  readonly description: string;
  /** The typefaces of the text, as the colophon names them. */
  readonly typefaces: string;
  /** Path of its stylesheet inside the package. */
  readonly path: string;
}

/** What extends Octavo: a plain object, no life-cycle hooks. The built-in plugin is `core.ts`. */
export interface Plugin {
  readonly name: string;
  readonly constructs?: readonly Construct[];
  // biome-ignore lint/suspicious/noExplicitAny: a list of rules with different facts
  readonly rules?: readonly Rule<any>[];
  readonly editions?: readonly Edition[];
  readonly themes?: readonly Theme[];
  // biome-ignore lint/suspicious/noExplicitAny: a list of notices with different facts
  readonly notices?: readonly Notice<any>[];
}
