import type { Element, ElementContent, Parents, Properties } from 'hast';
import { h } from 'hastscript';
import type { Section } from '../model/rendition.js';
import { hasClass } from '../tree/classes.js';
import { visit } from '../tree/visit.js';

/** What of a title is shown where it is repeated, whatever it is there. */
const KEPT: ReadonlySet<string> = new Set(
  'em strong i b u s del ins cite q code var samp abbr dfn sub sup small ruby rb rt rp bdi bdo span'.split(
    ' ',
  ),
);
/** What is said of the words themselves; an id stands in a book once. */
const PROPERTIES = ['className', 'lang', 'dir', 'title', 'dataFolio'] as const;

/** A place for a title: its plain words stand there until it is known. */
export function titleOf(id: string, words: string): Element {
  return h('span', { dataTitle: id }, words);
}

/** Where titles stand, in its language and direction. */
type Titled = Pick<Section, 'tree'> & Partial<Pick<Section, 'lang' | 'dir'>>;

/**
 * Shows titles and captions as they were written where contents and lists repeat them: with the emphasis, the formulas and the
 * small capitals in them, without their notes, links and numbers. Where there is nothing but words, the plain words stay.
 */
export function fillTitles(sections: readonly Titled[]): void {
  const places = new Map<string, { place: Element; parent: Parents; within: string | undefined }[]>();
  for (const { tree, lang: within } of sections)
    visit(tree, 'element', (place, _, parent) => {
      const { dataTitle } = place.properties;
      if (typeof dataTitle !== 'string' || !parent) return;
      const all = places.get(dataTitle) ?? [];
      places.set(dataTitle, all);
      all.push({ place, parent, within });
    });
  if (!places.size) return;
  for (const { tree, lang, dir } of sections)
    visit(tree, 'element', (element) => {
      const waiting = places.get(String(element.properties.id ?? ''));
      if (!waiting) return;
      const written = writtenIn(element);
      const words = trimmed(written ? repeated(written) : []);
      const plain = words.every(({ type }) => type === 'text');
      const way = element.properties.dir ?? dir;
      const own = element.properties.lang ?? lang;
      for (const { place, within } of waiting) {
        if (!plain) place.children = structuredClone(words);
        // What runs the other way than the list must not draw its number and its folio along.
        if (way) place.children = [h('bdi', { lang: own, dir: way }, place.children)];
        else if (own !== within) place.children = [h('span', { lang: own }, place.children)];
      }
    });
  for (const { place, parent } of [...places.values()].flat())
    parent.children.splice(parent.children.indexOf(place), 1, ...place.children);
}

/** The words of a title: a heading's own, or those of the caption of a figure or table, or of an exercise. */
function writtenIn(element: Element): ElementContent[] | undefined {
  if (/^h[1-6]$/.test(element.tagName)) return element.children;
  const caption = element.children.find(
    (child) =>
      child.type === 'element' &&
      (/^(?:fig)?caption$/.test(child.tagName) || hasClass(child, 'exercise-title')),
  );
  return caption?.type === 'element' ? caption.children : undefined;
}

/** Without the spaces that parted it from its number and its credit. */
function trimmed(words: readonly ElementContent[]): ElementContent[] {
  const says = (node: ElementContent): boolean => node.type !== 'text' || node.value.trim() !== '';
  return words.slice(words.findIndex(says), words.findLastIndex(says) + 1).map((node, i, { length }) => {
    if (node.type !== 'text') return node;
    const value = i ? node.value : node.value.trimStart();
    return { ...node, value: i < length - 1 ? value : value.trimEnd() };
  });
}

/** A copy for another place: nothing in it can be pointed at, counted or pressed. */
function repeated(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type === 'text') return [{ type: 'text', value: node.value.replaceAll('\u00ad', '') }];
    if (node.type !== 'element') return [];
    const { tagName, properties } = node;
    if (tagName === 'math') return [withoutPlaces(node)];
    if (tagName === 'br') return [{ type: 'text', value: ' ' }];
    if (properties.dataFootnoteRef !== undefined || node.data?.partsCalls || ofFigure(properties)) return [];
    const children = repeated(node.children);
    if (!children.length || !(KEPT.has(tagName) || tagName === 'a')) return [];
    const said = PROPERTIES.flatMap((name) =>
      properties[name] === undefined ? [] : [[name, properties[name]]],
    );
    if (tagName === 'a' || (tagName === 'span' && !said.length)) return children;
    return [{ type: 'element', tagName, properties: Object.fromEntries(said), children }];
  });
}

/** The number and the credit stand at the figure. */
function ofFigure({ className }: Properties): boolean {
  return Array.isArray(className) && (className.includes('label') || className.includes('credit'));
}

function withoutPlaces(formula: Element): Element {
  const copy = structuredClone(formula);
  visit(copy, 'element', ({ properties }) => void delete properties.id);
  return copy;
}
