import type { Element, ElementContent, Properties } from 'hast';
import type { BlockContent, Data, DefinitionContent, Parent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { Handlers, State } from 'mdast-util-to-hast';
import type { Node } from 'unist';
import { countOf } from '../markdown/directives.js';
import type { Construct } from '../model/construct.js';
import { visit } from '../tree/visit.js';

/** Cards that fit on one sheet and are still worth cutting out. */
const MOST = 16;

/** What is on a card, once, and how many there are of it. */
interface Cards extends Parent {
  type: 'cards';
  children: (BlockContent | DefinitionContent)[];
  data?: Data;
  copies: number;
}

declare module 'mdast' {
  interface RootContentMap {
    cards: Cards;
  }
}

/** `:::cards{copies=4}`: its content several times on a sheet, to be cut apart. */
export const cards: Construct = {
  name: 'cards',
  sample: ':::cards{copies=4}\nWait an hour.\n:::\n',
  directives: [':::cards'],
  attributes: ['copies'],
  css: 'cards',
  mark: /:::/,
  remark(tree, file, say) {
    visit(tree, 'containerDirective', (node: ContainerDirective) => {
      if (node.name !== 'cards') return;
      const copies = countOf(node, 'copies', { otherwise: 1, most: MOST }, file, say);
      Object.assign(node as Node, { type: 'cards', copies });
    });
  },
  handlers: { cards: sheetOf } as Handlers,
  handlersFor: { reflowable: onGlass(), screen: onGlass() },
};

/** Nobody cuts an e-reader or a screen apart: one of each card will do. */
function onGlass(): Handlers {
  return { cards: (state: State, node: Cards) => sheetOf(state, { ...node, copies: 1 }) } as Handlers;
}

/** The copies are made of the finished page, for in the book there is one of each note, figure and heading. */
function sheetOf(state: State, node: Cards): Element {
  const content = state.all(node) as ElementContent[];
  const sheet = div('cards', [div('card', content)]);
  for (let copy = 1; copy < node.copies; copy++) {
    // A copy says nothing new to a listener, and is no place to point at.
    const further = div('card', structuredClone(content), { ariaHidden: 'true' });
    visit(further, 'element', (element) => void delete element.properties.id);
    sheet.children.push(further);
  }
  state.patch(node, sheet);
  return state.applyData(node, sheet) as Element;
}

function div(className: string, children: ElementContent[], more: Properties = {}): Element {
  return { type: 'element', tagName: 'div', properties: { className: [className], ...more }, children };
}
