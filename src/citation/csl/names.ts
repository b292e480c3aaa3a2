import type { Name } from '../../model/reference.js';
import type { Context } from './context.js';
import { nameOutput } from './name-parts.js';
import { block, dressed, formatOf, type Output, words } from './output.js';
import { withoutPeriods } from './rich-text.js';
import { changeCase } from './text-case.js';
import { childrenOf, type Element } from './xml.js';

/** A key by which a name is told from others. */
export function nameKey({ family = '', given = '', particle = '', literal = '', suffix = '' }: Name): string {
  return [literal, particle, family, given, suffix].join('\u0001');
}

/** `<names>`: authors, editors and the like, or what stands in for them. */
export function renderNames(element: Element, context: Context): Output | undefined {
  // In `<substitute>` a bare `<names>` is written as the one that it stands in for.
  const bare = !element.children.some(({ name }) => name === 'name' || name === 'label' || name === 'et-al');
  const model = context.inherited && bare ? context.inherited : element;
  const variables = (element.attributes.variable ?? '').split(/\s+/).filter(Boolean);
  const lists = variables.flatMap((variable) => {
    context.asked.variables++;
    const names = context.spent.has(variable) ? undefined : context.reference.names.get(variable);
    if (!names?.length) return [];
    context.asked.found.push(variable);
    return [{ variable, names }];
  });
  const [one, two] = lists;
  const both =
    lists.length === 2 &&
    one?.variable === 'editor' &&
    two?.variable === 'translator' &&
    JSON.stringify(one.names) === JSON.stringify(two.names) &&
    context.locale.term('editortranslator') !== undefined;
  const shown = both && one ? [{ ...one, variable: 'editortranslator' }] : lists;
  const delimiter = element.attributes.delimiter ?? context.names['names-delimiter'] ?? '';
  const parts = shown.map(({ variable, names }) => listOf(names, variable, model, context));
  // A count of names is a sum, and no text of names.
  const [name] = childrenOf(model, 'name');
  const counted = name?.attributes.form === 'count';
  const made = counted
    ? words(String(shown.reduce((sum, { names }) => sum + Math.min(names.length, 1e6), 0) || ''))
    : block(parts, { delimiter });
  if (made) return dressed(element, [made], { part: 'names' });
  return substitute(element, model, context);
}

/** The first thing in `<substitute>` that there is; what it is made of is not written again in this entry. */
function substitute(element: Element, model: Element, context: Context): Output | undefined {
  const [choices] = childrenOf(element, 'substitute');
  for (const choice of choices?.children ?? []) {
    const before = context.asked.found.length;
    const made = context.render(choice, { ...context, inherited: model });
    if (!made) continue;
    for (const variable of context.asked.found.slice(before)) context.spent.add(variable);
    return dressed(element, [made], { part: 'names' });
  }
  return undefined;
}

function listOf(
  names: readonly Name[],
  variable: string,
  model: Element,
  context: Context,
): Output | undefined {
  const [element] = childrenOf(model, 'name');
  const options = element ? optionsOf(element, context.names) : context.names;
  const list = writeList(names, variable, element, model, options, context);
  const at = model.children.findIndex(({ name }) => name === 'label');
  const label = model.children[at];
  if (!label || context.mode === 'sort') return list;
  const { form, plural = 'contextual', 'text-case': wanted } = label.attributes;
  const many = plural === 'always' || (plural === 'contextual' && names.length > 1);
  const term = words(context.locale.term(variable, form, many));
  const text = term && label.attributes['strip-periods'] === 'true' ? withoutPeriods(term) : term;
  const made = text && dressed(label, changeCase([text], wanted, context.locale.lang.startsWith('en')));
  const before = at < model.children.findIndex(({ name }) => name === 'name');
  return block(before ? [made, list] : [list, made]);
}

type Options = Readonly<Record<string, string>>;

/** Options of a `<name>` with those that it inherits; a style asks for the same ones for every work. */
const KNOWN = new WeakMap<Element, WeakMap<Options, Options>>();

function optionsOf(element: Element, inherited: Options): Options {
  const known = KNOWN.get(element) ?? new WeakMap<Options, Options>();
  KNOWN.set(element, known);
  const options = known.get(inherited) ?? { ...inherited, ...element.attributes };
  known.set(inherited, options);
  return options;
}

function writeList(
  names: readonly Name[],
  variable: string,
  element: Element | undefined,
  model: Element,
  options: Readonly<Record<string, string>>,
  context: Context,
): Output | undefined {
  const others = names.at(-1)?.literal === 'others';
  const all = others ? names.slice(0, -1) : names;
  const { shown, cut, useLast } = howMany(all.length, options, context);
  const written = all.slice(0, shown).map((name, i) => one(name, i, element, options, context));
  // Names that are only compared have nothing between them that an alphabet would count.
  if (context.mode === 'sort') return block(written, { delimiter: '\t' });
  const delimiter = options.delimiter ?? ', ';
  const [etAl] = childrenOf(model, 'et-al');
  const term = words(context.locale.term(etAl?.attributes.term ?? 'et-al'));
  const rest = term && block([term], { format: etAl && formatOf(etAl.attributes) });
  const affixes = {
    prefix: element?.attributes.prefix,
    suffix: element?.attributes.suffix,
    format: element && formatOf(element.attributes),
  };
  if (useLast) {
    const last = one(all.at(-1) as Name, all.length - 1, element, options, context);
    return block([...written, block([words('…'), last], { delimiter: ' ' })], { delimiter, ...affixes });
  }
  const inverted = options['name-as-sort-order'] !== undefined;
  const before = (rule: string | undefined, count: number): boolean =>
    rule === 'always' ||
    (rule !== 'never' &&
      (rule === 'after-inverted-name'
        ? inverted && (options['name-as-sort-order'] === 'all' || count === 1)
        : count > 1));
  if (cut || others) {
    if (!written.length) return undefined;
    const comma = before(options['delimiter-precedes-et-al'], written.length);
    return block([block(written, { delimiter }), rest], { delimiter: comma ? delimiter : ' ', ...affixes });
  }
  const and =
    options.and === 'symbol' ? '&' : options.and === 'text' ? context.locale.term('and') : undefined;
  if (!and || written.length < 2 || variable === '') return block(written, { delimiter, ...affixes });
  const comma = before(options['delimiter-precedes-last'], written.length - 1);
  const head = block(written.slice(0, -1), { delimiter });
  return block([head, written.at(-1)], {
    delimiter: `${comma ? delimiter.trimEnd() : ''} ${and} `,
    ...affixes,
  });
}

/** How many names are shown, and whether “et al.” or the last one follows. */
function howMany(
  count: number,
  options: Readonly<Record<string, string>>,
  { situation, mode, distinction }: Context,
): { shown: number; cut: boolean; useLast: boolean } {
  const again = mode === 'citation' && situation.position !== undefined && situation.position !== 'first';
  const number = (name: string): number | undefined => {
    const value = Number(
      (again ? options[`et-al-subsequent-${name}`] : undefined) ?? options[`et-al-${name}`],
    );
    return Number.isInteger(value) && value > 0 ? value : undefined;
  };
  const [min, use = 1] = [number('min'), number('use-first')];
  if (min === undefined || count < min || count <= use) return { shown: count, cut: false, useLast: false };
  const shown = Math.min(count, use + (distinction.moreNames ?? 0));
  const useLast = options['et-al-use-last'] === 'true' && count >= shown + 2;
  return { shown, cut: shown < count, useLast };
}

function one(
  name: Name,
  index: number,
  element: Element | undefined,
  options: Readonly<Record<string, string>>,
  context: Context,
): Output | undefined {
  const sorting = context.mode === 'sort';
  const order = options['name-as-sort-order'];
  const more = context.distinction.given?.get(nameKey(name));
  const asked = options.form === 'short' ? 'short' : 'long';
  const form = more && asked === 'short' ? 'long' : asked;
  const initialize = options['initialize-with'];
  const expanded = more === 'full' || options.initialize === 'false';
  return nameOutput(name, {
    element,
    options,
    form,
    inverted: form === 'long' && (sorting || order === 'all' || (order === 'first' && index === 0)),
    initials: initialize !== undefined && !expanded ? initialize : undefined,
    sorting,
  });
}
