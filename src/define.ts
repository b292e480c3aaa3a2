import type { BookWritten } from './config/keys.js';
import type { Construct } from './model/construct.js';
import type { Edition } from './model/edition.js';
import type { Plugin } from './model/plugin.js';
import type { Rule } from './model/rule.js';
import type { Theme } from './model/theme.js';

/** What a configuration file (`octavo build --config book.config.ts`) exports: the keys of `book.yaml`, and plugins. */
export interface BookConfig extends Partial<BookWritten> {
  readonly plugins?: readonly Plugin[] | undefined;
}

/** Types a configuration; returns it unchanged. */
export const defineConfig = (config: BookConfig): BookConfig => config;

/** Types a construct; returns it unchanged. */
export const defineConstruct = (construct: Construct): Construct => construct;

/** Types a rule; returns it unchanged. */
export const defineRule = <Facts>(rule: Rule<Facts>): Rule<Facts> => rule;

/** Types an edition; returns it unchanged. */
export const defineEdition = (edition: Edition): Edition => edition;

/** Types a theme; returns it unchanged. */
export const defineTheme = (theme: Theme): Theme => theme;

/** Types a plugin; returns it unchanged. */
export const definePlugin = (plugin: Plugin): Plugin => plugin;
