import type { Element } from 'hast';
import type { Nodes, Paragraph, PhrasingContent, Root, Table, TableCell, TableRow } from 'mdast';
import { defaultHandlers, type Handlers } from 'mdast-util-to-hast';
import type { VFile } from 'vfile';
import { type Attributes, parseAttributes } from '../markdown/braces.js';
import { lengthIn } from '../markdown/lengths.js';
import { attributeValid } from '../markdown/notices.js';
import { TABLE_CAPTION } from '../markdown/table-captions.js';
import { shapeTable, type TableShape } from '../markdown/table-parts.js';
import { widthClass } from '../markdown/width.js';
import type { Construct } from '../model/construct.js';
import type { Say } from '../model/notice.js';
import { visit } from '../tree/visit.js';

/** More rows than this stand on no sheet. */
const MOST_ROWS = 99;
const HEIGHT = { least: 4, most: 60 };

/**
 * A table with a caption, as Pandoc and Quarto write it: `: What it shows {#tbl-x}`. Behind the caption, or below the table, stand, in braces,
 * `widths="30 70"` (of the columns, in percent), `header-columns=1` (columns that head their rows), `header-rows=2` and
 * `footer-rows=1`; for a table to be written in, `rows=8` (so many rows at least, on paper) and `row-height=11mm`.
 */
export const table: Construct = {
  name: 'table',
  sample: '| Day | Cups |\n| --- | ---: |\n| Mon | 3 |\n\n: Cups a day {#tbl-cups header-columns=1}\n',
  css: 'table',
  mark: /\|/,
  remark(tree, file, say) {
    takeBraces(tree, file);
    takeCaptions(tree);
    visit(tree, 'table', (node: Table) => {
      const attributes = node.data?.attributes;
      if (!attributes) return;
      const {
        widths,
        'header-columns': columns,
        'header-rows': head,
        'footer-rows': rows,
        rows: least,
        'row-height': height,
        ...values
      } = attributes.values;
      const shape: TableShape = {
        widths: widths ? columnWidths(widths, node, file, say) : [],
        headerRows: Math.max(1, countIn('header-rows', head, node, file, say)),
        headerColumns: countIn('header-columns', columns, node, file, say),
        footerRows: countIn('footer-rows', rows, node, file, say),
        rows: Math.min(MOST_ROWS, countIn('rows', least, node, file, say)),
        rowHeight: lengthIn(height, 'row-height', HEIGHT, file, node, say),
      };
      node.data = {
        ...node.data,
        attributes: { ...attributes, values },
        table: shape,
        ...(attributes.id?.startsWith('tbl-') ? { counter: 'table' } : {}),
      };
    });
  },
  handlers: { table: tableElement } as Handlers,
  handlersFor: {
    paged: {
      table: (state: Parameters<typeof defaultHandlers.table>[0], node: Table) =>
        withFields(tableElement(state, roomy(node)), node),
    } as Handlers,
  },
};

/** Rows to be written in are as many as there are to be; who reads on glass has no use for them. */
function roomy(node: Table): Table {
  const { rows = 0, headerRows = 1, footerRows = 0 } = node.data?.table ?? {};
  const written = node.children.filter(({ type }) => type === 'tableRow');
  const cells = written[0]?.children.length ?? 0;
  const empty = rows ? Math.max(0, rows + headerRows + footerRows - written.length) : 0;
  if (!empty) return node;
  const row = (): TableRow => ({
    type: 'tableRow',
    children: Array.from({ length: cells }, (): TableCell => ({ type: 'tableCell', children: [] })),
  });
  const head = node.children.length - written.length + headerRows;
  const foot = Math.max(head, node.children.length - footerRows);
  const children = [...node.children];
  children.splice(foot, 0, ...Array.from({ length: empty }, row));
  return { ...node, children };
}

/** The empty cells of a table that is to be written in are fields. */
function withFields(element: Element, { data }: Table): Element {
  const { rows, rowHeight } = data?.table ?? {};
  if (rows || rowHeight)
    visit(element, { tagName: 'td' }, (cell) => {
      if (cell.type === 'element' && !cell.children.length) cell.properties.dataField = 'box';
    });
  return element;
}

declare module 'mdast' {
  interface Data {
    table?: TableShape;
  }
}

/**
 * Braces alone below a table are its own, right below it, where they look like a row to GFM, or in a paragraph: they go to its caption,
 * or stand in place of one.
 */
function takeBraces(tree: Root, file: VFile): void {
  const source = String(file.value);
  const attributesIn = ({ position }: TableRow | Paragraph): Attributes | undefined =>
    parseAttributes(source.slice(position?.start.offset, position?.end.offset));
  visit(tree, 'table', (node: Table, index, parent) => {
    if (!parent || index === undefined) return;
    const [above, below] = [parent.children[index - 1], parent.children[index + 1]];
    const row = node.children.length > 1 ? node.children.at(-1) : undefined;
    const holder = [row, below].find(
      (one): one is TableRow | Paragraph =>
        (one?.type === 'tableRow' || one?.type === 'paragraph') && attributesIn(one) !== undefined,
    );
    const attributes = holder && attributesIn(holder);
    if (!holder || !attributes) return;
    const { start, end } = holder.position ?? {};
    file.data.leftOut?.push({ from: start?.offset ?? 0, to: end?.offset ?? 0 });
    if (holder === row) node.children.pop();
    else parent.children.splice(index + 1, 1);
    const ofOther = parent.children[index - 2]?.type === 'table';
    const caption = [parent.children[index + 1], ofOther ? undefined : above].find(isCaption);
    if (caption) caption.data = { ...caption.data, attributes: merged(caption.data?.attributes, attributes) };
    else {
      const place = holder.position ? { position: holder.position } : {};
      const sign: PhrasingContent = { type: 'text', value: ':', ...place };
      parent.children.splice(index + 1, 0, {
        type: 'paragraph',
        children: [sign],
        data: { attributes },
        ...place,
      });
    }
  });
}

function merged(own: Attributes | undefined, more: Attributes): Attributes {
  return {
    id: own?.id ?? more.id,
    classes: [...(own?.classes ?? []), ...more.classes],
    values: { ...more.values, ...own?.values },
  };
}

function isCaption(node: Nodes | undefined): node is Paragraph {
  const first = node?.type === 'paragraph' ? node.children[0] : undefined;
  return first?.type === 'text' && TABLE_CAPTION.test(first.value);
}

/** A caption belongs to the table before it, else to the one behind it, and becomes its first child. */
function takeCaptions(tree: Root): void {
  const taken = new Set<Table>();
  visit(tree, 'paragraph', (node: Paragraph, index, parent) => {
    const first = node.children[0];
    if (!parent || index === undefined || !isCaption(node) || first?.type !== 'text') return undefined;
    const neighbours = [parent.children[index - 1], parent.children[index + 1]];
    const owner = neighbours.find((one): one is Table => one?.type === 'table' && !taken.has(one));
    if (!owner) return undefined;
    const { attributes, ...data } = node.data ?? {};
    const isWordless = node.children.length === 1 && !first.value.replace(TABLE_CAPTION, '');
    // A colon alone is text.
    if (isWordless && !attributes) return undefined;
    taken.add(owner);
    if (attributes) owner.data = { ...owner.data, attributes };
    parent.children.splice(index, 1);
    // What is numbered shows its number.
    if (isWordless && !attributes?.id) return index;
    first.value = first.value.replace(TABLE_CAPTION, '');
    const caption: Paragraph = { ...node, data: { ...data, hName: 'caption', caption: true } };
    (owner.children as unknown[]).unshift(caption);
    return index;
  });
}

function hasCaption(node: Table): boolean {
  return (node.children[0] as { type: string } | undefined)?.type === 'paragraph';
}

function columnWidths(written: string, node: Table, file: VFile, say: Say): string[] {
  const classes = written
    .trim()
    .split(/[\s,]+/)
    .flatMap((one) => widthClass(one, file, node, say));
  const columns = node.children.find((row) => row.type === 'tableRow')?.children.length ?? 0;
  if (classes.length === columns) return classes;
  say(
    attributeValid,
    { name: 'widths', value: written, wants: `${columns} widths, one for each column` },
    { file, node },
  );
  return [];
}

function countIn(name: string, value: string | undefined, node: Table, file: VFile, say: Say): number {
  if (value === undefined) return 0;
  if (/^\d{1,2}$/.test(value)) return Number(value);
  say(attributeValid, { name, value, wants: 'a whole number' }, { file, node });
  return 0;
}

function tableElement(state: Parameters<typeof defaultHandlers.table>[0], node: Table): Element {
  const caption = hasCaption(node) ? (node.children[0] as unknown as Paragraph) : undefined;
  const rows = caption ? { ...node, children: node.children.slice(1) } : node;
  // The caption stands above the rows, and so its notes come first.
  const said = caption && state.all({ ...caption, children: caption.children as PhrasingContent[] });
  const element = defaultHandlers.table(state, rows) as Element;
  const { widths = [] } = node.data?.table ?? {};
  shapeTable(element, rows, node.data?.table);
  const columns: Element = {
    type: 'element',
    tagName: 'colgroup',
    properties: {},
    children: widths.map((name) => ({
      type: 'element',
      tagName: 'col',
      properties: { className: [name] },
      children: [],
    })),
  };
  const { rowHeight, rows: least } = node.data?.table ?? {};
  if (rowHeight || least)
    element.properties = {
      ...element.properties,
      className: ['roomy'],
      ...(rowHeight ? { dataHeight: rowHeight } : {}),
    };
  const head: Element[] = widths.length ? [columns] : [];
  if (caption && said) {
    const title: Element = { type: 'element', tagName: 'caption', properties: {}, children: said };
    state.patch(caption, title);
    head.unshift(title);
  }
  element.children.unshift(...head);
  return element;
}
