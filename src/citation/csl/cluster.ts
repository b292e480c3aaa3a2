import { type Block, block, type Inline, type Output, partOf, plain, without, words } from './output.js';

/** One citation among those that stand in the same brackets, rendered. */
export interface CitedWork {
  readonly output: Output | undefined;
  readonly prefix?: Inline | undefined;
  readonly suffix?: Inline | undefined;
  readonly located: boolean;
  /** Its number, where the style numbers. */
  readonly number?: number | undefined;
  /** What its words lead to. */
  readonly url?: string | undefined;
  /** Only its names are a link: what follows has links of its own. */
  readonly linkNames: boolean;
}

type Options = Readonly<Record<string, string>>;

/** Joins the citations of one pair of brackets: numbers in a row become a range, works of one author share his name. */
export function joinCites(
  cites: readonly CitedWork[],
  delimiter: string,
  options: Options,
): Output | undefined {
  const { collapse } = options;
  if (collapse === 'citation-number') return joinNumbers(cites, delimiter);
  const byAuthor = collapse?.startsWith('year') || options['cite-group-delimiter'] !== undefined;
  return byAuthor
    ? joinAuthors(cites, delimiter, options)
    : inTurn(
        cites.map(whole),
        cites.map(() => delimiter),
      );
}

/** Blocks with what stands between each of them and the next. */
function inTurn(outputs: readonly (Output | undefined)[], delimiters: readonly string[]): Output | undefined {
  const there = outputs
    .map((output, i) => ({ output, delimiter: delimiters[i] }))
    .filter(({ output }) => output);
  return block(
    there.map(({ output, delimiter }, i) =>
      i < there.length - 1 ? block([output], { suffix: delimiter }) : output,
    ),
  );
}

function whole(cite: CitedWork): Output | undefined {
  const { output, prefix, suffix, linkNames } = cite;
  const names = linkNames ? partOf(output, 'names') : undefined;
  const linked = names ? relink(output, names, cite) : block([output], { url: cite.url });
  return block([prefix, linked, suffix]);
}

function relink(output: Output | undefined, names: Block, { url }: CitedWork): Output | undefined {
  if (output === names) return block([names], { url });
  if (output?.kind !== 'block') return output;
  return {
    ...output,
    children: output.children.map((child) => relink(child, names, { url } as CitedWork) ?? child),
  };
}

/** 1, 2 and 3 are 1–3. */
function joinNumbers(cites: readonly CitedWork[], delimiter: string): Output | undefined {
  const bare = (cite: CitedWork | undefined): number | undefined =>
    cite && !cite.prefix && !cite.suffix && !cite.located ? cite.number : undefined;
  const outputs: (Output | undefined)[] = [];
  const delimiters: string[] = [];
  for (let from = 0; from < cites.length; ) {
    let to = from;
    const number = bare(cites[from]);
    while (number !== undefined && bare(cites[to + 1]) === number + (to + 1 - from)) to++;
    const last = to - from >= 2 ? to : from;
    outputs.push(whole(cites[from] as CitedWork));
    if (last > from) {
      delimiters.push('–');
      outputs.push(whole(cites[last] as CitedWork));
    }
    delimiters.push(delimiter);
    from = last + 1;
  }
  return inTurn(outputs, delimiters);
}

/** Works of one author stand together, and behind the first of them his name is not said again. */
function joinAuthors(cites: readonly CitedWork[], delimiter: string, options: Options): Output | undefined {
  const groups: { names: string; cites: CitedWork[] }[] = [];
  for (const cite of cites) {
    const names = plain(partOf(cite.output, 'names'));
    const group = names && !cite.prefix ? groups.find((one) => one.names === names) : undefined;
    if (group) group.cites.push(cite);
    else groups.push({ names, cites: [cite] });
  }
  const { collapse } = options;
  const within = options['cite-group-delimiter'] ?? ', ';
  const after = options['after-collapse-delimiter'] ?? delimiter;
  const outputs: (Output | undefined)[] = [];
  const delimiters: string[] = [];
  for (const group of groups) {
    let year: string | undefined;
    for (const [i, cite] of group.cites.entries()) {
      const again = i > 0 && collapse?.startsWith('year');
      const bare = again ? nameless(cite.output) : cite.output;
      const letter = partOf(bare, 'year-suffix');
      const this_ = plain(without(partOf(bare, 'year'), letter));
      const onlyLetter = again && collapse !== 'year' && letter && this_ === year && !cite.located;
      year = cite.located || cite.suffix ? undefined : this_;
      if (onlyLetter) delimiters.splice(-1, 1, options['year-suffix-delimiter'] ?? within);
      outputs.push(whole({ ...cite, output: onlyLetter ? words(plain(letter)) : bare }));
      const ends = i === group.cites.length - 1;
      const plainEnd = group.cites.length > 1 && collapse ? after : delimiter;
      delimiters.push(ends ? plainEnd : cite.located || cite.suffix ? after : within);
    }
  }
  return inTurn(outputs, delimiters);
}

/** A citation without the names of who made the work. */
export function nameless(output: Output | undefined): Output | undefined {
  const names = partOf(output, 'names');
  return names ? without(output, names) : output;
}
