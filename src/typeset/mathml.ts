/** Attributes that any element of MathML may have (MathML Core, 2.1.3). */
const COMMON = ['mathcolor', 'mathbackground', 'mathsize', 'displaystyle', 'scriptlevel', 'mathvariant'];

/** MathML Core, what Octavo itself makes of TeX, and the alignment of columns that older readers know. */
const ELEMENTS: Readonly<Record<string, readonly string[]>> = {
  math: ['display', 'alttext', 'xmlns'],
  annotation: ['encoding'],
  menclose: ['notation'],
  merror: [],
  mfrac: ['linethickness'],
  mi: [],
  mmultiscripts: [],
  mn: [],
  mo: [
    'accent',
    'fence',
    'form',
    'largeop',
    'linebreak',
    'lspace',
    'maxsize',
    'minsize',
    'movablelimits',
    'rspace',
    'separator',
    'stretchy',
    'symmetric',
  ],
  mover: ['accent'],
  mpadded: ['depth', 'height', 'lspace', 'voffset', 'width'],
  mphantom: [],
  mprescripts: [],
  mroot: [],
  mrow: [],
  ms: [],
  mspace: ['depth', 'height', 'linebreak', 'width'],
  msqrt: [],
  mstyle: [],
  msub: [],
  msubsup: [],
  msup: [],
  mtable: ['columnalign', 'rowspacing'],
  mtd: ['columnalign', 'columnspan', 'rowspan'],
  mtext: [],
  mtr: ['columnalign'],
  munder: ['accentunder'],
  munderover: ['accent', 'accentunder'],
  semantics: [],
};

/** Declarations that a formula is spaced and ruled with; none can load anything, or leave its place. */
const STYLE =
  /^(?: *(?:(?:(?:padding|border)(?:-(?:left|right|top|bottom))?|margin-left|width|height|color|text-align|font-weight|math-depth):[\w.#% -]*|display:flex|justify-content:center)(?:;|$))* *$/;

/** What each element may have, for the list of what is let through. */
export const MATHML: Readonly<Record<string, (string | [string, RegExp])[]>> = Object.fromEntries(
  Object.entries(ELEMENTS).map(([name, own]) => [name, [...COMMON, ...own, ['style', STYLE]]]),
);

/** Whether a style is one that an element of MathML may have; no other element may have any. */
export function isFormulaStyle(tagName: string, style: unknown): boolean {
  return Object.hasOwn(MATHML, tagName) && STYLE.test(String(style));
}
