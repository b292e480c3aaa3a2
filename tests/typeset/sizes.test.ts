import { expect, it } from 'vitest';
import { sizesBeside } from '../../src/typeset/sizes.js';

/* What a theme sets goes by the text that a book asks for. */

const theme = new Map(
  Object.entries({
    'text-size': '10pt',
    leading: '15pt',
    'note-size': '8pt',
    'note-leading': '12pt',
    'title-size': '20pt',
    'title-leading': '30pt',
    'section-size': '14pt',
    'head-size': '9pt',
    indent: '1.3em',
  }),
);
const beside = (own: Readonly<Record<string, string>>) =>
  Object.fromEntries(sizesBeside(theme, new Map(Object.entries(own))));

it('smaller text has smaller notes and titles, and lines of notes go by the lines of text', () => {
  expect(beside({ 'text-size': '9pt', leading: '11.25pt' })).toEqual({
    'note-size': '7.2pt',
    'note-leading': '9pt',
    'title-size': '18pt',
    'title-leading': '27pt',
    'section-size': '12.6pt',
    'head-size': '8.1pt',
  });
});

it('titles of chapters grow half as much as the text', () => {
  expect(beside({ 'text-size': '20pt' })).toMatchObject({
    'note-size': '16pt',
    'title-size': '30pt',
    'title-leading': '45pt',
    'section-size': '28pt',
  });
});

it('what a book says itself, or cannot be reckoned with, is left alone', () => {
  expect(beside({ 'text-size': '9pt', 'note-size': '8.5pt' })).not.toHaveProperty('note-size');
  for (const size of ['10pt', 'calc(1pt + 8pt)', 'large', '0pt'])
    expect(beside({ 'text-size': size })).toEqual({});
});
