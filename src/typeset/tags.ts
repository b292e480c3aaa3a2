/** A tag that opens an element, or a piece of markup that is no element and no comment: `<!DOCTYPE …>`, `<?xml …?>`. */
export interface Tag {
  /** In small letters; of what is no element, with its sign: `!doctype`, `?xml`. */
  readonly name: string;
  /** In small letters, with their values as they are written; the first of two with one name counts. */
  readonly attributes: ReadonlyMap<string, string>;
  /** Offset in the text. */
  readonly at: number;
}

const OPENING = /<(?:!--|\/|([a-z][^\s/>]*)|([!?]\[?[\w-]*))/gi;
const ATTRIBUTE = /[\s/]*([^\s/>][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?/y;
/** Elements whose content is text to a browser, however much it looks like tags. */
const TEXT = /^(script|style|title|textarea|xmp|iframe|noembed|noframes)$/;

/** The tags of a piece of HTML, one after the other, as a browser reads them before it asks whether they fit. */
export function* tagsIn(html: string): Generator<Tag> {
  let at = 0;
  const behind = (mark: string | RegExp, from: number): number => {
    const found = html.slice(from).search(mark);
    return found < 0 ? html.length : from + found;
  };
  while (at < html.length) {
    OPENING.lastIndex = at;
    const opening = OPENING.exec(html);
    if (!opening) return;
    const [mark, element, other] = opening;
    const start = opening.index;
    at = start + mark.length;
    if (mark === '<!--') at = behind(/^-?>|--!?>/, at);
    else if (element) {
      const attributes = new Map<string, string>();
      for (ATTRIBUTE.lastIndex = at; ; ) {
        const attribute = ATTRIBUTE.exec(html);
        if (!attribute) break;
        at = ATTRIBUTE.lastIndex;
        const [, name = '', ...values] = attribute;
        const value = values.find((one) => one !== undefined) ?? '';
        if (!attributes.has(name.toLowerCase())) attributes.set(name.toLowerCase(), value);
      }
      const name = element.toLowerCase();
      yield { name, attributes, at: start };
      if (TEXT.test(name)) at = behind(new RegExp(`</${name}`, 'i'), at);
    } else {
      if (other) yield { name: other.toLowerCase(), attributes: new Map(), at: start };
      at = behind('>', at);
    }
  }
}
