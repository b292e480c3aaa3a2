import type { Html, Nodes, Root } from 'mdast';
import type { VFile } from 'vfile';
import { guess } from '../config/guess.js';
import type { Allowance } from '../model/allowance.js';
import type { Known, Say } from '../model/notice.js';
import { allowanceKnown, allowanceReasoned, allowanceUsed } from './notices-allowances.js';
import { INLINE } from './prose.js';

/** `<!-- octavo-allow words-stand-once: the song has it so -->`. */
const COMMENT = /^<!--\s*octavo-allow(-in-file)?\b([^:]*)(?::([\s\S]*))?-->$/;

/**
 * Finds what the author of a chapter wants to hear no more of: in the block right below the comment or around it, or in
 * the whole file. Without a reason it is not heeded, for nobody would know later whether it still holds.
 */
export function findAllowances(tree: Root, file: VFile, say: Say): void {
  const found: Allowance[] = [];
  walk(tree, tree);
  file.data.allowances = found;

  function walk(node: Nodes, block: Nodes): void {
    if (!('children' in node)) return;
    for (const [i, child] of node.children.entries()) {
      if (child.type === 'html')
        enter(child, block === node && block.type !== 'paragraph' ? node.children[i + 1] : block);
      else walk(child, INLINE.has(child.type) ? block : child);
    }
  }

  function enter(comment: Html, block: Nodes | undefined): void {
    const [whole, everywhere, names = '', reason = ''] = COMMENT.exec(comment.value.trim()) ?? [];
    if (whole === undefined) return;
    const ids = names.split(/[\s,]+/).filter(Boolean);
    if (!ids.length || !reason.trim()) {
      say(allowanceReasoned, { id: ids[0] ?? 'words-stand-once' }, { file, node: comment });
      return;
    }
    const { start, end } = block?.position ?? {};
    found.push({
      ids,
      from: everywhere ? 1 : (start?.line ?? 0),
      to: everywhere ? Number.POSITIVE_INFINITY : (end?.line ?? 0),
      position: comment.position,
      used: new Set(),
    });
  }
}

/**
 * Says which of them there was nothing to hush of, so that they do not outlive what they were for.
 * @param catalogue what messages there are
 * @param late ids of messages that are only said when pages are made
 */
export function holdAllowances(
  file: VFile,
  catalogue: ReadonlyMap<string, Known>,
  late: ReadonlySet<string>,
  say: Say,
): void {
  for (const { ids, position, used } of file.data.allowances ?? [])
    for (const id of ids) {
      const at = { file, node: position };
      if (!catalogue.has(id)) say(allowanceKnown, { id, guess: guess(id, [...catalogue.keys()]) }, at);
      else if (!used.has(id) && !late.has(id)) say(allowanceUsed, { id }, at);
    }
}
