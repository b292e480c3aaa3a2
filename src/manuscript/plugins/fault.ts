import { pluginWorks } from '../../config/notices.js';
import type { At, Say } from '../../model/notice.js';

/** What a plugin of the user's threw, with the plugin's name: no fault of Octavo, and no message of the book. */
export class PluginFault extends Error {
  override name = 'PluginFault';
  constructor(
    readonly plugin: string,
    /** What of it: `construct “aside”`. */
    readonly part: string,
    override readonly cause: unknown,
    readonly at: At,
  ) {
    super(reasonOf(cause));
  }
}

/** What is told of something that was thrown; it may be anything, and nothing. */
export function reasonOf(cause: unknown): string {
  const said = typeof cause === 'object' ? (cause as { readonly message?: unknown } | null)?.message : cause;
  return said ? String(said) : 'it throws nothing that says why';
}

/** Calls what a plugin brought along; whatever it throws, now or later, is known for the plugin's from then on. */
export function calling<Given extends unknown[], Result>(
  call: (...given: Given) => Result,
  fault: (cause: unknown) => Error,
): (...given: Given) => Result {
  return function (this: unknown, ...given: Given): Result {
    try {
      const result = call.apply(this, given);
      if (!(result instanceof Promise)) return result;
      return result.catch((cause: unknown) => {
        throw fault(cause);
      }) as Result;
    } catch (cause) {
      throw fault(cause);
    }
  };
}

/** Says that a plugin has failed; anything else that is thrown is a bug, and goes on. */
export function tellFault(error: unknown, say: Say): void {
  if (!(error instanceof PluginFault)) throw error;
  const { plugin, part, message, at } = error;
  say(pluginWorks, { plugin, part, reason: message }, at);
}
