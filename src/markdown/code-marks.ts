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

/** The first of such marks in code, with how a line is pointed at here. */
export function markIn(code: string): { written: string; called: string; instead: string } | undefined {
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
  return undefined;
}
