import type { Element, ElementContent } from 'hast';
import type { BlockContent, Data, DefinitionContent, Parent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { Handlers, State } from 'mdast-util-to-hast';
import { directivesIn, takeLabel } from '../markdown/directives.js';
import type { Construct } from '../model/construct.js';
import type { Notice } from '../model/notice.js';
import { visit } from '../tree/visit.js';

/** Four columns of handwriting are too narrow for a word. */
const MOST = 3;

/** What stands side by side, and whatever else is written between the fences. */
interface Columns extends Parent {
  type: 'columns';
  children: (BlockContent | DefinitionContent)[];
  data?: Data;
}

declare module 'mdast' {
  interface RootContentMap {
    columns: Columns;
  }
}

const columnsHold: Notice<{ count: number }> = {
  id: 'columns-hold',
  severity: 'error',
  says: ({ count }) =>
    count
      ? `Here are ${count} columns, and a page has room for ${MOST}`
      : 'There is no column in these columns',
  remedy: () =>
    'Put two or three into it: ::::columns, then :::column[His] … ::: and :::column[Hers] … :::, then ::::.',
  why: 'Columns stand beside each other, to be worked through by two people or to hold two things against each other. One alone is no column, and four are too narrow to write in.',
};

/** `::::columns[Title]` with two or three `:::column[Title]` in it: what stands side by side on paper, below the title of all. */
export const columns: Construct = {
  name: 'columns',
  sample:
    '::::columns\n:::column[His]\nWhat I will do.\n:::\n\n:::column[Hers]\nWhat I will do.\n:::\n::::\n',
  directives: [':::columns', ':::column'],
  css: 'columns',
  notices: [columnsHold],
  mark: /:::[^\n]*column/,
  remark(tree, file, say) {
    visit(tree, 'containerDirective', (node: ContainerDirective) => {
      if (node.name === 'column') {
        const title = takeLabel(node);
        node.data = { ...node.data, hName: 'div', hProperties: { className: ['column'] } };
        if (!title) return;
        title.data = { hProperties: { className: ['column-title'] } };
        node.children.unshift(title);
      }
      if (node.name !== 'columns') return;
      const count = directivesIn(node, 'column').length;
      if (count < 2 || count > MOST) say(columnsHold, { count }, { file, node });
      const title = takeLabel(node);
      if (title) title.data = { hProperties: { className: ['columns-title'] } };
      Object.assign(node as object, {
        type: 'columns',
        data: { ...node.data, hProperties: { className: ['columns'] } },
        children: [...(title ? [title] : []), ...node.children],
      });
    });
  },
  handlers: { columns: sideBySide } as Handlers,
};

/** Nothing but columns stands side by side: what is written before the first stands above them, what is written behind it below. */
function sideBySide(state: State, node: Columns): ElementContent[] {
  const isColumn = (child: Columns['children'][number]): boolean =>
    child.type === 'containerDirective' && child.name === 'column';
  const first = node.children.findIndex(isColumn);
  const rest = node.children.filter((child) => !isColumn(child));
  const made = (children: Columns['children']): ElementContent[] =>
    state.all({ ...node, children } as Columns) as ElementContent[];
  const grid: Element = {
    type: 'element',
    tagName: 'div',
    properties: {},
    children: made(node.children.filter(isColumn)),
  };
  state.patch(node, grid);
  const above = Math.max(first, 0);
  return [...made(rest.slice(0, above)), state.applyData(node, grid) as Element, ...made(rest.slice(above))];
}
