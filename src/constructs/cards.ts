import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { BlockContent, Data, DefinitionContent, Parent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { Handlers, State } from 'mdast-util-to-hast';
import { countOf, directivesIn, takeLabel } from '../markdown/directives.js';
import { lengthIn } from '../markdown/lengths.js';
import { attributeValid } from '../markdown/notices.js';
import type { Construct } from '../model/construct.js';
import type { Notice } from '../model/notice.js';
import { visit } from '../tree/visit.js';

/** Cards that fit on one sheet and are still worth cutting out. */
const MOST = 16;
/** Cards beside each other on an upright sheet; on five nobody reads a sentence. */
const MOST_ACROSS = 4;
const ACROSS = 2;
const HEIGHT = { least: 15, most: 300 };
/** What they are cut by: lines around each of them, or marks outside of its corners. */
const MARKS = ['lines', 'corners'];

type Block = BlockContent | DefinitionContent;

/** One card, with what is on its other side. */
interface Card extends Parent {
  type: 'card' | 'cardBack';
  children: Block[];
  data?: Data;
}

/** What is on the cards, and how many there are of each. */
interface Cards extends Parent {
  type: 'cards';
  children: (Block | Card)[];
  data?: Data;
  copies: number;
  across: number;
  height: string | undefined;
  corners: boolean;
}

declare module 'mdast' {
  interface RootContentMap {
    cards: Cards;
    card: Card;
  }
}

const cardInCards: Notice<{ name: string }> = {
  id: 'card-in-cards',
  severity: 'error',
  says: ({ name }) =>
    name === 'cards'
      ? 'These cards with copies stand on cards'
      : `This “:::${name}” stands in no ${name === 'card' ? '“::::cards”' : '“:::card”'}`,
  remedy: ({ name }) =>
    name === 'cards'
      ? 'Give the outer cards the copies, or take these out of them.'
      : name === 'card'
        ? 'Put it between ::::cards and ::::, each with one colon more.'
        : 'Put it at the end of its card, which then is written with one colon more: ::::card … :::back … ::: ::::.',
  why: 'Cards are laid out together, so that they are of one size and one cut parts two of them; the back of one is printed behind it.',
};

/**
 * `:::cards{copies=4}`: its content several times on a sheet, to be cut apart; `::::cards` with a `:::card` for each one that says
 * something else. A `:::back` in a card is printed on the other side of the
 * sheet, behind it when the sheet is turned like the page of a book. `across` is how many stand beside each other, `height`
 * how high each is at least; `marks=corners` has them cut by marks outside of their corners, and not by lines.
 */
export const cards: Construct = {
  name: 'cards',
  sample:
    ':::cards{copies=4}\nWait an hour.\n:::\n\n:::::cards{across=2}\n::::card[Anger]\nWhere do I feel it?\n:::back\nBreathe out.\n:::\n::::\n\n::::card[Fear]\nHow old is it?\n:::back\nWalk.\n:::\n::::\n:::::\n',
  directives: [':::cards', ':::card', ':::back'],
  attributes: ['copies', 'across', 'height', 'marks'],
  css: 'cards',
  notices: [cardInCards],
  mark: /:::/,
  remark(tree, file, say) {
    const placed = new Set<object>();
    visit(tree, 'containerDirective', (node: ContainerDirective) => {
      const { name } = node;
      if (name === 'cards') {
        const copies = countOf(node, 'copies', { otherwise: 1, most: MOST }, file, say);
        const across = countOf(node, 'across', { otherwise: ACROSS, most: MOST_ACROSS }, file, say);
        const height = lengthIn(node.attributes?.height, 'height', HEIGHT, file, node, say);
        const marks = node.attributes?.marks ?? 'lines';
        if (!MARKS.includes(marks))
          say(attributeValid, { name: 'marks', value: marks, wants: 'lines or corners' }, { file, node });
        const own = directivesIn(node, 'card');
        for (const child of own) placed.add(child);
        for (const inner of directivesIn(node, 'cards', true)) {
          // Copies of copies would fill a library.
          if (inner.attributes?.copies) say(cardInCards, { name: 'cards' }, { file, node: inner });
          inner.attributes = { ...inner.attributes, copies: undefined };
        }
        // Without cards of their own, all of it is one.
        const inside = own.length ? node.children : [{ type: 'card', children: node.children, data: {} }];
        Object.assign(node as object, {
          type: 'cards',
          data: { ...node.data, hProperties: { className: ['cards'] } },
          copies,
          across,
          height,
          corners: marks === 'corners',
          children: inside,
        });
      } else if (name === 'card' && placed.has(node)) {
        const title = takeLabel(node);
        if (title) title.data = { hProperties: { className: ['card-title'] } };
        for (const child of directivesIn(node, 'back')) placed.add(child);
        Object.assign(node as object, {
          type: 'card',
          data: { ...node.data, hProperties: { className: ['card'] } },
          children: [...(title ? [title] : []), ...node.children],
        });
      } else if (name === 'back' && placed.has(node))
        Object.assign(node as object, {
          type: 'cardBack',
          data: { ...node.data, hProperties: { className: ['card'] } },
        });
      else if (name === 'card' || name === 'back') say(cardInCards, { name }, { file, node });
    });
  },
  handlers: { cards: onSheets, card: side, cardBack: side } as Handlers,
  handlersFor: { reflowable: onGlass(), screen: onGlass() },
};

/** Nobody cuts an e-reader or a screen apart: one of each card will do, with its back below it. */
function onGlass(): Handlers {
  const all = (state: State, node: Cards): Element => {
    const sheet = div(['cards'], state.all(node) as ElementContent[]);
    state.patch(node, sheet);
    return state.applyData(node, sheet) as Element;
  };
  return { cards: all } as Handlers;
}

/** A side of a card. */
function side(state: State, node: Card): Element {
  const element = div(['card'], state.all(node) as ElementContent[]);
  state.patch(node, element);
  return state.applyData(node, element) as Element;
}

/** Each front and, if there are any, its back, in the order in which they are read; where they stand is for the layout to find. */
function onSheets(state: State, node: Cards): ElementContent[] {
  const cards = node.children.filter((child): child is Card => child.type === 'card');
  const pairs = cards.map((card) => {
    const back = card.children.find((child) => (child as Parent).type === 'cardBack');
    const front = side(state, { ...card, children: card.children.filter((child) => child !== back) });
    return { front, back: back && side(state, back as unknown as Card) };
  });
  const double = pairs.some(({ back }) => back);
  const sheet = h(
    'div',
    node.height ? { dataHeight: node.height } : {},
    pairs.flatMap(({ front, back }) =>
      copiesOf(double ? [front, turned(back ?? div(['card'], []))] : [front], node.copies),
    ),
  );
  state.patch(node, sheet);
  const rest = node.children.filter((child) => child.type !== 'card') as Block[];
  const around = state.all({ ...node, children: rest } as Cards) as ElementContent[];
  const dressed = state.applyData(node, sheet) as Element;
  addClasses(dressed, `cards-${node.across}`, ...(node.corners ? ['cards-corners'] : []));
  return [...around, dressed];
}

/** Behind the classes that the author may have given it. */
function addClasses({ properties }: Element, ...names: string[]): void {
  properties.className = [properties.className ?? []].flat().map(String).concat(names);
}

/** The other side of a card. */
function turned(back: Element): Element {
  const turned = { ...back, properties: { ...back.properties } };
  addClasses(turned, 'card-back');
  return turned;
}

/** The copies are made of the finished page, for in the book there is one of each note, figure and heading. */
function copiesOf(sides: readonly Element[], copies: number): Element[] {
  return Array.from({ length: copies }, (_, copy) => (copy ? sides.map(furtherOf) : sides)).flat();
}

/** A copy says nothing new to a listener, is no place to point at, and leads nowhere: a link would have no words for him. */
function furtherOf(card: Element): Element {
  const further: Element = {
    ...structuredClone(card),
    properties: { ...card.properties, ariaHidden: 'true' },
  };
  visit(further, 'element', (element) => {
    delete element.properties.id;
    if (element.tagName !== 'a') return;
    element.tagName = 'span';
    delete element.properties.href;
  });
  return further;
}

function div(className: string[], children: ElementContent[]): Element {
  return { type: 'element', tagName: 'div', properties: { className }, children };
}
