import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';

/** An element of the structure tree. */
export interface Tag {
  /** As it stands in the file: `P`, `LBody`, `Em`. */
  readonly role: string;
  /** All text under it in reading order; a line end is a space. */
  readonly text: string;
  readonly alt?: string | undefined;
  /** Where it is another one than around it. */
  readonly lang?: string | undefined;
  /** Of a table head or a note. */
  readonly id?: string | undefined;
  /** Ids of the heads of a table cell. */
  readonly headers?: readonly string[] | undefined;
  readonly children: readonly Tag[];
}

/** Every tag of a role, in reading order, at any depth: `tagged(pdf.tags, 'H1')`. */
export function tagged(tags: readonly Tag[], role: string): Tag[] {
  return tags.flatMap((tag) => [...(tag.role === role ? [tag] : []), ...tagged(tag.children, role)]);
}

/** The whole structure tree, with the text of each mark as pdf.js read it (by `p12R_mc3`: page object and number). */
export function tagsOf(file: PDFDocument, marked: ReadonlyMap<string, string>): Tag[] {
  const kids = (dict: PDFDict): PDFObject[] => {
    const value = dict.lookup(PDFName.of('K'));
    return value instanceof PDFArray ? value.asArray() : value ? [value] : [];
  };
  const textAt = (page: PDFObject | undefined, id: number) =>
    page instanceof PDFRef ? (marked.get(`p${page.objectNumber}R_mc${id}`) ?? '') : '';
  const tagOf = (dict: PDFDict, role: PDFName): Tag => {
    const children: Tag[] = [];
    let text = '';
    for (const kid of kids(dict)) {
      const value = file.context.lookup(kid);
      if (value instanceof PDFNumber) text += textAt(dict.get(PDFName.of('Pg')), value.asNumber());
      if (!(value instanceof PDFDict)) continue;
      const mark = value.lookup(PDFName.of('MCID'));
      const kidRole = value.lookup(PDFName.of('S'));
      if (mark instanceof PDFNumber)
        text += textAt(value.get(PDFName.of('Pg')) ?? dict.get(PDFName.of('Pg')), mark.asNumber());
      if (!(kidRole instanceof PDFName)) continue;
      const child = tagOf(value, kidRole);
      children.push(child);
      text += child.text;
    }
    const alt = dict.lookupMaybe(PDFName.of('Alt'), PDFString, PDFHexString)?.decodeText();
    const id = dict.lookupMaybe(PDFName.of('ID'), PDFString, PDFHexString)?.decodeText();
    const lang = dict.lookupMaybe(PDFName.of('Lang'), PDFString, PDFHexString)?.decodeText();
    return { role: role.decodeText(), text, alt, lang, id, headers: headersOf(dict), children };
  };
  const root = file.catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict);
  return (root ? kids(root) : []).flatMap((kid) => {
    const value = file.context.lookup(kid);
    const role = value instanceof PDFDict ? value.lookup(PDFName.of('S')) : undefined;
    return value instanceof PDFDict && role instanceof PDFName ? [tagOf(value, role)] : [];
  });
}

function headersOf(dict: PDFDict): string[] | undefined {
  const value = dict.lookup(PDFName.of('A'));
  const sets = value instanceof PDFArray ? value.asArray().map((_, index) => value.lookup(index)) : [value];
  for (const set of sets) {
    const heads = set instanceof PDFDict ? set.lookup(PDFName.of('Headers')) : undefined;
    if (heads instanceof PDFArray) {
      return heads.asArray().map((head) => (head instanceof PDFString ? head.decodeText() : String(head)));
    }
  }
  return undefined;
}
