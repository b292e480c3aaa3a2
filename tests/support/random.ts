import { core } from '../../src/core.js';

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const PIECES = [
  ...(core.constructs ?? []).flatMap(({ sample, directives = [] }) => [
    ...sample.split('\n'),
    sample,
    ...directives,
  ]),
  ...' \n\t>|`*_~^=$\\[](){}<>!#@:;.,"\'-+&%/0',
  ...['\n\n', '\n> ', '\n- ', '\n1. ', '\n    ', '\n\t', '\n# ', '\n## ', '\n###### ', '\n---\n', '\n***\n'],
  ...[
    '```',
    '~~~',
    '$$',
    '**',
    '__',
    '~~',
    '==',
    ':::',
    '::',
    ':',
    '[^',
    ']:',
    '](',
    '][',
    '^[',
    '{#',
    '{.',
    '}',
  ],
  ...[
    '[^a]',
    '[^a]: note',
    '[a]: b.md',
    '![a](x.png)',
    '![',
    '@fig-a',
    '[@x, p. 3]',
    '{#fig-a}',
    '{width=40%}',
  ],
  ...[
    '<b>',
    '</b>',
    '<p',
    '<!--',
    '-->',
    '<script>',
    '<div>',
    '</div>',
    '<br/>',
    '<svg>',
    '<?x',
    '<![CDATA[',
  ],
  ...[
    '| a | b |\n| - | - |\n| c | d |',
    ': caption {#tbl-a}',
    '||',
    '| ^^ |',
    '\\frac{1}',
    '\\begin{pmatrix}',
  ],
  ...[
    '&amp;',
    '&#0;',
    '&#x110000;',
    '&nosuch;',
    '\u0000',
    '\ufeff',
    '\u200b',
    '\u202e',
    '\u00ad',
    '\ud83d\ude00',
  ],
  ...[
    'é',
    'ß',
    'שלום',
    '漢字',
    '\u0301',
    '\ud800',
    'İ',
    'ǅ',
    '１',
    'http://a.b/c?d=e&f',
    'a@b.c',
    '{{title}}',
    '{{x',
  ],
  ...[
    'word',
    'Another word.',
    'ends: so',
    'x-y',
    "it's",
    '"quoted"',
    '...',
    '--',
    '---',
    'a b c d e f',
    '2-4',
    '1/2',
  ],
];

/** A text of pieces of Markdown, of every construct and of nonsense. */
export function randomText(random: () => number): string {
  const length = 1 + Math.floor(random() * 60);
  return Array.from({ length }, () => PIECES[Math.floor(random() * PIECES.length)] ?? '').join('');
}
