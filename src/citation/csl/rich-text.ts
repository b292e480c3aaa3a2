import { block, type Format, type Output, type Words, words } from './output.js';

const TAG = /<(\/?)(i|b|sup|sub|sc|span)(?:\s+(?:class="nocase"|style="font-variant:\s*small-caps;?"))?>/g;

const FORMATS: Readonly<Record<string, Format>> = {
  i: { italic: true },
  b: { bold: true },
  sup: { raised: 'sup' },
  sub: { raised: 'sub' },
  sc: { smallCaps: true },
};

interface Open {
  readonly tag: string;
  readonly format?: Format | undefined;
  readonly fixed: boolean;
  readonly children: Output[];
}

/**
 * Reads the few tags that a field of CSL-JSON may hold. Everything else in angle brackets is text, and a tag without its
 * partner is passed over.
 */
export function richText(value: string): Output[] {
  const stack: Open[] = [{ tag: '', fixed: false, children: [] }];
  const top = (): Open => stack.at(-1) as Open;
  const put = (text: string): void => {
    const { fixed, children } = top();
    const made = words(text, { own: true, ...(fixed ? { fixed } : {}) });
    if (made) children.push(made);
  };
  const close = (): void => {
    const { format, children } = stack.pop() as Open;
    const made = format ? block(children, { format }) : undefined;
    top().children.push(...(made ? [made] : children));
  };
  let from = 0;
  for (const match of value.matchAll(TAG)) {
    const [whole, closing, tag = ''] = match;
    put(value.slice(from, match.index));
    from = match.index + whole.length;
    if (!closing) {
      const format = whole.includes('small-caps') ? FORMATS.sc : FORMATS[tag];
      const fixed = top().fixed || whole.includes('nocase') || tag === 'sup' || tag === 'sub' || tag === 'sc';
      if (stack.length < DEEPEST) stack.push({ tag, format, fixed, children: [] });
    } else if (top().tag === tag) close();
  }
  put(value.slice(from));
  while (stack.length > 1) close();
  return top().children;
}

const DEEPEST = 20;

/** Goes through the words of an output from left to right and puts others in their place. */
export function mapWords(output: Output, change: (words: Words) => string): Output {
  if (output.kind === 'words') return { ...output, value: change(output) };
  if (output.kind === 'inline') return output;
  return { ...output, children: output.children.map((child) => mapWords(child, change)) };
}

/** `strip-periods`. */
export function withoutPeriods(output: Output): Output {
  return mapWords(output, ({ value }) => value.replaceAll('.', ''));
}
