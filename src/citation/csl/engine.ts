import type { PhrasingContent } from 'mdast';
import type { Reference } from '../../model/reference.js';
import type { Cite, Cluster } from './cite.js';
import { joinCites, nameless } from './cluster.js';
import type { Distinction, Situation } from './context.js';
import { type Candidate, distinguish } from './distinguish.js';
import type { Locale } from './locale.js';
import { ordered } from './order.js';
import { type Block, block, type Inline, type Output, partOf, plain, replaced, words } from './output.js';
import { placesOf } from './positions.js';
import { type Job, render } from './render.js';
import type { Part, Style } from './style.js';
import { toMdast } from './to-mdast.js';
import type { Element } from './xml.js';

/** A cluster as it is printed: in the sentence, and what stands in brackets or in the note. */
export interface Printed {
  readonly sentence: PhrasingContent[];
  readonly rest: PhrasingContent[];
}

/** A work in the list of what was cited. */
export interface Entry {
  readonly reference: Reference;
  /** Its number or label, where the style sets it apart. */
  readonly label: PhrasingContent[];
  readonly text: PhrasingContent[];
}

/**
 * Cites works by a style of CSL 1.0.2: everything about them that needs all of them.
 *
 * A processor of our own, because there is none to take: citeproc-js is under licences that would bind Octavo's users (CPAL,
 * AGPL), and so is all that is built on it; citeproc-rs stops at CSL 1.0.1 and refuses the styles of APA and IEEE as they are
 * today. Besides, trees come out of this one, so that each citation leads to its work and nothing is parsed twice.
 */
export function createEngine(
  style: Style,
  locale: Locale,
  works: ReadonlyMap<string, Reference>,
  clusters: readonly Cluster[],
  uncited: readonly string[],
): { print(cluster: Cluster, urlOf: (key: string) => string | undefined): Printed; entries(): Entry[] } {
  const keys = new Set([...clusters.flatMap(({ cites }) => cites.map(({ key }) => key)), ...uncited]);
  const cited = [...keys].flatMap((key): Candidate[] => {
    const reference = works.get(key);
    return reference ? [{ reference, distinction: {} }] : [];
  });
  const numbers = new Map(cited.map(({ reference }, i) => [reference.id, i + 1]));
  const jobOf = ({
    reference,
    distinction,
  }: Candidate): Pick<Job, 'reference' | 'distinction' | 'number'> => ({
    reference,
    distinction,
    number: numbers.get(reference.id),
  });
  const order = (part: Part, some: readonly Candidate[]): Candidate[] =>
    ordered(some, part, jobOf, style, locale);
  const listed = style.bibliography ? order(style.bibliography, cited) : cited;
  // Numbers follow the list, whatever it is sorted by.
  listed.forEach(({ reference }, i) => void numbers.set(reference.id, i + 1));
  const citing = (one: Candidate, situation: Situation, distinction = one.distinction): Output | undefined =>
    block(
      render(style.citation.layout.children, {
        ...jobOf(one),
        distinction,
        situation,
        style,
        locale,
        part: style.citation,
        mode: 'citation',
      }),
    );
  const short: Situation = style.kind === 'note' ? { position: 'subsequent' } : {};
  const seen = new WeakMap<Distinction, string>();
  distinguish(listed, style.citation.options, (one, distinction) => {
    const known = seen.get(distinction) ?? plain(citing(one, short, distinction));
    seen.set(distinction, known);
    return known;
  });
  const ranks = new Map(order(style.citation, listed).map(({ reference }, i) => [reference.id, i]));
  const rankOf = ({ key }: Cite): number => ranks.get(key) ?? 0;
  const byKey = new Map(listed.map((one) => [one.reference.id, one]));
  const places = placesOf(clusters, style);

  return {
    print(cluster, urlOf) {
      const { layout, options } = style.citation;
      const mine = cluster.cites.flatMap((cite) => {
        const candidate = byKey.get(cite.key);
        return candidate ? [{ ...candidate, cite }] : [];
      });
      // In a note the names are no words of the sentence, but of the citation.
      const inSentence = cluster.inSentence && cluster.note?.own !== false;
      const given = inSentence || cluster.cites.some(({ prefix }) => prefix.length);
      const sorted =
        given || !style.citation.keys.length
          ? mine
          : mine.toSorted((a, b) => rankOf(a.cite) - rankOf(b.cite));
      const first = mine[0];
      const cites = sorted.map((one) => {
        const { cite } = one;
        const output = citing(one, { ...places.get(cite), locator: cite.locator });
        const hidden = cite.nameless || (inSentence && one === first);
        return {
          // A citation that is nothing but names keeps them, unless they stand in the sentence before it.
          output: hidden ? (nameless(output) ?? (inSentence && !cluster.note ? undefined : output)) : output,
          prefix: inline(cite.prefix),
          suffix: inline(cite.suffix),
          located: cite.locator !== undefined,
          number: numbers.get(cite.key),
          url: urlOf(cite.key),
          linkNames: style.kind === 'note' && !hidden,
        };
      });
      const joined = joinCites(cites, layout.attributes.delimiter ?? '', options);
      // In a note with other text, its author sets the stops.
      const bare = cluster.note && !cluster.note.own;
      const { prefix, suffix } = layout.attributes;
      const affixes = bare ? {} : { prefix, suffix };
      const rest = joined && block([joined], affixes);
      const sentence = inSentence && first ? namesIn(first, citing(first, short)) : undefined;
      return { sentence: toMdast(sentence, locale), rest: begins(toMdast(rest, locale), cluster) };
    },
    entries: () => (style.bibliography ? entriesOf(style.bibliography, listed) : []),
  };

  /** The author as a word of the sentence. */
  function namesIn(one: Candidate, output: Output | undefined): Output | undefined {
    const own = partOf(output, 'names');
    return (
      own ??
      render([IN_SENTENCE], { ...jobOf(one), style, locale, part: style.citation, mode: 'citation' })[0]
    );
  }

  /** A note begins with a capital letter. */
  function begins(nodes: PhrasingContent[], { note }: Cluster): PhrasingContent[] {
    const [first, ...others] = nodes;
    if (!note?.own || first?.type !== 'text') return nodes;
    return [
      { ...first, value: first.value.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()) },
      ...others,
    ];
  }

  function entriesOf(part: Part, some: readonly Candidate[]): Entry[] {
    const substitute = part.options['subsequent-author-substitute'];
    const apart = part.options['second-field-align'] !== undefined;
    let before = '';
    return some.map((one) => {
      const made = render(part.layout.children, { ...jobOf(one), style, locale, part, mode: 'bibliography' });
      const [head, ...tail] = made;
      const { prefix, suffix } = part.layout.attributes;
      let text: Output | undefined = block(apart ? tail : made, { prefix, suffix });
      const names = partOf(text, 'names');
      const who = plain(names);
      if (substitute !== undefined && names && who && who === before)
        text = replaced(text, names, {
          ...names,
          children: [words(substitute)].filter((one) => one !== undefined),
        } as Block);
      before = who;
      return {
        reference: one.reference,
        label: apart ? toMdast(head, locale) : [],
        text: toMdast(text, locale),
      };
    });
  }
}

/** Names of a sentence, in a style whose citations have none. */
const IN_SENTENCE: Element = element('names', { variable: 'author' }, [
  element('name', { form: 'short', and: 'text', delimiter: ', ', 'et-al-min': '4', 'et-al-use-first': '1' }),
  element('substitute', {}, [
    element('names', { variable: 'editor' }),
    element('names', { variable: 'translator' }),
    element('text', { variable: 'title', form: 'short', 'font-style': 'italic' }),
  ]),
]);

function element(name: string, attributes: Record<string, string>, children: Element[] = []): Element {
  return { name, attributes, children, text: '', line: 0, column: 0 };
}

function inline(nodes: readonly PhrasingContent[]): Inline | undefined {
  return nodes.length ? { kind: 'inline', nodes } : undefined;
}
