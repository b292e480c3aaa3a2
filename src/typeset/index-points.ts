import type { Element, ElementContent, Parents, Root, Text } from 'hast';

/** Elements within a line; any other begins a block of its own. */
const INLINE: ReadonlySet<string> = new Set(
  'a abbr b bdi bdo cite code del dfn em i ins kbd mark q rb ruby s samp small span strong sub time u var wbr'.split(
    ' ',
  ),
);
/** What stands in a line like a word, and holds none. */
const WORDLIKE: ReadonlySet<string> = new Set(['img', 'math', 'svg']);

/** A place that shows nothing, with where it stands. */
interface Point {
  readonly anchor: Element;
  readonly parent: Parents;
}

/** Points, and the word that they are to hold. */
interface Hold {
  readonly points: readonly Point[];
  readonly word: ElementContent;
  readonly parent: Parents;
}

/**
 * Lets a place that shows nothing, `[]{.index entry="…"}`, hold the word that it is about. Right behind a word it is never parted
 * from it; behind a space it would stay at the end of the line, and of the page, when the next word does not. So it takes that word
 * in, and its page is that of the word.
 */
export function holdIndexPoints(tree: Root): void {
  const holds: Hold[] = [];
  /** What stands before in this block. */
  let before: 'nothing' | 'space' | 'word' = 'nothing';
  let waiting: Point[] = [];
  const begin = (): void => {
    before = 'nothing';
    waiting = [];
  };
  const take = (word: ElementContent, parent: Parents): void => {
    if (waiting.length) holds.push({ points: waiting, word, parent });
    waiting = [];
    before = 'word';
  };
  const walk = (parent: Parents): void => {
    for (const node of parent.children) {
      if (node.type === 'text') {
        if (/\S/.test(node.value)) take(node, parent);
        if (/\s$/.test(node.value) && before === 'word') before = 'space';
      } else if (node.type !== 'element' || isCall(node)) continue;
      else if (isPoint(node)) {
        if (before === 'space') waiting.push({ anchor: node, parent });
      } else if (node.tagName === 'br') before = 'space';
      else if (WORDLIKE.has(node.tagName)) take(node, parent);
      else if (INLINE.has(node.tagName)) walk(node);
      else {
        begin();
        walk(node);
        begin();
      }
    }
  };
  walk(tree);
  for (const one of holds) hold(one);
}

function hold({ points, word, parent }: Hold): void {
  for (const { anchor, parent: around } of points)
    around.children.splice(around.children.indexOf(anchor as never), 1);
  const [lead, held, rest] = word.type === 'text' ? parted(word) : [undefined, word, undefined];
  const whole = points.reduceRight<ElementContent>((inner, { anchor }) => {
    anchor.children = [inner];
    return anchor;
  }, held);
  const parts = [lead, whole, rest].filter((part) => part !== undefined);
  parent.children.splice(parent.children.indexOf(word as never), 1, ...(parts as never[]));
}

/** A text as the space that it begins with, its first word and what is behind that. */
function parted(text: Text): [Text | undefined, Text, Text | undefined] {
  const [, lead = '', word = '', rest = ''] = /^(\s*)(\S*)(.*)$/su.exec(text.value) ?? [];
  const part = (value: string): Text | undefined => (value ? { ...text, value } : undefined);
  return [part(lead), { ...text, value: word }, part(rest)];
}

/** An element that is a place and nothing else. */
function isPoint({ tagName, properties, children }: Element): boolean {
  return tagName === 'span' && !children.length && Object.keys(properties).join() === 'id';
}

/** The number of a note hangs on to the word before it, and is none itself. */
function isCall({ tagName }: Element): boolean {
  return tagName === 'sup';
}
