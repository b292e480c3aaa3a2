import type { Notice } from '../model/notice.js';

export const nestingIsReasonable: Notice<{ depth: number }> = {
  id: 'nesting-is-reasonable',
  severity: 'error',
  says: ({ depth }) => `Quotes, lists, blocks or emphasis are nested more than ${depth} deep here`,
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

export const definitionsAreReasonable: Notice<{ most: number }> = {
  id: 'definitions-are-reasonable',
  severity: 'error',
  says: ({ most }) => `This file defines more than ${most.toLocaleString('en')} notes and addresses`,
  remedy: () => 'Split the file; each chapter may have as many again.',
  why: 'Every note and address of a file is held against all the others. A book of the longest kind has a few thousand; a hundred thousand in one file would keep the machine busy for hours.',
};

export const headingIsReasonable: Notice<{ characters: number }> = {
  id: 'heading-is-reasonable',
  severity: 'error',
  says: ({ characters }) =>
    `This heading has ${characters.toLocaleString('en')} characters, so it is set as a paragraph`,
  remedy: () => 'Make a paragraph of it, under a heading of a few words.',
  why: 'A heading stands in the contents, in the outline of a PDF and at the top of pages. A page of text that became one by a slip would fill them all.',
};
