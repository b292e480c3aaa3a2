interface Mark {
  readonly sign: RegExp;
  readonly tool: string;
}

const COMMENT = String.raw`(?:#|//|--|%|;|<!--|/\*)[ \t]*`;

/** What other tools read in comments of code: which lines are to be marked, or taken out. */
const MARKS: readonly Mark[] = [
  {
    tool: 'Leanpub',
    sign: new RegExp(String.raw`^[ \t]*(?:${COMMENT})?(leanpub-(?:start|end)-[a-z]+)`, 'm'),
  },
  {
    tool: 'Docusaurus',
    sign: new RegExp(String.raw`^[ \t]*(?:\{/\*[ \t]*|${COMMENT})(highlight-(?:next-line|start|end))\b`, 'm'),
  },
  {
    tool: 'VitePress',
    sign: new RegExp(
      String.raw`${COMMENT}(\[!code (?:\+\+|--|highlight|hl|focus|error|warning|word)[^\]\n]{0,40}\])`,
    ),
  },
];

/** Lines of Rust that mdBook runs and does not show. */
const HIDDEN = /^[ \t]*# \S.*$/m;

/** The first of such marks in code, with what is done without it here. */
export function markIn(
  code: string,
  lang = '',
): { written: string; called: string; instead: string } | undefined {
  for (const { sign, tool } of MARKS) {
    const [, written] = sign.exec(code) ?? [];
    if (written)
      return {
        written,
        called: `a mark of ${tool} in code`,
        instead:
          'Take such comments out. A line is pointed at by # <1> at its end, which a list right below the code explains.',
      };
  }
  const [hidden] = (/^rust\b/.test(lang) && HIDDEN.exec(code)) || [];
  return hidden === undefined
    ? undefined
    : {
        written: hidden.trim(),
        called: 'a line of code that mdBook hides',
        instead: 'Take such lines out, or their sign where they are to be read.',
      };
}
