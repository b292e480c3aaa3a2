import { SaxesParser } from 'saxes';

/** An element of a parsed XML document. Names carry their prefix as written. */
export class XmlElement {
  readonly content: (XmlElement | string)[] = [];

  constructor(
    readonly name: string,
    readonly attributes: Readonly<Record<string, string>>,
    /** The namespace it is in. */
    readonly uri: string,
  ) {}

  /** Child elements. */
  get elements(): XmlElement[] {
    return this.content.filter((child) => child instanceof XmlElement);
  }

  /** All text inside it. */
  get text(): string {
    return this.content.map((child) => (typeof child === 'string' ? child : child.text)).join('');
  }

  /** Every element below it with this name (`*` for any), in document order. */
  all(name: string): XmlElement[] {
    return this.elements.flatMap((child) => [
      ...(name === '*' || child.name === name ? [child] : []),
      ...child.all(name),
    ]);
  }

  /** The first element below it with this name; throws if there is none. */
  one(name: string): XmlElement {
    const [first] = this.all(name);
    if (!first) throw new Error(`<${this.name}> has no <${name}>`);
    return first;
  }
}

/** Parses XML strictly, with namespaces; throws with the file name and the place. */
export function parseXml(source: string, fileName: string): XmlElement {
  const document = new XmlElement('#document', {}, '');
  const open = [document];
  const parser = new SaxesParser({ xmlns: true, fileName });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, uri, attributes }) => {
    const values = Object.fromEntries(
      Object.values(attributes).map((attribute) => [attribute.name, attribute.value]),
    );
    const element = new XmlElement(name, values, uri);
    open.at(-1)?.content.push(element);
    open.push(element);
  });
  parser.on('text', (text) => open.at(-1)?.content.push(text));
  parser.on('closetag', () => open.pop());
  parser.write(source).close();
  const [root] = document.elements;
  if (!root) throw new Error(`${fileName} is empty`);
  return root;
}
