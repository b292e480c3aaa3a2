import type { Point, Position } from 'unist';
import type { VFile } from 'vfile';
import { type Document, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, visit } from 'yaml';
import type { Say } from '../model/notice.js';
import { yamlIsSmall, yamlParses } from './notices.js';
import { faultsOf } from './yaml-faults.js';

/** More YAML than this is no configuration, in characters. */
const LIMIT = 1024 * 1024;
/** How often aliases may be followed in one document. */
const ALIASES = 100;

/** YAML that has been read, and knows where each value stands. */
export interface Source {
  readonly value: unknown;
  /** The place of a key path in the author's file, or of as much of it as is there. */
  at(path: readonly PropertyKey[]): Position | undefined;
  /** The place of the last key of a path itself, not of its value. */
  keyAt(path: readonly PropertyKey[]): Position | undefined;
}

/**
 * Reads YAML with the places of its values kept.
 * @param skipped lines above the text in its file (front matter stands under its `---`)
 * @returns `undefined` after having said why, if it cannot be read
 */
export function readYaml(written: string, file: VFile, say: Say, skipped = 0): Source | undefined {
  // The library knows no line that ends as on an old Macintosh.
  const text = written.replace(/\r(?!\n)/g, '\n');
  if (text.length > LIMIT) {
    say(yamlIsSmall, { reason: 'it is larger than 1 MB' }, { file });
    return undefined;
  }
  const lines = new LineCounter();
  const point = (offset: number): Point => {
    const { line, col } = lines.linePos(offset);
    return { line: line + skipped, column: col };
  };
  const place = (start: number, end: number): Position => ({ start: point(start), end: point(end) });
  try {
    // The core schema keeps dates as the text they are. What the library would warn of on the terminal is said by us.
    const document = parseDocument(text, {
      lineCounter: lines,
      prettyErrors: false,
      schema: 'core',
      logLevel: 'error',
    });
    if (document.errors.some(({ code }) => code === 'RESOURCE_EXHAUSTION')) throw new RangeError();
    const faults = faultsOf(document, text);
    for (const fault of faults) say(yamlParses, fault, { file, node: place(fault.start, fault.end) });
    if (faults.length) return undefined;
    keepDigits(document);
    return {
      value: document.toJS({ maxAliasCount: ALIASES }) ?? {},
      at(path) {
        const nodes = nodesOn(path, document);
        const range = nodes.length > 1 ? nodes.at(-1)?.range : undefined;
        return range ? place(range[0], range[1]) : undefined;
      },
      keyAt(path) {
        const holder = nodesOn(path.slice(0, -1), document)[path.length - 1];
        const range = keyOf(holder, path.at(-1))?.range;
        return range ? place(range[0], range[1]) : undefined;
      },
    };
  } catch (error) {
    // Thrown for what is nested or aliased beyond reason.
    const reason =
      error instanceof RangeError
        ? 'it is nested too deeply'
        : 'its aliases unfold to far more than was written';
    say(yamlIsSmall, { reason }, { file });
    return undefined;
  }
}

/** A number that is not written as JavaScript would write it is text: the title 2.50, an ISBN that begins with 0, a trim of 0x0. */
function keepDigits(document: Document.Parsed): void {
  visit(document, {
    Scalar(_, scalar) {
      if (typeof scalar.value === 'number' && String(scalar.value) !== scalar.source)
        scalar.value = scalar.source;
    },
  });
}

/** The nodes on a path from the root on, as far as it goes. A list is entered by a number, or by one of its texts. */
function nodesOn(path: readonly PropertyKey[], document: Document.Parsed): Node[] {
  const nodes: Node[] = document.contents ? [document.contents] : [];
  for (const segment of path) {
    const node = nodes.at(-1);
    const next = isMap<Node, Node>(node)
      ? node.items.find(({ key }) => named(key, segment))?.value
      : isSeq<Node>(node)
        ? (node.items[Number(segment)] ?? node.items.find((item) => named(item, segment)))
        : undefined;
    if (!next) break;
    nodes.push(next);
  }
  return nodes;
}

function keyOf(holder: Node | undefined, name: PropertyKey | undefined): Node | undefined {
  return isMap<Node, Node>(holder) ? holder.items.find(({ key }) => named(key, name))?.key : undefined;
}

function named(node: Node | undefined, name: PropertyKey | undefined): boolean {
  return isScalar(node) ? String(node.value ?? '') === String(name) : String(node) === String(name);
}
