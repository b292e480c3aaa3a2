import type { Root } from 'hast';
import type { Artifact } from '../model/artifact.js';
import type { Tools } from '../model/edition.js';
import type { Rendition } from '../model/rendition.js';
import { bindBook } from './book.js';
import { rewrite } from './documents/rewrite.js';
import { ownBook } from './own-book.js';

/** Binds the solutions of a book as a PDF of its own, which names the page of each exercise where the printed book is made along with it. */
export async function bindAnswerKey(rendition: Rendition, tools: Tools): Promise<Artifact[]> {
  const printed = await tools.printed.known;
  const { metadata, words } = rendition;
  const key: Rendition = {
    ...rendition,
    metadata: ownBook(metadata, rendition.edition, words.exercises.key),
    sections: rendition.sections.map((section) => ({
      ...section,
      tree: withPages(section.tree, printed?.folios ?? new Map()),
    })),
  };
  return bindBook(key, `${metadata.slug}-answer-key.pdf`, tools);
}

/** Fills in the pages that are known, and takes out what waits for others. */
function withPages(tree: Root, folios: ReadonlyMap<string, string>): Root {
  const children = rewrite(tree.children, (node) => {
    const wanted = node.data && 'printed' in node.data ? node.data.printed : undefined;
    if (node.type !== 'element' || wanted === undefined) return [node];
    const folio = folios.get(wanted);
    if (!folio) return [];
    const children = node.children.map((child) =>
      child.type === 'element' ? { type: 'text' as const, value: folio } : child,
    );
    return [{ ...node, children }];
  });
  return { ...tree, children };
}
