import { SaxesParser } from 'saxes';

/** One element of a style or a locale, with the place where it begins. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
  readonly line: number;
  readonly column: number;
}

/** Why an XML file cannot be read, and where. */
export interface XmlFault {
  readonly reason: string;
  readonly line: number;
  readonly column: number;
}

/** No style nests deeper, nor has more elements. */
const DEEPEST = 200;
const MOST = 50_000;

/** Reads XML into elements. Entities of its own are refused by the parser, which knows none. */
export function readXml(text: string): Element | XmlFault {
  const parser = new SaxesParser({ xmlns: false });
  const open: Element[] = [];
  let root: Element | undefined;
  let fault: XmlFault | undefined;
  let count = 0;
  const refuse = (reason: string): void => {
    fault ??= { reason, line: parser.line, column: parser.column + 1 };
  };
  let start = { line: 1, column: 1 };
  parser.on('opentagstart', () => {
    start = { line: parser.line, column: parser.column };
  });
  parser.on('opentag', ({ name, attributes }) => {
    const column = Math.max(1, start.column - name.length - 1);
    const element: Element = { name, attributes, children: [], text: '', line: start.line, column };
    if (open.length > DEEPEST || ++count > MOST) refuse('it has more elements than any style needs');
    else open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  parser.on('text', (value) => {
    const element = open.at(-1);
    if (element) element.text += value;
  });
  parser.on('error', (error) => refuse(sentence(error.message)));
  parser.write(text).close();
  return fault ?? root ?? { reason: 'it is empty', line: 1, column: 1 };
}

export function isFault(read: Element | XmlFault): read is XmlFault {
  return 'reason' in read;
}

/** `3:7: unclosed tag: text.` without its place, which the message gives itself. */
function sentence(message: string): string {
  return message.replace(/^(?:[^:]*:)?\d+:\d+:\s*/, '').replace(/\.$/, '');
}

/** The children of a name. */
export function childrenOf(element: Element, name: string): Element[] {
  return element.children.filter((child) => child.name === name);
}

/** Every element below, the element itself first. */
export function* all(element: Element): Generator<Element> {
  yield element;
  for (const child of element.children) yield* all(child);
}
