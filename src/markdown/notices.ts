import type { Notice } from '../model/notice.js';

export const nestingIsReasonable: Notice<{ depth: number }> = {
  id: 'nesting-is-reasonable',
  severity: 'error',
  says: ({ depth }) => `Quotes, lists or emphasis are nested more than ${depth} deep here`,
  remedy: () => 'Take some levels out; no page has room for so many.',
  why: 'Every level narrows the text. Nesting this deep is a slip or an attack, and would only burn time and memory.',
};

export const paragraphIsReasonable: Notice<{ characters: number }> = {
  id: 'paragraph-is-reasonable',
  severity: 'error',
  says: ({ characters }) =>
    `What begins here runs on for ${characters.toLocaleString('en')} characters without a blank line`,
  remedy: () => 'Put blank lines where its paragraphs end; if this is data, leave it out of the book.',
  why: 'A paragraph of megabytes is a file whose line ends were lost. Set as one paragraph it would fill hundreds of pages.',
};

export const directiveKnown: Notice<{ name: string; guess?: string | undefined; known: readonly string[] }> =
  {
    id: 'directive-known',
    severity: 'warning',
    says: ({ name }) => `“${name}” is not a block that Octavo knows; its text is kept as it is`,
    remedy: ({ guess, known }) => (guess ? `Did you mean “${guess}”?` : `Known blocks: ${known.join(', ')}.`),
    why: 'A mistyped name would turn a practice or a warning into ordinary text without anyone noticing.',
  };

export const directiveCount: Notice<{ name: string; value: string; most: number }> = {
  id: 'directive-count',
  severity: 'error',
  says: ({ name, value }) => `“${name}” is “${value}”, which is no number that this block can take`,
  remedy: ({ most }) => `Write a whole number from 1 to ${most}.`,
  why: 'A number that is not one would be passed over in silence, and the page would come out with another.',
};

export const frontMatterCloses: Notice = {
  id: 'front-matter-closes',
  severity: 'error',
  says: () => 'This front matter has no end, so it would be printed as text',
  remedy: () => 'Close it with a line of three dashes: ---. TOML between +++ is not read: write it as YAML.',
  why: 'Front matter stands between two lines of three dashes. Without the second one the whole file is text.',
};
