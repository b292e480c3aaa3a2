import type { Report } from './report.js';
import type { Element, Structure } from './structure.js';

/** What an element of some type may stand in and hold. */
interface Rule {
  readonly condition: string;
  readonly parents?: readonly string[];
  /** The types of its children, each with a space behind it. */
  readonly children?: RegExp;
}

const TABLE = '09-004';
const LIST = '09-005';
const CONTENTS = '09-006';
const RUBY = '09-007';
const WARICHU = '09-008';

/** ISO 32000-1, tables 333 (contents), 336 (lists), 337 (tables) and 338 (ruby and warichu). */
const RULES: Readonly<Record<string, Rule>> = {
  Table: {
    condition: TABLE,
    // The caption is the first child or the last one.
    children:
      /^(?:(?:Caption )?(?:(?:TR )+|(?:THead )?(?:TBody )+(?:TFoot )?)|(?:(?:TR )+|(?:THead )?(?:TBody )+(?:TFoot )?)Caption )$/,
  },
  THead: { condition: TABLE, parents: ['Table'], children: /^(?:TR )+$/ },
  TBody: { condition: TABLE, parents: ['Table'], children: /^(?:TR )+$/ },
  TFoot: { condition: TABLE, parents: ['Table'], children: /^(?:TR )+$/ },
  TR: { condition: TABLE, parents: ['Table', 'THead', 'TBody', 'TFoot'], children: /^(?:T[HD] )*$/ },
  TH: { condition: TABLE, parents: ['TR'] },
  TD: { condition: TABLE, parents: ['TR'] },
  L: { condition: LIST, children: /^(?:Caption )?(?:LI )+$/ },
  LI: { condition: LIST, parents: ['L'], children: /^(?:(?:Lbl|LBody) )+$/ },
  LBody: { condition: LIST, parents: ['LI'] },
  TOC: { condition: CONTENTS, children: /^(?:TOCI? )+$/ },
  TOCI: {
    condition: CONTENTS,
    parents: ['TOC'],
    children: /^(?:(?:Lbl|Reference|NonStruct|P|TOC) )*$/,
  },
  Ruby: { condition: RUBY, children: /^RB (?:RT |RP RT RP )$/ },
  RB: { condition: RUBY, parents: ['Ruby'] },
  RT: { condition: RUBY, parents: ['Ruby'] },
  RP: { condition: RUBY, parents: ['Ruby'] },
  Warichu: { condition: WARICHU, children: /^(?:WP WT WP )?$/ },
  WT: { condition: WARICHU, parents: ['Warichu'] },
  WP: { condition: WARICHU, parents: ['Warichu'] },
};

/**
 * Whether tables, lists, contents, ruby and warichu are put together as they must be (ISO 14289-1, 7.2). A fault is told
 * once, where it can be seen: of the parent if it may not hold the child, else of the child. What is written or pictured
 * right in an element that holds only others is a fault, too; rules and backgrounds are not, for whether those are
 * artifacts is for a person to say (01-001).
 */
export function checkNesting(tree: Structure, report: Report): void {
  for (const element of tree.elements) {
    const rule = RULES[element.type];
    if (!rule) continue;
    const { condition, parents, children } = rule;
    const parent = element.parent;
    // The parent tells it if it has a rule of its own.
    if (parents && !parents.includes(parent?.type ?? '') && !RULES[parent?.type ?? '']?.children)
      report.add(condition, () => `${tree.describe(element)} is in ${parent?.role ?? 'nothing'}.`);
    if (!children) continue;
    const types = typesIn(element);
    if (!children.test(types.map((type) => `${type} `).join('')))
      report.add(condition, () => `${tree.describe(element)} holds ${inShort(types)}.`);
    if (element.kids.some((kid) => kid.kind === 'mark' && (kid.text || kid.picture)))
      report.add(condition, () => `${tree.describe(element)} holds text or a picture without an element.`);
  }
}

const typesIn = ({ kids }: Element): string[] =>
  kids.flatMap((kid) => (kid.kind === 'element' ? [kid.type || kid.role] : []));

/** The first of its types, each only once where it stands in a row: a table may have thousands of rows. */
function inShort(types: readonly string[]): string {
  const first = types.filter((type, index) => type !== types[index - 1]).slice(0, 8);
  return first.length === 0 ? 'nothing' : first.join(', ');
}
