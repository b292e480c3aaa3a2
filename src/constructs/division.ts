import type { ContainerDirective } from 'mdast-util-directive';
import type { Construct } from '../model/construct.js';
import { visit } from '../tree/visit.js';

/** `:::div{lang=fr}`: paragraphs that have a language, a direction, a class or an id in common, and look like any others. */
export const division: Construct = {
  name: 'division',
  sample: ':::div{lang=fr .voice}\nElle dit : "Bonjour !"\n:::\n',
  directives: [':::div'],
  mark: /:::/,
  remark(tree) {
    visit(tree, 'containerDirective', (node: ContainerDirective) => {
      if (node.name !== 'div') return;
      node.data = { ...node.data, hName: 'div', hProperties: { className: ['division'] } };
    });
  },
};
