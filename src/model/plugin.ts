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
  // biome-ignore lint/suspicious/noExplicitAny: a list of notices with different facts
  readonly notices?: readonly Notice<any>[];
}
