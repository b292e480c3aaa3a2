import type { ContainerDirective } from 'mdast-util-directive';
import { directivesIn, takeLabel } from '../markdown/directives.js';
import type { Construct } from '../model/construct.js';
import type { Notice } from '../model/notice.js';
import { visit } from '../tree/visit.js';

/** Four columns of handwriting are too narrow for a word. */
const MOST = 3;

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

/** `::::columns` with two or three `:::column[Title]` in it: what stands side by side on paper. */
export const columns: Construct = {
  name: 'columns',
  sample:
    '::::columns\n:::column[His]\nWhat I will do.\n:::\n\n:::column[Hers]\nWhat I will do.\n:::\n::::\n',
  directives: [':::columns', ':::column'],
  css: 'columns',
  notices: [columnsHold],
  mark: /:::\s*column/,
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
      node.data = { ...node.data, hName: 'div', hProperties: { className: ['columns'] } };
    });
  },
};
