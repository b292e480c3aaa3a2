import type { Element } from 'hast';
import { elements } from '../documents/rewrite.js';

const ANIMATED = /^(?:animate|animateMotion|animateTransform|set|marquee|video)$/;

/** Whether anything in the package may move: then nobody can promise that it does not flash. */
export function movesIn(
  trees: readonly Element[],
  css: string,
  resources: readonly { readonly mediaType: string; readonly bytes: Uint8Array }[],
): boolean {
  if (/@keyframes|\banimation\b/i.test(css)) return true;
  if (trees.some((tree) => [...elements(tree)].some(({ tagName }) => ANIMATED.test(tagName)))) return true;
  return resources.some(({ mediaType, bytes }) => {
    if (mediaType === 'image/gif') return true;
    return (
      mediaType === 'image/svg+xml' && /<animate|<set\b|@keyframes/.test(new TextDecoder().decode(bytes))
    );
  });
}
