import type { Point, Position } from 'unist';
import type { VFile } from 'vfile';
import { isNode, LineCounter, parseDocument } from 'yaml';
import type { Say } from '../model/notice.js';
import { yamlIsSmall, yamlParses } from './notices.js';

/** More YAML than this is no configuration, in characters. */
const LIMIT = 1024 * 1024;
/** How often aliases may be followed in one document. */
const ALIASES = 100;

/** YAML that has been read, and knows where each value stands. */
export interface Source {
  readonly value: unknown;
  /** The place of a key path in the author's file. */
  at(path: readonly PropertyKey[]): Position | undefined;
}

/**
 * Reads YAML with the places of its values kept.
 * @param skipped lines above the text in its file (front matter stands under its `---`)
 * @returns `undefined` after having said why, if it cannot be read
 */
export function readYaml(text: string, file: VFile, say: Say, skipped = 0): Source | undefined {
  if (text.length > LIMIT) {
    say(yamlIsSmall, { reason: 'it is larger than 1 MB' }, { file });
    return undefined;
  }
  const lines = new LineCounter();
  const point = (offset: number): Point => {
    const { line, col } = lines.linePos(offset);
    return { line: line + skipped, column: col };
  };
  try {
    // The core schema keeps dates as the text they are.
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, schema: 'core' });
    for (const error of document.errors) {
      say(
        yamlParses,
        { reason: sentence(error.message) },
        { file, node: { start: point(error.pos[0]), end: point(error.pos[1]) } },
      );
    }
    if (document.errors.length) return undefined;
    return {
      value: document.toJS({ maxAliasCount: ALIASES }) ?? {},
      at(path) {
        for (let depth = path.length; depth > 0; depth--) {
          const node = document.getIn(path.slice(0, depth), true);
          if (isNode(node) && node.range) return { start: point(node.range[0]), end: point(node.range[1]) };
        }
        return undefined;
      },
    };
  } catch (error) {
    // Thrown for what is nested or aliased beyond reason.
    say(
      yamlIsSmall,
      {
        reason:
          error instanceof RangeError
            ? 'it is nested too deeply'
            : 'its aliases unfold to far more than was written',
      },
      { file },
    );
    return undefined;
  }
}

function sentence(message: string): string {
  const first = message.split('\n')[0] ?? message;
  return first.charAt(0).toLowerCase() + first.slice(1);
}
