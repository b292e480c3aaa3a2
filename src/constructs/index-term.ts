import type { Emphasis, PhrasingContent } from 'mdast';
import type { LeafDirective } from 'mdast-util-directive';
import { entryPath } from '../language/entry-path.js';
import { attributeValid } from '../markdown/notices.js';
import type { Construct } from '../model/construct.js';
import type { IndexTerm } from '../model/index-term.js';
import { PLACE_MARK } from '../tree/classes.js';
import { visit } from '../tree/visit.js';

/** `<!--index: fear\\at night; jealousy-->`, which other tools pass over. */
const COMMENT = /^<!--\s*index:/;

/**
 * A term for the index of the book: `[patience]{.index}` enters the words themselves, `entry="fear!at night"` another entry
 * or a sub-entry of one (a mark within code is code, and `!!` prints one), `see="…"` and `see-also="…"` point to others, `range=start` and `range=end` hold a passage.
 * `[]{.index entry="…"}` and `<!--index: … -->` show nothing. `::index` says where the index stands, if not on a page of its
 * own behind the text.
 */
export const indexTerm: Construct = {
  name: 'index-term',
  sample: 'It takes [patience]{.index}.[]{.index entry="fear!at night"}\n',
  directives: ['::index'],
  fills: ['::index'],
  css: 'index-term',
  mark: /\.index|::index|<!--\s*index:/,
  remark(tree, file, say) {
    visit(tree, 'emphasis', (node) => {
      const attributes = node.data?.attributes;
      if (!attributes?.classes.includes('index')) return;
      const { entry, see, 'see-also': seeAlso, range, ...values } = attributes.values;
      if (range !== undefined && range !== 'start' && range !== 'end')
        say(
          attributeValid,
          { name: 'range', value: range, wants: 'range=start or range=end' },
          { file, node },
        );
      const term: IndexTerm = {
        path: entry ? entryPath(entry) : [],
        see,
        seeAlso,
        range: range === 'start' || range === 'end' ? range : undefined,
      };
      const classes = attributes.classes.filter((name) => name !== 'index');
      node.data = { ...node.data, attributes: { ...attributes, classes, values }, indexTerms: [term] };
    });
    visit(tree, 'paragraph', (node) => {
      if (node.children.length && node.children.every(isNothing)) node.data = { ...node.data, ...MARK };
    });
    visit(tree, 'leafDirective', (node: LeafDirective) => {
      if (node.name !== 'index') return;
      const hProperties = { className: ['index-columns'], dataIndex: '' };
      node.data = { ...node.data, holdsIndex: true, hName: 'div', hProperties };
    });
    visit(tree, 'html', (node, index, parent) => {
      const mark = COMMENT.exec(node.value)?.[0];
      if (!mark || !node.value.endsWith('-->') || !parent || index === undefined) return;
      const terms = node.value
        .slice(mark.length, -'-->'.length)
        .split(/[;\n]/)
        .map((one): IndexTerm => ({ path: entryPath(one) }))
        .filter(({ path }) => path.length > 0);
      if (!terms.length) return;
      const span: Emphasis = {
        type: 'emphasis',
        data: { hName: 'span', indexTerms: terms },
        children: [],
        ...(node.position ? { position: node.position } : {}),
      };
      const block = parent.type !== 'paragraph' && parent.type !== 'heading' && !('depth' in parent);
      parent.children.splice(index, 1, block ? { type: 'paragraph', data: MARK, children: [span] } : span);
    });
  },
};

declare module 'mdast' {
  interface Data {
    /** Here the index of the book stands. */
    holdsIndex?: boolean;
  }
}

/** A term that shows nothing, or the space between two of them. */
function isNothing(node: PhrasingContent): boolean {
  if (node.type === 'text') return !node.value.trim();
  return node.type === 'emphasis' && !node.children.length && node.data?.indexTerms !== undefined;
}

/** A place between two paragraphs takes no room, and stays with the one behind it. */
const MARK = { hName: 'div', hProperties: { className: [PLACE_MARK] } };
