import type { Construct, Effects, State } from 'micromark-util-types';
import { fenceIn, type Line, lineAhead } from './fenced-line.js';

/**
 * The container of `micromark-extension-directive`, `:::name`, which ends at the first line of as many colons, made to end at the
 * line that closes it: blocks in one another may all be written with three colons, and colons in code are code.
 * @param container tries, once its content has begun, nothing but the fence that closes it, at the beginning of each line
 */
export function nestedDirective(container: Construct): Construct {
  return {
    ...container,
    tokenize(effects, ok, nok) {
      const fence = fenceIn();
      let size = 0;
      let within = false;
      const watched: Effects = {
        ...effects,
        enter(type, fields) {
          within ||= type === 'directiveContainerContent';
          return effects.enter(type, fields);
        },
        exit(type) {
          const token = effects.exit(type);
          if (type === 'directiveContainerSequence') size ||= token.end.offset - token.start.offset;
          return token;
        },
        attempt(tried, then, otherwise) {
          const attempt = effects.attempt(tried, then, otherwise);
          if (!within || !otherwise) return attempt;
          const line: Line = {};
          const decide: State = (code) => (fence.closes(line, size) ? attempt(code) : otherwise(code));
          return effects.check(lineAhead(line), decide, decide);
        },
      };
      return container.tokenize.call(this, watched, ok, nok);
    },
  };
}
