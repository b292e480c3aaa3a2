// Markdown as Typst would have it, so that both can be measured on one text: headings, paragraphs, lists, tables, code, quotations, notes.

/** @param {readonly import('mdast').Root[]} chapters */
export function toTypst(chapters) {
  const head = `#set page(width: 6in, height: 9in, margin: (top: .85in, bottom: .9in, inside: .7in, outside: .65in), numbering: "1", header: context { emph(query(selector(heading.where(level: 1)).before(here())).map(it => it.body).at(-1, default: [])) })
#set text(font: "EB Garamond", size: 11.5pt, lang: "en", hyphenate: true)
#set par(justify: true, leading: 0.5em, first-line-indent: 1.3em, spacing: 0.5em)
#show heading.where(level: 1): it => { pagebreak(weak: true); v(72pt); text(22pt, weight: "regular", it.body); v(1.5em) }
#show raw: set text(font: "Source Code Pro", size: 8.6pt)
#outline(depth: 1)
`;
  return head + chapters.map(chapter).join('\n\n');
}

function chapter(tree) {
  const notes = new Map();
  for (const node of tree.children)
    if (node.type === 'footnoteDefinition') notes.set(node.identifier, node.children);
  const inline = (nodes) => nodes.map(word).join('');
  const word = (node) => {
    switch (node.type) {
      case 'text':
        return plain(node.value);
      case 'emphasis':
        return `#emph[${inline(node.children)}]`;
      case 'strong':
        return `#strong[${inline(node.children)}]`;
      case 'inlineCode':
        return `#raw(${JSON.stringify(node.value)})`;
      case 'break':
        return ' \\\n';
      case 'footnoteReference': {
        const note = notes.get(node.identifier);
        return note ? `#footnote[${note.map((one) => inline(one.children ?? [])).join(' ')}]` : '';
      }
      case 'image':
        return plain(node.alt ?? '');
      default:
        return 'children' in node ? inline(node.children) : '';
    }
  };
  const block = (node, indent = '') => {
    switch (node.type) {
      case 'heading':
        return `${'='.repeat(node.depth)} ${inline(node.children)}`;
      case 'paragraph':
        return inline(node.children);
      case 'code':
        return `#raw(block: true, lang: ${JSON.stringify(node.lang ?? 'txt')}, ${JSON.stringify(node.value)})`;
      case 'blockquote':
        return `#quote(block: true)[${node.children.map((one) => block(one)).join('\n\n')}]`;
      case 'list': {
        const items = node.children.map(
          (item) => `[${item.children.map((one) => block(one, indent)).join('\n\n')}]`,
        );
        return `#${node.ordered ? 'enum' : 'list'}(${items.join(', ')})`;
      }
      case 'table': {
        const cells = node.children.flatMap((row) =>
          row.children.map((cell) => `[${inline(cell.children)}]`),
        );
        return `#table(columns: ${node.children[0]?.children.length ?? 1}, ${cells.join(', ')})`;
      }
      case 'thematicBreak':
        return '#align(center)[\\* \\* \\*]';
      case 'footnoteDefinition':
      case 'html':
      case 'yaml':
      case 'definition':
        return '';
      default:
        return 'children' in node ? node.children.map((one) => block(one)).join('\n\n') : '';
    }
  };
  return tree.children.map((node) => block(node)).join('\n\n');
}

function plain(text) {
  return text.replace(/[\\#*_`$<>@[\]=~/+"'-]/g, '\\$&');
}
