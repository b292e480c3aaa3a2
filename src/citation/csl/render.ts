import type { Reference } from '../../model/reference.js';
import { holds } from './conditions.js';
import { type Context, type Distinction, isEnglish, type Situation, textOf } from './context.js';
import { renderDate } from './dates.js';
import type { Locale } from './locale.js';
import { renderNames } from './names.js';
import { pageRange, renderLabel, renderNumber } from './numbers.js';
import { block, dressed, type Output, type Part as OutputPart, words } from './output.js';
import { richText, withoutPeriods } from './rich-text.js';
import type { Part, Style } from './style.js';
import { changeCase } from './text-case.js';
import type { Element } from './xml.js';

/** Steps that one work may take through a style; a style that needs more goes on without end. */
const MOST_STEPS = 100_000;

/** A style that has no end. */
export class EndlessStyle extends Error {}

/** What one work is rendered with. */
export interface Job {
  readonly style: Style;
  readonly locale: Locale;
  readonly reference: Reference;
  readonly mode: Context['mode'];
  readonly part: Part;
  readonly number?: number | undefined;
  readonly situation?: Situation | undefined;
  readonly distinction?: Distinction | undefined;
  /** Options of names instead of those of the part, as a key for sorting has them. */
  readonly names?: Readonly<Record<string, string>> | undefined;
}

const NOWHERE: Situation = {};
const NOTHING: Distinction = {};

/** Renders elements of a style for one work. */
export function render(elements: readonly Element[], job: Job): (Output | undefined)[] {
  let steps = 0;
  const context: Context = {
    style: job.style,
    locale: job.locale,
    reference: job.reference,
    mode: job.mode,
    number: job.number,
    situation: job.situation ?? NOWHERE,
    distinction: job.distinction ?? NOTHING,
    names: job.names ?? job.part.names,
    asked: { variables: 0, found: [] },
    spent: new Set(),
    letter: { written: false },
    render(element, context) {
      if (++steps > MOST_STEPS) throw new EndlessStyle();
      return RENDERERS[element.name]?.(element, context);
    },
  };
  return elements.map((element) => context.render(element, context));
}

const RENDERERS: Readonly<Record<string, (element: Element, context: Context) => Output | undefined>> = {
  text: renderText,
  number: renderNumber,
  label: renderLabel,
  date: renderDate,
  names: renderNames,
  group(element, context) {
    const { variables } = context.asked;
    const found = context.asked.found.length;
    const children = element.children.map((child) => context.render(child, context));
    // Words of a group whose variables are all empty belong to nothing.
    if (context.asked.variables > variables && context.asked.found.length === found) return undefined;
    return dressed(element, children, { delimiter: element.attributes.delimiter });
  },
  choose(element, context) {
    const branch = element.children.find((one) => one.name === 'else' || holds(one, context));
    return (
      branch &&
      block(
        branch.children.map((child) => context.render(child, context)),
        { open: true },
      )
    );
  },
};

function renderText(element: Element, context: Context): Output | undefined {
  const { attributes } = element;
  const { variable, macro, term, value, form, plural, 'text-case': wanted } = attributes;
  if (macro !== undefined) {
    const children = context.style.macros.get(macro)?.children ?? [];
    const made = block(children.map((child) => context.render(child, context)));
    return made && dressed(element, changeCase([made], wanted, isEnglish(context)));
  }
  const made =
    variable === undefined
      ? [words(term === undefined ? value : context.locale.term(term, form, plural === 'true'))]
      : variableOutput(variable, form, context);
  const there = made.filter((one) => one !== undefined);
  const bare = attributes['strip-periods'] === 'true' ? there.map(withoutPeriods) : there;
  const [only] = bare;
  return dressed(element, changeCase(bare, wanted, isEnglish(context)), {
    part: PARTS[variable ?? ''],
    url: only?.kind === 'block' ? only.url : undefined,
  });
}

/** Variables that are looked for again when the whole is put together. */
const PARTS: Readonly<Record<string, OutputPart>> = {
  'year-suffix': 'year-suffix',
  'citation-number': 'number',
};

function variableOutput(
  variable: string,
  form: string | undefined,
  context: Context,
): (Output | undefined)[] {
  const value = textOf(context, variable, form);
  if (value === undefined) return [];
  if (variable === 'page' || variable === 'locator') {
    const dash = context.locale.term('page-range-delimiter') ?? '–';
    return richText(pageRange(value, context.style.options['page-range-format'], dash));
  }
  const url = addressOf(variable, value);
  return url ? [block([words(value, { fixed: true })], { url })] : richText(value);
}

/** Where an identifier leads. */
function addressOf(variable: string, value: string): string | undefined {
  const before = { URL: '', DOI: 'https://doi.org/', PMID: 'https://pubmed.ncbi.nlm.nih.gov/' }[variable];
  if (before === undefined) return undefined;
  const url = /^https?:\/\//i.test(value) ? value : before && before + value;
  return url && URL.canParse(url) ? url : undefined;
}
