import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFPage,
  PDFRawStream,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import {
  asNumber,
  asText,
  bytesOf,
  dictAt,
  listAt,
  nameAt,
  numberAt,
  streamAt,
  treeEntries,
} from '../objects.js';

/*
 * Tools to spoil a file with: they find what is in it, and put in what is not. What they put in is sound.
 */

/** An element and the way to it. */
export interface Found {
  readonly dict: PDFDict;
  readonly ref: PDFRef;
}

/** Strings in it are names. */
export type Values = NonNullable<Parameters<PDFDict['context']['stream']>[1]>;
const key = (name: string): PDFName => PDFName.of(name);

/** All elements of a role, in the order of the document. */
export function elements(file: PDFDocument, role: string): Found[] {
  const found: Found[] = [];
  const read = (value: PDFObject | undefined): void => {
    const dict = file.context.lookup(value);
    if (dict instanceof PDFArray) for (const kid of dict.asArray()) read(kid);
    if (!(dict instanceof PDFDict)) return;
    if (nameAt(dict, 'S') === role && value instanceof PDFRef) found.push({ dict, ref: value });
    read(dict.get(key('K')));
  };
  read(root(file).get(key('K')));
  return found;
}

/** The first element of a role, or a later one; throws if there is none. */
export function element(file: PDFDocument, role: string, index = 0): Found {
  const found = elements(file, role)[index];
  if (!found) throw new Error(`the file has no ${role} ${index}`);
  return found;
}

/** Gives an element another role. */
export function retag({ dict }: Found, role: string): void {
  dict.set(key('S'), key(role));
}

/** The root of the structure tree. */
export const root = (file: PDFDocument): PDFDict => file.catalog.lookup(key('StructTreeRoot'), PDFDict);

/** Adds an element behind the other children of one. */
export function addElement(file: PDFDocument, parent: Found, role: string, values: Values = {}): Found {
  const dict = file.context.obj({ ...values, Type: 'StructElem', S: role, P: parent.ref });
  const ref = file.context.register(dict);
  addKid(file, parent, ref);
  return { dict, ref };
}

/** Puts something behind the children of an element. */
export function addKid(file: PDFDocument, { dict }: Found, kid: PDFObject): void {
  const kids = dict.get(key('K'));
  const list = file.context.lookup(kids);
  const members = list instanceof PDFArray ? list.asArray() : kids ? [kids] : [];
  dict.set(key('K'), file.context.obj([...members, kid]));
}

/** Adds a key to the parent tree, behind all others. */
export function addParent(file: PDFDocument, number: number, value: PDFObject): void {
  addLeaf(file, dictAt(root(file), 'ParentTree'), 'Nums', PDFNumber.of(number), value);
}

/** Gives an element an identifier that is found, one that belongs behind those of the file. */
export function identify(file: PDFDocument, { dict, ref }: Found, id: string): void {
  dict.set(key('ID'), PDFString.of(id));
  if ([...treeEntries(dictAt(root(file), 'IDTree'), 'Names')].some(([known]) => asText(known) === id)) return;
  let tree = dictAt(root(file), 'IDTree');
  if (!tree) {
    tree = file.context.obj({});
    root(file).set(key('IDTree'), tree);
  }
  addLeaf(file, tree, 'Names', PDFString.of(id), ref);
}

function addLeaf(
  file: PDFDocument,
  tree: PDFDict | undefined,
  leaf: 'Nums' | 'Names',
  name: PDFObject,
  value: PDFObject,
): void {
  if (!tree) throw new Error('the file has no such tree');
  const kids = tree.lookup(key('Kids'));
  const pairs = tree.lookup(key(leaf));
  if (pairs instanceof PDFArray) {
    pairs.push(name);
    pairs.push(value);
  } else if (kids instanceof PDFArray)
    kids.push(file.context.register(file.context.obj({ [leaf]: [name, value], Limits: [name, name] })));
  else tree.set(key(leaf), file.context.obj([name, value]));
}

/** What a page is painted with, changed. */
export function rewrite(file: PDFDocument, page: PDFPage, change: (content: string) => string): void {
  const streams = listAt(page.node, 'Contents').filter((stream) => stream instanceof PDFRawStream);
  const content = streams.map((stream) => Buffer.from(bytesOf(stream)).toString('latin1')).join('\n');
  const changed = change(content);
  if (changed === content) throw new Error('nothing was changed');
  page.node.set(
    key('Contents'),
    file.context.register(file.context.flateStream(Buffer.from(changed, 'latin1'))),
  );
}

/** The first page of which some of the content matches. */
export function pageWith(file: PDFDocument, pattern: RegExp): PDFPage {
  const page = file
    .getPages()
    .find(({ node }) =>
      listAt(node, 'Contents').some(
        (stream) =>
          stream instanceof PDFRawStream && pattern.test(Buffer.from(bytesOf(stream)).toString('latin1')),
      ),
    );
  if (!page) throw new Error(`no page has ${pattern}`);
  return page;
}

/** Puts something into the resources of a page, and gives the name that it has there. */
export function addResource(file: PDFDocument, page: PDFPage, category: string, value: PDFObject): string {
  const resources = page.node.Resources();
  if (!resources) throw new Error('the page has no resources');
  const name = `Planted${file.context.largestObjectNumber}`;
  const set = dictAt(resources, category) ?? file.context.obj({});
  resources.set(key(category), set);
  set.set(key(name), value);
  return name;
}

/** Paints something more on a page, in an artifact as a rule. */
export function paint(file: PDFDocument, page: PDFPage, content: string, artifact = true): void {
  rewrite(file, page, (old) => `q\n${old}\nQ\n${artifact ? `/Artifact BMC\n${content}\nEMC` : content}\n`);
}

/** Adds a form, which is not painted yet. */
export function addForm(file: PDFDocument, content: string, values: Values = {}): PDFRef {
  const dict = { BBox: [0, 0, 100, 100], ...values, Type: 'XObject', Subtype: 'Form' };
  return file.context.register(file.context.flateStream(content, dict));
}

/**
 * Puts an annotation on a page, and lists it in a new element.
 * @param role of the element; none if there shall be none
 */
export function addAnnotation(
  file: PDFDocument,
  page: PDFPage,
  subtype: string,
  values: Values,
  role?: string,
): { annotation: PDFDict; element: Found | undefined } {
  const number = 900_000 + file.context.largestObjectNumber;
  const annotation = file.context.obj({
    Rect: [10, 10, 30, 30],
    ...values,
    Type: 'Annot',
    Subtype: subtype,
    ...(role ? { StructParent: number } : {}),
  });
  const ref = file.context.register(annotation);
  page.node.addAnnot(ref);
  page.node.set(key('Tabs'), key('S'));
  if (!role) return { annotation, element: undefined };
  const around = addElement(file, element(file, 'Document'), role, {
    K: [{ Type: 'OBJR', Obj: ref, Pg: page.ref }],
  });
  addParent(file, number, around.ref);
  return { annotation, element: around };
}

/** A stream of a dictionary, changed. */
export function replace(
  file: PDFDocument,
  dict: PDFDict,
  name: string,
  change: (content: Buffer) => Uint8Array | string,
  values: Values = {},
): void {
  const old = streamAt(dict, name);
  const content = change(old ? Buffer.from(bytesOf(old)) : Buffer.alloc(0));
  const stream = file.context.flateStream(content, values);
  for (const [name, value] of old?.dict.entries() ?? [])
    if (!['Length', 'Filter'].includes(name.decodeText()) && !stream.dict.has(name))
      stream.dict.set(name, value);
  dict.set(key(name), file.context.register(stream));
}

/** Paints something on a page that an element lists. */
export function addMark(file: PDFDocument, page: PDFPage, around: Found, content: string): void {
  const list = file.context.lookup(parentsOf(file).get(numberAt(page.node, 'StructParents') ?? -1));
  if (!(list instanceof PDFArray)) throw new Error('the page has no marks');
  const id = list.size();
  list.push(around.ref);
  addKid(file, around, file.context.obj({ Type: 'MCR', Pg: page.ref, MCID: id }));
  paint(file, page, `/Mark <</MCID ${id}>> BDC\n${content}\nEMC`, false);
}

/** The parent tree, as it stands. */
export function parentsOf(file: PDFDocument): Map<number, PDFObject> {
  const parents = new Map<number, PDFObject>();
  for (const [number, value] of treeEntries(dictAt(root(file), 'ParentTree'), 'Nums'))
    parents.set(asNumber(number) ?? -1, value);
  return parents;
}

// Short for what is in nearly every line.
export const name = (text: string) => PDFName.of(text);
export const text = (content: string) => PDFString.of(content);

/** The fonts of the good file, one for text and one for formulas. */
export const TEXT_FONT = 'EBGaramond-Regular';
export const MATH_FONT = 'STIXTwoMath-Regular';

/** Marked content that an element lists. */
export const MARK = /\/MCID \d+ ?>> ?BDC/;

/** An image in the content. */
export const DOT = 'BI /W 1 /H 1 /CS /G /BPC 8 ID EMC\nEI';
/** The element around all others. */
export const document = (file: PDFDocument) => element(file, 'Document');
/** The first page with an artifact and text. */
export const textPage = (file: PDFDocument) => pageWith(file, /\/Artifact[\s\S]*\/MCID[\s\S]*BT/);
/** The first page with a picture that is a figure. */
export const picturePage = (file: PDFDocument) =>
  pageWith(file, /\/Figure <<\/MCID \d+ ?>> ?BDC\s+\/X\d+ Do/);

/** The first page with a link. */
export const linkPage = (file: PDFDocument) => {
  const page = file.getPages().find(({ node }) => listAt(node, 'Annots').length > 0);
  if (!page) throw new Error('no page has a link');
  return page;
};

/** The metadata, changed. */
export const xmp = (file: PDFDocument, change: (old: string) => string) =>
  replace(file, file.catalog, 'Metadata', (old) => change(old.toString()));

/** Puts a form field on a page. */
export const widget = (file: PDFDocument, values: Values, role = 'Form') =>
  addAnnotation(file, textPage(file), 'Widget', { FT: 'Tx', T: text('field'), ...values }, role);

/** Puts a comment on a page. */
export const comment = (file: PDFDocument, values: Values = {}, role?: string) =>
  addAnnotation(file, textPage(file), 'Text', { Contents: text('Look'), ...values }, role);

/** Something done to the good file, in words and in deed. */
export type Change = readonly [what: string, change: (file: PDFDocument) => void];
/** Conditions, parted by a space where one fault is more than one. */
export type Plant = readonly [conditions: string, ...change: Change];
