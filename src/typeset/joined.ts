import type { Element } from 'hast';
import type { Point } from 'unist';
import { VFile } from 'vfile';
import { visit } from '../tree/visit.js';

/** Several files as one. */
export interface Joined {
  readonly file: VFile;
  /** How many of its lines stand before those of each. */
  readonly before: ReadonlyMap<VFile, number>;
}

/**
 * One file of several, for a section that is put together from them: its lines know where they come from, so that a message names
 * the right file, and what is allowed in one is allowed here.
 */
export function joined(path: string, files: Iterable<VFile>): Joined {
  const file = new VFile({ path });
  const before = new Map<VFile, number>();
  const text: string[] = [];
  const origins: VFile['data']['origins'][] = [];
  const allowances: VFile['data']['allowances'][] = [];
  for (const one of new Set(files)) {
    const from = text.length;
    before.set(one, from);
    text.push(...String(one.value).split(/\r\n|\n|\r/));
    const own = one.data.origins ?? [{ line: 1, file: one, from: 1, shift: 0 }];
    origins.push(own.map((origin) => ({ ...origin, line: origin.line + from })));
    allowances.push(
      one.data.allowances?.map((allowance) => ({
        ...allowance,
        from: allowance.from + from,
        to: Math.min(allowance.to + from, text.length),
      })) ?? [],
    );
  }
  file.value = text.join('\n');
  file.data.origins = origins.flatMap((own) => own ?? []);
  file.data.allowances = allowances.flatMap((own) => own ?? []);
  return { file, before };
}

/** Gives everything in a passage the place in a joined file that it had in its own. */
export function moveDown(passage: Element, lines: number): void {
  const moved = ({ line, column }: Point): Point => ({ line: line + lines, column });
  visit(passage, (node) => {
    if (node.position) node.position = { start: moved(node.position.start), end: moved(node.position.end) };
  });
}
