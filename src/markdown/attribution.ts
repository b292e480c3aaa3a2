import type { Paragraph } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';

declare module 'mdast' {
  interface Data {
    /** This paragraph says whose the words before it are. */
    attribution?: boolean;
  }
}

/** The last paragraph of a block is its attribution if it begins with a dash: `-- Name, *Work*`. */
export function settleAttribution(node: ContainerDirective): void {
  const last = node.children.at(-1);
  const first = last?.type === 'paragraph' ? last.children[0] : undefined;
  if (last?.type !== 'paragraph' || first?.type !== 'text' || !DASH.test(first.value)) return;
  // Real text, and not the stylesheet's: what CSS writes is not read aloud, and not there in a plain reader.
  first.value = first.value.replace(DASH, '—\u2009');
  const paragraph: Paragraph = last;
  paragraph.data = {
    ...paragraph.data,
    attribution: true,
    hProperties: { className: ['attribution'] },
  };
}

const DASH = /^(?:-{1,3}|–|—)\s*(?=\S)/;
