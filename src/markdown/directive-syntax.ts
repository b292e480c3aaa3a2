import { directiveFromMarkdown } from 'mdast-util-directive';
import { directive } from 'micromark-extension-directive';
import type { Construct, Extension, State, Tokenizer } from 'micromark-util-types';
import type { Processor } from 'unified';
import { fencedDiv } from './fenced-div.js';
import { fencedDivFromMarkdown } from './fenced-div-tree.js';
import { nestedDirective } from './nested-directive.js';

const COLON = 58;

/**
 * Teaches the parser directives, `:name`, `::name` and `:::name`, and Pandoc's way of writing the last, `::: {.name}`. A colon
 * within a line begins a directive only if there is one of that name: in `12:30pm` and `mailto:a@b.org` it is a colon.
 * @param known directives as they are written
 */
export function remarkDirectives(this: Processor, known: readonly string[]): void {
  const data = this.data() as {
    micromarkExtensions?: Extension[];
    fromMarkdownExtensions?: unknown[];
  };
  const { flow, text } = directive();
  const inLine = [text?.[COLON] ?? []].flat().map((one) => onlyNamed(one, known));
  // Of the two that stand on lines of their own, the container alone is concrete: nothing interrupts it.
  const onLines = [flow?.[COLON] ?? []].flat().map((one) => (one.concrete ? nestedDirective(one) : one));
  data.micromarkExtensions ??= [];
  data.micromarkExtensions.push({
    flow: { [COLON]: [...onLines, fencedDiv] },
    ...(known.some((name) => /^:[^:]/.test(name)) ? { text: { [COLON]: inLine } } : {}),
  });
  data.fromMarkdownExtensions ??= [];
  data.fromMarkdownExtensions.push(directiveFromMarkdown(), fencedDivFromMarkdown(known));
}

/** The same construct, tried only where a known name stands behind its colon. */
function onlyNamed(construct: Construct, known: readonly string[]): Construct {
  const names = new Set(known.filter((name) => /^:[^:]/.test(name)).map((name) => name.slice(1)));
  const named: Construct = { tokenize: tokenizeName, partial: true };
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      return effects.check(named, effects.attempt(construct, ok, nok), nok);
    },
  };

  function tokenizeName(...[effects, ok, nok]: Parameters<Tokenizer>): State {
    let name = '';
    return (code) => {
      effects.enter('data');
      effects.consume(code);
      return inside;
    };
    function inside(code: Parameters<State>[0]): State | undefined {
      const letter = code !== null && code > 0 ? String.fromCodePoint(code) : '';
      if (/[\p{L}\p{N}_-]/u.test(letter)) {
        name += letter;
        effects.consume(code);
        return inside;
      }
      effects.exit('data');
      return names.has(name) ? ok(code) : nok(code);
    }
  }
}
