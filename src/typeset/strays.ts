import type { Element, ElementContent, Nodes, Root } from 'hast';
import { h } from 'hastscript';
import type { Chapter } from '../model/book.js';
import type { Say } from '../model/notice.js';
import { elementsIn } from '../tree/elements-in.js';
import { visit } from '../tree/visit.js';
import { htmlIsKnown } from './notices.js';

/** Old names of elements that HTML has others for now. */
const RENAMED: Readonly<Record<string, string>> = { tt: 'code', strike: 's' };
/** What has its place in certain elements alone, and what it is anywhere else. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  li: 'div',
  dt: 'div',
  dd: 'div',
  summary: 'div',
  figcaption: 'div',
  rb: 'span',
  rt: 'span',
  rtc: 'span',
  rp: 'span',
};
const HEADING = /^h[1-6]$/;
/** Blocks, for which a heading has no room. */
const BLOCK = /^(?:p|div|blockquote|ul|ol|li|dl|section|aside|header|footer|figure)$/;
/** Terms and what they mean, in turns. */
const PAIRS = /^(?:(?:dt )+(?:dd )+)*$/;
const DIVIDED = /^(?:div )+$/;

/**
 * Gives the author's own HTML the shape that HTML asks for: an item that stands in no list, what folds away behind no words, a paragraph
 * in a heading. A browser shows such things in its own way, with words of its own among them, and stores refuse an EPUB that has any.
 */
export function settleStrays(tree: Root, { file }: Chapter, say: Say): void {
  const tell = (element: Element, where: string): void => {
    const node = element.position && element;
    say(htmlIsKnown, { what: `<${element.tagName}> ${where}`, holds: true }, { file, node });
  };
  /** Lists of terms, or the divisions of them, that hold terms as they should. */
  const glossed = new Set<Nodes>();
  visit(tree, 'element', (element, _, parent) => {
    const { tagName } = element;
    if (tagName === 'details' && elementsIn(element)[0]?.tagName !== 'summary') {
      tell(element, 'that does not begin with <summary>');
      element.tagName = 'div';
      delete element.properties.open;
    } else if (tagName === 'dl') {
      const divisions = DIVIDED.test(namesIn(element)) ? elementsIn(element) : [];
      const parts = divisions.length ? divisions : [element];
      if (parts.every((part) => PAIRS.test(namesIn(part)))) for (const part of parts) glossed.add(part);
      else {
        tell(element, 'of other things than <dt> and <dd> in turns');
        element.tagName = 'div';
        for (const one of parts.flatMap(elementsIn)) one.tagName = ELSEWHERE[one.tagName] ?? one.tagName;
      }
    } else if ((tagName === 'ul' || tagName === 'ol') && element.children.some(isNoItem)) {
      tell(element, 'of other things than <li>');
      element.children = itemsOf(element.children);
    } else if (HEADING.test(tagName)) {
      visit(element, 'element', (inner) => {
        if (!BLOCK.test(inner.tagName)) return;
        tell(inner, 'in a heading');
        inner.tagName = 'span';
      });
    }
    const otherwise = ELSEWHERE[element.tagName];
    if (otherwise && parent && !isAtHome(element, parent)) {
      tell(element, 'in this place');
      element.tagName = otherwise;
    }
    element.tagName = RENAMED[element.tagName] ?? element.tagName;
  });

  function isAtHome(element: Element, parent: Nodes): boolean {
    const home = parent.type === 'element' ? parent : h('div');
    switch (element.tagName) {
      case 'li':
        return home.tagName === 'ul' || home.tagName === 'ol';
      case 'summary':
        return home.tagName === 'details' && elementsIn(home)[0] === element;
      case 'figcaption':
        return home.tagName === 'figure' && isCaptionOf(element, elementsIn(home));
      case 'dt':
      case 'dd':
        return glossed.has(parent);
      default:
        return home.tagName === 'ruby' || home.tagName === 'rtc';
    }
  }
}

/** Whether a caption begins its figure, or ends it and none begins it. */
function isCaptionOf(caption: Element, inside: readonly Element[]): boolean {
  const isOnly = () => inside.filter(({ tagName }) => tagName === 'figcaption').length === 1;
  return inside[0] === caption || (inside.at(-1) === caption && isOnly());
}

/** The names of what stands in an element, each with a space behind it; text that shows has one of its own. */
function namesIn({ children }: Element): string {
  return children
    .filter((child) => child.type === 'element' || isWords(child))
    .map((child) => `${child.type === 'element' ? child.tagName : '#text'} `)
    .join('');
}

function isWords(node: ElementContent): boolean {
  return node.type === 'text' && /\S/.test(node.value);
}

function isNoItem(node: ElementContent): boolean {
  return isWords(node) || (node.type === 'element' && node.tagName !== 'li');
}

/** What stands in a list between its items becomes items, as much at once as stands together. */
function itemsOf(children: readonly ElementContent[]): ElementContent[] {
  const items: ElementContent[] = [];
  let open: Element | undefined;
  for (const child of children) {
    if (child.type === 'element' && child.tagName === 'li') open = undefined;
    else if (!open && isNoItem(child)) {
      open = h('li');
      items.push(open);
    }
    (open?.children ?? items).push(child);
  }
  return items;
}
