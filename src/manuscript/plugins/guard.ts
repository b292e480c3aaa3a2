import type { Construct } from '../../model/construct.js';
import type { At } from '../../model/notice.js';
import type { Plugin } from '../../model/plugin.js';
import { calling, PluginFault } from './fault.js';

/**
 * The same plugin, with its name on whatever it throws.
 * @param passes what is thrown through a plugin and is none of its fault: the browser has died
 * @param atOf where in the configuration something was thrown
 */
export function guarded(
  plugin: Plugin,
  passes: (cause: unknown) => boolean,
  atOf: (cause: unknown) => At,
): Plugin {
  /** An object with each of its functions guarded, on one level. */
  const guard = <Entry extends object>(part: string, entry: Entry): Entry => {
    const fault = (cause: unknown): Error =>
      cause instanceof PluginFault || (cause instanceof Error && passes(cause))
        ? cause
        : new PluginFault(plugin.name, part, cause, atOf(cause));
    return Object.fromEntries(
      Object.entries(entry).map(([key, value]) => [
        key,
        typeof value === 'function' ? calling(value as (...given: unknown[]) => unknown, fault) : value,
      ]),
    ) as Entry;
  };
  const construct = (one: Construct): Construct => {
    const part = `construct “${one.name}”`;
    const { handlers, handlersFor } = one;
    return {
      ...guard(part, one),
      ...(handlers && { handlers: guard(part, handlers) }),
      ...(handlersFor && {
        handlersFor: Object.fromEntries(
          Object.entries(handlersFor).map(([medium, own]) => [medium, guard(part, own)]),
        ),
      }),
    };
  };
  return {
    ...plugin,
    constructs: plugin.constructs?.map(construct) ?? [],
    rules: plugin.rules?.map((rule) => guard(`rule “${rule.id}”`, rule)) ?? [],
    editions:
      plugin.editions?.map((edition) => {
        const part = `edition “${edition.name}”`;
        return { ...guard(part, edition), matter: edition.matter.map((page) => guard(part, page)) };
      }) ?? [],
  };
}
