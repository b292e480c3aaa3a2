import type { Cite, Cluster } from './cite.js';
import type { Position, Situation } from './context.js';
import type { Style } from './style.js';
import { all } from './xml.js';

/** Where each citation stands among the others of its work: the first, a later one, or right behind another. */
export function placesOf(clusters: readonly Cluster[], style: Style): Map<Cite, Situation> {
  const places = new Map<Cite, Situation>();
  const asks = [...style.macros.values(), style.citation.layout].some((root) =>
    [...all(root)].some(
      ({ attributes }) =>
        attributes.position !== undefined || /first-reference-note/.test(attributes.variable ?? ''),
    ),
  );
  if (!asks) return places;
  const near = Number(style.citation.options['near-note-distance'] ?? 5);
  let seen = new Map<string, { first: number | undefined; last: number | undefined }>();
  let last: Cluster | undefined;
  for (const cluster of clusters) {
    if (style.kind === 'note' && cluster.chapter !== last?.chapter) {
      seen = new Map();
      last = undefined;
    }
    for (const [i, cite] of cluster.cites.entries()) {
      const before = i ? cluster.cites[i - 1] : last?.cites.length === 1 ? last.cites[0] : undefined;
      const adjacent = i > 0 || !cluster.note || !last?.note || cluster.note.number - last.note.number <= 1;
      const known = seen.get(cite.key);
      const note = cluster.note?.number;
      const position = !known
        ? 'first'
        : before?.key === cite.key && adjacent
          ? ibid(cite, before)
          : 'subsequent';
      places.set(cite, {
        position,
        near: known?.last !== undefined && note !== undefined && note - known.last <= near,
        firstNote: known?.first,
      });
      seen.set(cite.key, { first: known ? known.first : note, last: note });
    }
    last = cluster;
  }
  return places;
}

function ibid({ locator }: Cite, { locator: before }: Cite): Position {
  if (!locator) return before ? 'subsequent' : 'ibid';
  const same = before && before.label === locator.label && before.value === locator.value;
  return same ? 'ibid' : 'ibid-with-locator';
}
