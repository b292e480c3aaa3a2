import type { Emphasis, Paragraph, Parent, PhrasingContent, RootContent, Text } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { Position } from 'unist';
import { escapesIn } from '../markdown/brackets.js';
import { offsetsOf, placesIn } from '../markdown/places.js';
import type { Construct } from '../model/construct.js';
import type { Notice } from '../model/notice.js';
import { textOf } from '../tree/text-of.js';
import { visit } from '../tree/visit.js';

const speakerNamed: Notice<Record<string, never>> = {
  id: 'speaker-named',
  severity: 'warning',
  says: () => 'Nobody speaks in this dialogue: none of its lines begins with a name and a colon',
  remedy: () => 'Write each speech on a line of its own, after who says it: Anna: Where were you?',
  why: 'The speaker is what sets one speech apart from the next, for the eye and for a listener.',
};

/** A name as it begins a line: no sentence, but titles and initials end with a full stop in it. */
const NAME_TEXT = String.raw`[\p{Lu}\p{Lt}\p{Lo}](?:[^\n:：.,;!?"“„«]|(?<=(?<!\p{L})\p{L}{1,4})\.(?=[\p{L} ])){0,39}?`;
/** Its colon, before which French puts a space, and behind which Chinese and Japanese put none. */
const COLON_TEXT = '[ \u00a0\u202f]?(?::(?=\\s|$)|：)';
const NAME = new RegExp(`^${NAME_TEXT}${COLON_TEXT}`, 'u');
/** A name whose colon stands behind what follows. */
const BARE_NAME = new RegExp(`^${NAME_TEXT}[ \u00a0]?$`, 'u');
/** A name that is slanted, as a direction may be that is none. */
const SLANTED_NAME = new RegExp(`^${NAME_TEXT}(?:${COLON_TEXT})?$`, 'u');
/** The same colon behind a name in bold, or a stage direction. */
const COLON = new RegExp(`^${COLON_TEXT}`, 'u');

/**
 * `:::dialogue`: who says what. A line that begins with a name and a colon, `Anna: Where were you?`, `**Anna:** Where …` or `*Anna:* Where …`,
 * begins a speech; a backslash before the colon makes it one like any other. How it is said stands before the colon, in
 * parentheses or slanted: `Anna *(softly)*: Where …`.
 */
export const dialogue: Construct = {
  name: 'dialogue',
  sample: ':::dialogue\n**Anna:** Where were you?\n**Ben:** Out.\n\nHe sits down.\n:::\n',
  directives: [':::dialogue'],
  css: 'dialogue',
  notices: [speakerNamed],
  mark: /:::/,
  remark(tree, file, say) {
    const source = String(file.value);
    visit(tree, 'containerDirective', (node: ContainerDirective) => {
      if (node.name !== 'dialogue') return;
      if (!setSpeeches(node, source)) say(speakerNamed, {}, { file, node });
      node.data = { ...node.data, hName: 'div', hProperties: { className: ['dialogue'] } };
    });
  },
};

declare module 'mdast' {
  interface Data {
    /** This paragraph begins with who says it. */
    speech?: boolean;
  }
}

/** Sets the speeches of a dialogue, and of what in it has a language, a class or readers of its own; whether there are any. */
function setSpeeches(block: Parent, source: string): boolean {
  let speaks = false;
  block.children = block.children.flatMap((child): RootContent[] => {
    if (child.type === 'paragraph' && !child.data?.directiveLabel) {
      const speeches = speechesOf(child, source);
      speaks ||= speeches.some(({ data }) => data?.speech);
      return speeches;
    }
    const within =
      child.type === ('condition' as string) || (child.type === 'containerDirective' && child.name === 'div');
    if (within && setSpeeches(child as Parent, source)) speaks = true;
    return [child];
  });
  return speaks;
}

/** One paragraph for each speech; lines that name nobody go on with the one before. */
function speechesOf({ children, position }: Paragraph, source: string): Paragraph[] {
  const speeches: Paragraph[] = [];
  const open = (said: PhrasingContent[], data: Paragraph['data'] = {}): void => {
    trimEnd(speeches.at(-1)?.children);
    speeches.push({ type: 'paragraph', children: said, data });
  };
  const speak = (name: PhrasingContent[]): void =>
    open([speaker(name)], { speech: true, hProperties: { className: ['speech'] } });
  const put = (node: PhrasingContent): void => {
    if (speeches.length) speeches.at(-1)?.children.push(node);
    else open([node]);
  };
  let atStart = true;
  // A colon that belongs to the name before it.
  let taken = 0;
  for (let i = 0; i < children.length; i++) {
    const child = children[i] as PhrasingContent;
    if (child.type === 'text') {
      const escaped = escapesIn(child, source);
      const place = placesIn(child, offsetsOf(child, source), source);
      const text = (start: number, end: number): Text => ({
        ...child,
        value: child.value.slice(start, end),
        position: place(start, end),
      });
      let from = taken;
      taken = 0;
      for (const line of child.value.slice(from).split(/(?<=\n)/)) {
        const name = atStart ? NAME.exec(line)?.[0] : undefined;
        const speaks = name !== undefined && !escaped.has(from + name.length - 1);
        const directed = atStart && BARE_NAME.test(line) ? directionBehind(children, i) : undefined;
        const [said, end] = [from + (speaks ? name.length : 0), from + line.length];
        if (speaks) speak([text(from, said)]);
        if (directed) {
          speak([text(from, end), ...directed.head]);
          taken = directed.colon;
          i++;
        } else put(text(said, end));
        from = end;
        atStart = line.endsWith('\n');
      }
    } else if (atStart && (child.type === 'strong' || isSlantedName(child))) {
      const next = children[i + 1];
      const behind = next?.type === 'text' ? COLON.exec(next.value)?.[0] : undefined;
      const directed =
        next?.type === 'text' && next.value === ' ' ? directionBehind(children, i + 1) : undefined;
      taken = behind?.length ?? directed?.colon ?? 0;
      if (behind !== undefined) speak([...child.children, { type: 'text', value: behind }]);
      else if (directed && next) {
        speak([...child.children, next, ...directed.head]);
        i += 2;
      } else if (/[:：]$/.test(textOf(child))) speak(child.children);
      else put(child);
      atStart = false;
    } else {
      put(child);
      atStart = child.type === 'break';
    }
  }
  // Each has its own place: what is told of it is told there.
  return speeches.map((speech) => ({ ...speech, position: stretchOf(speech.children) ?? position }));
}

function isSlantedName(node: PhrasingContent): node is Emphasis {
  return node.type === 'emphasis' && !node.data?.hName && SLANTED_NAME.test(textOf(node));
}

/** From the first to the last of some nodes, as far as it is known. */
function stretchOf(nodes: readonly PhrasingContent[]): Position | undefined {
  const places = nodes.flatMap(({ position }) => position ?? []);
  const [start, end] = [places[0]?.start, places.at(-1)?.end];
  return start && end && { start, end };
}

/** Slanted words behind a name, with the colon behind them: what it is that they head, and how long the colon is. */
function directionBehind(
  children: readonly PhrasingContent[],
  index: number,
): { head: PhrasingContent[]; colon: number } | undefined {
  const [direction, text] = children.slice(index + 1, index + 3);
  if (direction?.type !== 'emphasis' || direction.data?.hName || text?.type !== 'text') return undefined;
  const colon = COLON.exec(text.value)?.[0];
  return colon === undefined
    ? undefined
    : { head: [direction, { type: 'text', value: colon }], colon: colon.length };
}

function speaker(children: PhrasingContent[]): Emphasis {
  const data = { hName: 'span', hProperties: { className: ['speaker'] } };
  return { type: 'emphasis', data, children, position: stretchOf(children) };
}

/** The end of the line before a new speech is none of its words. */
function trimEnd(children: PhrasingContent[] | undefined): void {
  const last = children?.at(-1);
  if (last?.type === 'break') children?.pop();
  else if (last?.type === 'text') last.value = last.value.replace(/\s+$/, '');
}
