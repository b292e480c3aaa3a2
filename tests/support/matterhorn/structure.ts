import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
} from '@cantoo/pdf-lib';
import {
  asDict,
  asName,
  asNumber,
  asText,
  dictAt,
  nameAt,
  numberAt,
  objectName,
  textAt,
  treeEntries,
} from './objects.js';
import type { Report } from './report.js';

const PAGE = PDFName.of('Pg');
const STREAM = PDFName.of('Stm');

/** Content that an element lists: marked content with an identifier (ISO 32000-1, 14.7.4.2). */
export interface Mark {
  readonly kind: 'mark';
  readonly element: Element;
  /** The page that it is painted on, or the form XObject. */
  readonly owner: PDFRef;
  readonly id: number;
  /** What was found of it in the content: how often it was opened, and what is shown in it. */
  opened: number;
  text: boolean;
  picture: boolean;
}

/** A whole object that an element lists, an annotation as a rule (14.7.4.3). */
export interface ObjectKid {
  readonly kind: 'object';
}

/** An element of the structure tree (14.7.2). */
export interface Element {
  readonly kind: 'element';
  readonly dict: PDFDict;
  readonly ref: PDFRef | undefined;
  /** As it stands in the file. */
  readonly role: string;
  /** The standard type that the role map leads to; '' if it leads to none. */
  readonly type: string;
  readonly parent: Element | undefined;
  readonly kids: readonly (Element | Mark | ObjectKid)[];
  /** Whether the language of its text is known, from it or from what it is in (14.9.2). */
  readonly language: boolean;
  /** Whether it is a formula or within one. */
  readonly formula: boolean;
}

/** Standard structure types (14.8.4). */
const STANDARD = new Set(
  `Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody
  Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure
  Formula Form`.split(/\s+/),
);

/** Whether a type is one of those of the standard, which nobody may map (14.8.4). */
export const isStandard = (role: string): boolean => STANDARD.has(role);

/** The structure tree, and every way that leads to its elements. */
export class Structure {
  /** In the order of the document. */
  readonly elements: Element[] = [];
  readonly byDict = new Map<PDFDict, Element>();
  readonly marks = new Map<PDFRef, Map<number, Mark>>();
  /** Objects that elements list, by their dictionary. */
  readonly objects = new Map<PDFDict, Element>();
  readonly roles = new Map<string, string>();
  /** The parent tree (14.7.4.4). */
  readonly parents = new Map<number, PDFObject>();
  /** The elements that the ID tree names (14.7.2). */
  readonly ids = new Map<string, PDFDict | undefined>();
  private readonly pages: ReadonlyMap<PDFRef, number>;

  constructor(
    file: PDFDocument,
    private readonly report: Report,
  ) {
    const root = dictAt(file.catalog, 'StructTreeRoot');
    this.pages = new Map(file.getPages().map(({ ref }, index) => [ref, index + 1]));
    for (const [key, value] of dictAt(root, 'RoleMap')?.entries() ?? [])
      this.roles.set(key.decodeText(), asName(file.context.lookup(value)) ?? '');
    for (const [key, value] of treeEntries(dictAt(root, 'ParentTree'), 'Nums')) {
      const number = asNumber(key);
      if (number !== undefined) this.parents.set(number, value);
    }
    for (const [key, value] of treeEntries(dictAt(root, 'IDTree'), 'Names'))
      this.ids.set(asText(key) ?? '', asDict(file.context.lookup(value)));
    if (!root) report.add('tree-root', () => 'The catalog has no StructTreeRoot.');
    const language = (textAt(file.catalog, 'Lang') ?? '') !== '';
    for (const [value, ref] of membersOf(root, 'K'))
      if (value instanceof PDFDict) this.read(value, ref, undefined, root, language);
  }

  /** The standard type that a role stands for, by the role map; nothing if it leads to none (14.7.3). */
  typeOf(role: string): string | undefined {
    const seen = new Set<string>();
    for (let name: string | undefined = role; name !== undefined; name = this.roles.get(name)) {
      if (STANDARD.has(name)) return name;
      if (seen.has(name)) return undefined;
      seen.add(name);
    }
    return undefined;
  }

  /** Whether the parent tree leads from a mark to the element that lists it (14.7.4.4). */
  leadsBack(streamKey: number, mark: Mark): boolean {
    const list = mark.element.dict.context.lookup(this.parents.get(streamKey));
    return list instanceof PDFArray && mark.id < list.size() && list.lookup(mark.id) === mark.element.dict;
  }

  /** For a sentence: `H2 (object 12) on page 3`. */
  describe({ role, ref, dict, parent, kids }: Element): string {
    const name = `${role} (${objectName(ref)})`;
    const page = this.pageOf(dict, kids) ?? (parent && this.pageOf(parent.dict, []));
    return page === undefined ? name : `${name} on page ${page}`;
  }

  private pageOf(dict: PDFDict, kids: Element['kids']): number | undefined {
    const page = dict.get(PAGE);
    const number = page instanceof PDFRef ? this.pages.get(page) : undefined;
    if (number !== undefined) return number;
    for (const kid of kids) {
      const below =
        kid.kind === 'element'
          ? this.pageOf(kid.dict, kid.kids)
          : kid.kind === 'mark'
            ? this.pages.get(kid.owner)
            : undefined;
      if (below !== undefined) return below;
    }
    return undefined;
  }

  private read(
    dict: PDFDict,
    ref: PDFRef | undefined,
    parent: Element | undefined,
    above: PDFDict | undefined,
    language: boolean,
  ): Element | undefined {
    if (this.byDict.has(dict)) {
      this.report.add('tree-parent', () => `The element in ${objectName(ref)} is in the tree twice.`);
      return undefined;
    }
    const role = nameAt(dict, 'S') ?? '';
    const lang = textAt(dict, 'Lang');
    const type = this.typeOf(role) ?? '';
    const kids: (Element | Mark | ObjectKid)[] = [];
    const element: Element = {
      kind: 'element',
      dict,
      ref,
      role,
      type,
      parent,
      kids,
      // A language that is '' is not known, whatever is said further up (14.9.2.2).
      language: lang === undefined ? language : lang !== '',
      formula: type === 'Formula' || (parent?.formula ?? false),
    };
    this.byDict.set(dict, element);
    this.elements.push(element);
    if (dictAt(dict, 'P') !== above)
      this.report.add(
        'tree-parent',
        () => `${this.describe(element)} says that another element is around it.`,
      );
    for (const [value, kidRef] of membersOf(dict, 'K')) {
      const kid =
        value instanceof PDFNumber
          ? this.mark(element, dict, undefined, value.asNumber())
          : value instanceof PDFDict
            ? this.kid(element, value, kidRef)
            : undefined;
      if (kid) kids.push(kid);
    }
    return element;
  }

  private kid(
    element: Element,
    value: PDFDict,
    ref: PDFRef | undefined,
  ): Element | Mark | ObjectKid | undefined {
    const type = nameAt(value, 'Type');
    if (type === 'MCR') return this.mark(element, value, value.get(STREAM), numberAt(value, 'MCID') ?? -1);
    if (type !== 'OBJR') return this.read(value, ref, element, element.dict, element.language);
    const object = dictAt(value, 'Obj');
    const other = object && this.objects.get(object);
    if (other)
      this.report.add(
        'tree-twice',
        () => `An object is listed by ${this.describe(other)} and by ${this.describe(element)}.`,
      );
    else if (object) this.objects.set(object, element);
    return { kind: 'object' };
  }

  private mark(element: Element, dict: PDFDict, stream: PDFObject | undefined, id: number): Mark | undefined {
    const owner = stream ?? dict.get(PAGE) ?? element.dict.get(PAGE);
    if (!(owner instanceof PDFRef)) {
      this.report.add('tree-lost', () => `${this.describe(element)} lists mark ${id} of no page.`);
      return undefined;
    }
    const mark: Mark = { kind: 'mark', element, owner, id, opened: 0, text: false, picture: false };
    const marks = this.marks.get(owner) ?? new Map<number, Mark>();
    this.marks.set(owner, marks);
    const other = marks.get(id);
    if (other) {
      this.report.add(
        'tree-twice',
        () =>
          `Mark ${id} of ${this.ownerName(owner)} is listed by ${this.describe(other.element)} and by ${this.describe(element)}.`,
      );
    } else marks.set(id, mark);
    return mark;
  }

  /** For a sentence: `page 3`, or the object of a form. */
  ownerName(owner: PDFRef): string {
    const page = this.pages.get(owner);
    return page === undefined ? objectName(owner) : `page ${page}`;
  }
}

/** The members of an array (or what stands in its place) with their references. */
function membersOf(dict: PDFDict | undefined, key: string): [PDFObject | undefined, PDFRef | undefined][] {
  const value = dict?.get(PDFName.of(key));
  const array = value instanceof PDFRef ? dict?.context.lookup(value) : value;
  const members = array instanceof PDFArray ? array.asArray() : value ? [value] : [];
  return members.map((member) =>
    member instanceof PDFRef ? [dict?.context.lookup(member), member] : [member, undefined],
  );
}
