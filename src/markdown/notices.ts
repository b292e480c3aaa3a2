import type { Notice } from '../model/notice.js';
import type { FrontMatterFault } from './lost-front-matter.js';

interface UnknownBlock {
  name: string;
  guess?: string | undefined;
  /** How it is written here, if not as a block. */
  instead?: string | undefined;
  known: readonly string[];
}

export const directiveKnown: Notice<UnknownBlock> = {
  id: 'directive-known',
  severity: 'warning',
  says: ({ name }) => `“${name}” is not a block that Octavo knows; its text is kept as it is`,
  remedy: ({ guess, instead, known }) =>
    instead ?? (guess ? `Did you mean “${guess}”?` : `Known blocks: ${known.join(', ')}.`),
  why: 'A mistyped name would turn a practice or a warning into ordinary text without anyone noticing.',
};

export const labelShows: Notice<{ name: string; words: string }> = {
  id: 'label-shows',
  severity: 'warning',
  says: ({ name, words }) => `“${name}” fills itself, so “${words}” in its brackets is not printed`,
  remedy: () => 'Write these words above it, as a heading or a paragraph, and take the brackets away.',
  why: 'Lists, answers and pointers say what the book says elsewhere. Words that are written into their brackets would be lost without anyone noticing.',
};

export const captionStandsOnce: Notice<{ words: string }> = {
  id: 'caption-stands-once',
  severity: 'warning',
  says: ({ words }) =>
    `“${words}” is neither the caption of this picture, which stands elsewhere, nor what it shows, which its braces say; it is not printed`,
  remedy: () => 'Take these words out of the brackets, or put them into the caption.',
  why: 'With alt="…" in its braces, what stands in the brackets of a picture is its caption. Where it has another one, a title or a slanted line below it, these words would be lost without anyone noticing.',
};

export const directiveCount: Notice<{ name: string; value: string; most: number }> = {
  id: 'directive-count',
  severity: 'error',
  says: ({ name, value }) => `“${name}” is “${value}”, which is no number that this block can take`,
  remedy: ({ most }) => `Write a whole number from 1 to ${most}.`,
  why: 'A number that is not one would be passed over in silence, and the page would come out with another.',
};

export const attributeKnown: Notice<{
  name: string;
  guess?: string | undefined;
  /** What is written here for what another tool has it for. */
  instead?: string | undefined;
  /** What the block takes. */
  takes?: readonly string[];
}> = {
  id: 'attribute-known',
  severity: 'warning',
  says: ({ name }) => `“${name}” means nothing here, so it was passed over`,
  remedy: ({ guess, instead, takes = [] }) => {
    if (instead) return instead;
    if (guess) return `Did you mean “${guess}”?`;
    return `Take it out, or correct its name${takes.length ? `: ${takes.join(', ')}` : ''}.`;
  },
  why: 'A mistyped attribute, such as a width, would be passed over in silence, and the page would come out without it.',
};

export const attributeValid: Notice<{ name: string; value: string; wants: string }> = {
  id: 'attribute-valid',
  severity: 'error',
  says: ({ name, value }) => `“${name}” is “${value}”, which cannot be used`,
  remedy: ({ wants }) => `Write ${wants}.`,
  why: 'A value that is not understood would be passed over in silence, and the page would come out with another.',
};

const FAULTS: Readonly<Record<FrontMatterFault, { is: string; remedy: string }>> = {
  open: { is: 'has no end', remedy: 'Close it with a line of three dashes: ---.' },
  late: {
    is: 'does not begin its file',
    remedy: 'Take out whatever stands before its three dashes, empty lines and spaces, too.',
  },
  toml: {
    is: 'is TOML, which is not read',
    remedy: 'Write it as YAML, between two lines of three dashes: “title: One” for “title = "One"”.',
  },
  dashes: {
    is: 'does not begin with three dashes',
    remedy:
      'Write three hyphens, ---, on the line before it and on the line behind; an editor may have made others of them.',
  },
  bare: {
    is: 'has no line of dashes before it',
    remedy: 'Write three hyphens, ---, on a line before it, and on a line behind if there are none yet.',
  },
};

export const frontMatterCloses: Notice<{ fault: FrontMatterFault }> = {
  id: 'front-matter-closes',
  severity: 'error',
  says: ({ fault }) => `This front matter ${FAULTS[fault].is}, so it would be printed as text`,
  remedy: ({ fault }) => FAULTS[fault].remedy,
  why: 'Front matter stands at the beginning of a file, between two lines of three dashes. Elsewhere, or without the second one, it is text.',
};

export const markupIsRead: Notice = {
  id: 'markup-is-read',
  severity: 'error',
  says: () => 'What begins here cannot be read',
  remedy: () =>
    'Lists of definitions within one another do not go into a quotation: take them out of it, or make one of them a list of another kind.',
  why: 'What the signs mean is found out by a program that fails at this place. Nothing is guessed, for text might be lost.',
};
