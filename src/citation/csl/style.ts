import { all, childrenOf, type Element, isFault, readXml, type XmlFault } from './xml.js';

/** A CSL style, read and found usable. */
export interface Style {
  /** Citations stand in the text, or in notes. */
  readonly kind: 'in-text' | 'note';
  /** Numbers instead of names and years. */
  readonly numeric: boolean;
  /** Options that hold for the whole style: initials, particles, ranges of pages, names. */
  readonly options: Readonly<Record<string, string>>;
  readonly macros: ReadonlyMap<string, Element>;
  readonly citation: Part;
  readonly bibliography?: Part | undefined;
  /** Its own words, by language: they go before those of the locale. */
  readonly locales: readonly Element[];
  /** Whether it says itself where the letter behind a year stands. */
  readonly placesYearSuffix: boolean;
}

/** `<citation>` or `<bibliography>`. */
export interface Part {
  readonly options: Readonly<Record<string, string>>;
  /** Options that its names inherit. */
  readonly names: Readonly<Record<string, string>>;
  readonly layout: Element;
  readonly keys: readonly Element[];
}

/** Reads a style, or says why it is none. */
export function readStyle(text: string): Style | XmlFault {
  const root = readXml(text);
  if (isFault(root)) return root;
  const at = (element: Element, reason: string): XmlFault => ({
    reason,
    line: element.line,
    column: element.column,
  });
  if (root.name !== 'style') return at(root, `it begins with <${root.name}>, and a CSL style with <style>`);
  const [info] = childrenOf(root, 'info');
  const parent = info?.children.find(({ attributes }) => attributes.rel === 'independent-parent');
  if (parent) {
    const name = parent.attributes.href?.replace(/^.*\//, '') ?? '';
    return at(parent, `it only points to another style, “${name}”, and says nothing itself`);
  }
  const citation = partOf(root, 'citation');
  if (!citation) return at(root, 'it has no <citation> with a <layout>');
  const macros = new Map(childrenOf(root, 'macro').map((macro) => [macro.attributes.name ?? '', macro]));
  const elements = [...all(root)];
  const lost = elements.find(({ attributes: { macro } }) => macro !== undefined && !macros.has(macro));
  if (lost) return at(lost, `there is no macro “${lost.attributes.macro}” in it`);
  const round = circleIn(macros);
  if (round) return at(round, `the macro “${round.attributes.name}” calls itself`);
  const used = elements.filter(({ name }) => name === 'text' || name === 'number');
  return {
    kind: root.attributes.class === 'note' ? 'note' : 'in-text',
    numeric: [...all(citation.layout)].some(({ attributes }) => attributes.variable === 'citation-number'),
    options: root.attributes,
    macros,
    citation,
    bibliography: partOf(root, 'bibliography'),
    locales: childrenOf(root, 'locale'),
    placesYearSuffix: used.some(({ attributes }) => attributes.variable === 'year-suffix'),
  };
}

/** What `<name>` inherits under another word. */
const INHERITED: Readonly<Record<string, string>> = { 'name-form': 'form', 'name-delimiter': 'delimiter' };

function partOf(root: Element, name: string): Part | undefined {
  const [element] = childrenOf(root, name);
  const [layout] = element ? childrenOf(element, 'layout') : [];
  const [sort] = element ? childrenOf(element, 'sort') : [];
  if (!element || !layout) return undefined;
  const options = element.attributes;
  const names: Record<string, string> = {};
  for (const [key, value] of Object.entries({ ...root.attributes, ...options }))
    names[INHERITED[key] ?? key] = value;
  return { options, names, layout, keys: sort ? childrenOf(sort, 'key') : [] };
}

/** A macro that calls itself by any way round. */
function circleIn(macros: ReadonlyMap<string, Element>): Element | undefined {
  const done = new Set<string>();
  const open = new Set<string>();
  const visit = (name: string): Element | undefined => {
    const macro = macros.get(name);
    if (!macro || done.has(name)) return undefined;
    if (open.has(name)) return macro;
    open.add(name);
    for (const { attributes } of all(macro)) {
      const found = attributes.macro === undefined ? undefined : visit(attributes.macro);
      if (found) return found;
    }
    open.delete(name);
    done.add(name);
    return undefined;
  };
  for (const name of macros.keys()) {
    const found = visit(name);
    if (found) return found;
  }
  return undefined;
}
