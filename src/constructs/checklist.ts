import type { List, ListItem } from 'mdast';
import type { Construct } from '../model/construct.js';
import type { Words } from '../model/words.js';
import { visit } from '../tree/visit.js';

/** GFM's task list, as boxes that a pen can tick. A form control would be dead on paper and in an e-reader. */
export const checklist: Construct = {
  name: 'checklist',
  sample: '- [ ] Sleep.\n- [x] Eat something warm.\n',
  css: 'checklist',
  mark: /\[[ xX\t]/,
  remark(tree, _file, _say, { words }) {
    visit(tree, 'list', (list: List) => {
      if (!list.children.some((item) => typeof item.checked === 'boolean')) return;
      list.data = { ...list.data, hProperties: { className: ['checklist'] } };
      for (const item of list.children) if (typeof item.checked === 'boolean') box(item, item.checked, words);
    });
  },
};

function box(item: ListItem, done: boolean, words: Words): void {
  item.checked = null;
  item.data = { ...item.data, hProperties: { className: ['task', ...(done ? ['task-done'] : [])] } };
  const first = item.children[0];
  const square = {
    type: 'emphasis' as const,
    data: {
      hName: 'span',
      hProperties: {
        className: ['box', ...(done ? ['box-done'] : [])],
        role: 'img',
        dataField: 'tick',
        ariaLabel: done ? words.done : words.toDo,
      },
    },
    children: [],
  };
  if (first?.type === 'paragraph') first.children.unshift(square);
  else item.children.unshift({ type: 'paragraph', children: [square] });
}
