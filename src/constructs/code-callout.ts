import type { Element, ElementContent } from 'hast';
import type { Code, ListItem } from 'mdast';
import { defaultHandlers, type Handlers } from 'mdast-util-to-hast';
import type { VFile } from 'vfile';
import type { Construct } from '../model/construct.js';
import type { At, Notice } from '../model/notice.js';
import { visit } from '../tree/visit.js';

const codeMarkExplained: Notice<{ number: number; mark: boolean }> = {
  id: 'code-mark-explained',
  severity: 'warning',
  says: ({ number, mark }) =>
    mark
      ? `The mark <${number}> in this code is not explained`
      : `Number ${number} of this list explains a mark <${number}> that is not in the code above it`,
  remedy: ({ number, mark }) =>
    mark
      ? `Explain it in a numbered list right below the code: ${number}. What this line does.`
      : `Put <${number}> behind the sign of a comment at the end of its line (# <${number}>), or take the item out.`,
  why: 'A mark in code sends the reader to its explanation; one of the two alone is a riddle.',
};

/** A comment that holds nothing but numbers, at the end of a line: `# <1>`, `// <1> <2>`, `<!-- <1> -->`, `/* <1> *\/`. */
const MARKS = /[ \t]*(?:#|\/\/|--|;+|%|\/\*|<!--)[ \t]*((?:<\d{1,2}>[ \t]*)+)(?:\*\/|-->)?[ \t]*$/;

/** One mark, at the end of a line of the code (from 0), and the item that explains it. */
interface CodeMark {
  readonly line: number;
  readonly number: number;
  readonly item: ListItem;
}

/** A mark as the author wrote it. */
interface Found {
  readonly line: number;
  readonly number: number;
}

/**
 * Marks at the ends of lines of code, `# <1>`, and a numbered list right below that explains them, as in AsciiDoc and
 * Quarto. Code without such a list keeps its comments.
 */
export const codeCallout: Construct = {
  name: 'code-callout',
  sample: '```js\nawait rest(); // <1>\n```\n\n1. An hour will do.\n',
  css: 'code-callout',
  notices: [codeMarkExplained],
  mark: /<\d+>/,
  remark(tree, file, say) {
    visit(tree, 'code', (node: Code, index, parent) => {
      if (!parent || index === undefined || !node.value.includes('>')) return;
      const lines = node.value.split('\n');
      const found = lines.flatMap(marksOf);
      const bare = lines.map((line) => line.replace(MARKS, '')).join('\n');
      if (!found.length || !bare.trim()) return;
      const next = parent.children[index + 1];
      const list = next?.type === 'list' && next.ordered ? next : undefined;
      // Markdown that shows code may show its marks as well.
      if (!list && /^(?:md|markdown|qmd)$/.test(node.lang ?? '')) return;
      const items = new Map(list?.children.map((item, i) => [(list.start ?? 1) + i, item]));
      const marks: CodeMark[] = [];
      for (const { line, number } of found) {
        const item = items.get(number);
        if (item) marks.push({ line, number, item });
        else say(codeMarkExplained, { number, mark: true }, placeOf(node, line, `<${number}>`, file));
      }
      if (!list || !marks.length) return;
      node.value = bare;
      node.data = { ...node.data, codeMarks: marks };
      list.data = { ...list.data, hProperties: { className: ['code-notes'] } };
      for (const [number, item] of items) {
        markItem(item, number);
        if (!marks.some((mark) => mark.item === item))
          say(codeMarkExplained, { number, mark: false }, { file, node: item });
      }
    });
  },
  handlers: {
    code(state, node: Code) {
      const pre = defaultHandlers.code(state, node);
      const code = pre.children[0];
      if (node.data?.codeMarks && code?.type === 'element') addMarks(code, node.data.codeMarks);
      return pre;
    },
  } as Handlers,
};

declare module 'mdast' {
  interface Data {
    codeMarks?: readonly CodeMark[];
  }
}

function marksOf(text: string, line: number): Found[] {
  const written = MARKS.exec(text)?.[1] ?? '';
  return [...written.matchAll(/\d+/g)].map(([number]) => ({ line, number: Number(number) }));
}

/** Where in the author's file a mark stands; code between fences has one line for each of its own. */
function placeOf(node: Code, line: number, mark: string, file: VFile): At {
  const start = node.position?.start;
  if (!start) return { file, node };
  const source = String(file.value).split(/\r\n|\r|\n/);
  const at = [start.line + line, start.line + line + 1].find((one) => source[one - 1]?.includes(mark));
  return at === undefined
    ? { file, node }
    : { file, node: { line: at, column: (source[at - 1] ?? '').indexOf(mark) + 1 } };
}

/** The item begins with the same mark as the line; a list's own numbers could not be set in a circle. */
function markItem(item: ListItem, number: number): void {
  item.data = { ...item.data, place: 'code-note' };
  const mark = {
    type: 'emphasis' as const,
    data: { hName: 'span', hProperties: { className: ['code-mark'] } },
    children: [{ type: 'text' as const, value: String(number) }],
  };
  const first = item.children[0];
  if (first?.type === 'paragraph') first.children.unshift(mark, { type: 'text', value: ' ' });
  else item.children.unshift({ type: 'paragraph', children: [mark] });
}

/** Puts the marks before the ends of their lines, however deep in coloured words a line ends. */
function addMarks(code: Element, marks: readonly CodeMark[]): void {
  let line = 0;
  const within = (children: readonly ElementContent[]): ElementContent[] =>
    children.flatMap((child): ElementContent[] => {
      if (child.type === 'element') return [{ ...child, children: within(child.children) }];
      if (child.type !== 'text') return [child];
      return child.value.split('\n').flatMap((value, i, parts): ElementContent[] => {
        const last = i === parts.length - 1;
        const here = last ? [] : marks.filter((mark) => mark.line === line);
        if (!last) line++;
        const before = here.flatMap((mark): ElementContent[] => [{ type: 'text', value: ' ' }, link(mark)]);
        return [
          ...(value ? [{ type: 'text' as const, value }] : []),
          ...before,
          ...(last ? [] : [{ type: 'text' as const, value: '\n' }]),
        ];
      });
    });
  code.children = within(code.children);
}

function link({ number, item }: CodeMark): Element {
  const href = `#${String(item.data?.hProperties?.id ?? '')}`;
  const properties = { className: ['code-mark'], href };
  return { type: 'element', tagName: 'a', properties, children: [{ type: 'text', value: String(number) }] };
}
