import type { Parents, Root, ThematicBreak } from 'mdast';
import type { LeafDirective } from 'mdast-util-directive';
import { countOf } from '../markdown/directives.js';
import { setFieldLabel } from '../markdown/field-label.js';
import { lengthIn } from '../markdown/lengths.js';
import type { Construct } from '../model/construct.js';
import { typedLineOf } from '../tree/text-of.js';
import { visit } from '../tree/visit.js';

/** A page of handwriting; more lines than this fit on no sheet. */
const MOST = 60;
/** From the narrowest that a pen can use to what a child learns on. */
const SPACING = { least: 4, most: 30 };

/** A line that is drawn with underscores, as on a typewriter; fewer of them always part two scenes. */
const DRAWN = /^_{12,}$/;

/**
 * `::lines[What I felt]{n=4 spacing=9mm}`: ruled lines to write on, with what belongs there above them. Twelve or more
 * underscores that stand alone are such a line, too; in a chapter, one between two paragraphs is a break between scenes,
 * unless the first ends in a colon.
 */
export const lines: Construct = {
  name: 'lines',
  sample: '::lines[What I felt]{n=3 spacing=8mm}\n',
  directives: ['::lines'],
  attributes: ['n', 'spacing'],
  css: 'lines',
  mark: /::lines|_{12}/,
  remark(tree, file, say, { role }) {
    ruleDrawn(tree, String(file.value), role === 'handout');
    visit(tree, 'leafDirective', (node: LeafDirective, index, parent) => {
      if (node.name !== 'lines' || node.data?.hName || !parent || index === undefined) return undefined;
      const n = countOf(node, 'n', { otherwise: 3, most: MOST }, file, say);
      const dataSpacing = lengthIn(node.attributes?.spacing, 'spacing', SPACING, file, node, say);
      node.data = {
        ...node.data,
        hName: 'div',
        hProperties: {
          className: ['lines'],
          role: 'presentation',
          dataField: 'lines',
          ...(dataSpacing ? { dataSpacing } : {}),
        },
        hChildren: Array.from({ length: n }, () => ({
          type: 'element' as const,
          tagName: 'div',
          properties: { className: ['line'] },
          children: [],
        })),
      };
      return setFieldLabel(node, index, parent) ? index + 1 : undefined;
    });
  },
};

/**
 * Markdown takes lines of underscores for breaks between scenes, and that is what one in running text is. Those that follow
 * one another are one field; of more than a field may have there are several.
 */
function ruleDrawn(tree: Root, source: string, isHandout: boolean): void {
  const isDrawn = ({ data, position }: ThematicBreak): boolean =>
    !data?.attributes && DRAWN.test(source.slice(position?.start.offset, position?.end.offset).trimEnd());
  visit(tree, 'thematicBreak', (first, index, parent) => {
    if (index === undefined || !parent || parent.type === 'listItem' || !isDrawn(first)) return;
    const after = parent.children.slice(index);
    const other = after.findIndex((node) => node.type !== 'thematicBreak' || !isDrawn(node));
    const rows = after.slice(0, other < 0 ? undefined : other);
    if (rows.length === 1 && !isHandout && partsScenes(parent, index)) return;
    const fields: LeafDirective[] = [];
    for (let from = 0; from < rows.length; from += MOST) {
      const own = rows.slice(from, from + MOST);
      const [start, end] = [own[0]?.position?.start, own.at(-1)?.position?.end];
      fields.push({
        type: 'leafDirective',
        name: 'lines',
        attributes: { n: `${own.length}` },
        children: [],
        ...(start && end ? { position: { start, end } } : {}),
      });
    }
    parent.children.splice(index, rows.length, ...fields);
  });
}

/** Whether it stands between two paragraphs of running text, of which the first asks for nothing. */
function partsScenes({ type, children }: Parents, index: number): boolean {
  const [before, after] = [children[index - 1], children[index + 1]];
  if (!(type === 'root' || type === 'condition') || before?.type !== 'paragraph') return false;
  return after?.type === 'paragraph' && !/[:：]$/.test(typedLineOf(before));
}
