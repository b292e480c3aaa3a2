import { type Context, has, textIn } from './context.js';
import { isNumeric } from './numbers.js';
import type { Element } from './xml.js';

type Test = (context: Context) => boolean;

/** The tests of an element; a style asks the same for every work. */
const KNOWN = new WeakMap<Element, readonly Test[]>();

/** Whether the conditions of `<if>` or `<else-if>` hold. */
export function holds(element: Element, context: Context): boolean {
  const tests = KNOWN.get(element) ?? testsOf(element);
  const { match } = element.attributes;
  if (match === 'any') return tests.some((test) => test(context));
  if (match === 'none') return !tests.some((test) => test(context));
  return tests.length > 0 && tests.every((test) => test(context));
}

function testsOf(element: Element): readonly Test[] {
  const tests = Object.entries(element.attributes).flatMap(([name, value]) => {
    const test = TESTS[name];
    const values = test ? value.split(/\s+/).filter(Boolean) : [];
    return values.map(
      (one): Test =>
        (context) =>
          test?.(one, context) ?? false,
    );
  });
  KNOWN.set(element, tests);
  return tests;
}

const TESTS: Readonly<Record<string, (value: string, context: Context) => boolean>> = {
  type: (type, { reference }) => reference.type === type,
  variable: (variable, context) => has(context, variable),
  'is-numeric': (variable, { reference, situation }) => {
    const value = variable === 'locator' ? situation.locator?.value : textIn(reference, variable);
    return value !== undefined && isNumeric(value);
  },
  'is-uncertain-date': (variable, { reference }) => reference.dates.get(variable)?.circa === true,
  locator: (label, { situation: { locator } }) =>
    locator !== undefined && locator.label.replaceAll(' ', '-') === label.replaceAll(' ', '-'),
  position: (wanted, { situation: { position = 'first', near }, mode }) => {
    if (mode !== 'citation') return false;
    if (wanted === 'near-note') return near === true;
    if (wanted === 'subsequent') return position !== 'first';
    if (wanted === 'ibid') return position === 'ibid' || position === 'ibid-with-locator';
    return position === wanted;
  },
  disambiguate: (value, { distinction }) => String(distinction.condition === true) === value,
};
