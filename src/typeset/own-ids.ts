import type { Element, Properties, Root } from 'hast';
import { bookId } from '../book/html-places.js';
import { idUnique } from '../book/notices.js';
import { decode } from '../manuscript/address.js';
import type { Chapter } from '../model/book.js';
import type { Say } from '../model/notice.js';
import { visit } from '../tree/visit.js';

/** Attributes that name other elements by their ids. */
const NAMING = ['ariaLabelledBy', 'ariaDescribedBy', 'headers'];

/**
 * Ids that the author wrote as HTML belong to his chapter; two chapters may use the same. Where a heading has the name already, it is what
 * links lead to: `<a name="start"></a>` above one is how it is done elsewhere.
 */
export function settleIds(tree: Root, { id: chapter, file }: Chapter, say: Say): void {
  const own = (id: string): string => bookId(chapter, id);
  const written: { element: Element; id: string }[] = [];
  const given = new Map<string, Element | undefined>();
  visit(tree, 'element', (element) => {
    const { id, name } = element.properties;
    const wish = id ?? (element.tagName === 'a' ? name : undefined);
    delete element.properties.name;
    if (typeof wish !== 'string') return;
    if (wish.startsWith(`${chapter}--`)) {
      const whole = decode(wish);
      element.properties.id = whole;
      given.set(whole, undefined);
    } else written.push({ element, id: wish });
  });
  for (const { element, id } of written) {
    const whole = own(id);
    const first = given.get(whole);
    if (first)
      say(
        idUnique,
        { id },
        { file, node: element, also: { file, node: first, says: 'it is given here first' } },
      );
    if (!id || given.has(whole)) {
      delete element.properties.id;
      continue;
    }
    element.properties.id = whole;
    given.set(whole, element);
  }
  visit(tree, 'element', ({ properties }) => {
    for (const name of NAMING)
      nameAnew(properties, name, (id) => [id, own(id)].find((one) => given.has(one)));
  });
}

/** Says anew which elements are meant, and leaves out what is none. */
function nameAnew(properties: Properties, name: string, meant: (id: string) => string | undefined): void {
  if (properties[name] === undefined || properties[name] === null) return;
  const ids = [properties[name]].flat().flatMap((value) => String(value).split(/\s+/));
  const found = ids.flatMap((id) => meant(id) ?? []);
  if (found.length) properties[name] = found;
  else delete properties[name];
}
