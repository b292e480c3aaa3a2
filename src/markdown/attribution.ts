import type { Paragraph, RootContent, Text } from 'mdast';
import { textOf } from '../tree/text-of.js';

declare module 'mdast' {
  interface Data {
    /** This paragraph says whose the words before it are. */
    attribution?: boolean;
  }
}

/**
 * The last paragraph of a block is its attribution if it begins with a dash: `-- Name, *Work*`. Behind the name that a letter is signed with
 * there may be a postscript.
 */
export function settleAttribution(node: { readonly children: readonly RootContent[] }): void {
  const postscript = node.children.findIndex((child) => POSTSCRIPT.test(textOf(child)));
  const paragraph = [node.children[postscript - 1], node.children.at(-1)].find(
    (child): child is Paragraph => child !== undefined && isAttribution(child),
  );
  const first = paragraph && firstOf(paragraph);
  if (!first) return;
  // Real text, and not the stylesheet's: what CSS writes is not read aloud, and not there in a plain reader.
  first.value = first.value.replace(DASH, '—\u2009');
  paragraph.data = {
    ...paragraph.data,
    attribution: true,
    hProperties: { className: ['attribution'] },
  };
}

/** Whether a block is a paragraph that begins with a dash. */
export function isAttribution(child: RootContent): child is Paragraph {
  return child.type === 'paragraph' && DASH.test(firstOf(child)?.value ?? '');
}

function firstOf({ children: [first] }: Paragraph): Text | undefined {
  return first?.type === 'text' ? first : undefined;
}

/** P.S., PS or P.-S.; P. D. in Spanish. */
const POSTSCRIPT = /^P\.?[\s-]?(?:P\.?[\s-]?)?[SD](?![\p{L}\p{N}])/u;
/** A dash before words, or before the title that they begin with. */
const DASH = /^(?:-{1,3}(?!-)|–|—)(?:\s*(?=\S)|\s+$)/;
