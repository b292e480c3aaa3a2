import type { PDFDocument } from '@cantoo/pdf-lib';
import {
  addElement,
  addMark,
  type Change,
  DOT,
  document,
  element,
  elements,
  identify,
  name,
  type Plant,
  retag,
  root,
  text,
  textPage,
  type Values,
} from './tools.js';

const cells = (file: PDFDocument) => [...elements(file, 'TH'), ...elements(file, 'TD')];

const attribute = (file: PDFDocument, values: Values) => file.context.obj([{ O: 'Table', ...values }]);

/** Nothing is wrong with these: what the plants put in is not what is found. */
export const SOUND: readonly Change[] = [
  ['contents', (file) => addElement(file, addElement(file, document(file), 'TOC'), 'TOCI')],
  [
    'a warichu',
    (file) => {
      const warichu = addElement(file, document(file), 'Warichu');
      for (const role of ['WP', 'WT', 'WP']) addElement(file, warichu, role);
    },
  ],
  [
    'a ruby with brackets',
    (file) => {
      const ruby = addElement(file, document(file), 'Ruby');
      for (const role of ['RB', 'RP', 'RT', 'RP']) addElement(file, ruby, role);
    },
  ],
  [
    'a table in groups',
    (file) => {
      const table = addElement(file, document(file), 'Table');
      for (const role of ['THead', 'TBody', 'TBody', 'TFoot'])
        addElement(file, addElement(file, table, role), 'TR');
      addElement(file, table, 'Caption');
    },
  ],
  ['a note with an ID', (file) => identify(file, addElement(file, document(file), 'Note'), 'note')],
  [
    'a scope by class',
    (file) => {
      root(file).set(name('ClassMap'), file.context.obj({ head: { O: 'Table', Scope: 'Row' } }));
      for (const { dict } of elements(file, 'TH')) {
        dict.delete(name('A'));
        dict.set(name('C'), name('head'));
      }
      for (const { dict } of elements(file, 'TD')) dict.delete(name('A'));
    },
  ],
];

/** Faults, each by itself. */
export const PLANTS: readonly Plant[] = [
  ['09-004', 'a row with a paragraph', (file) => retag(element(file, 'TD'), 'P')],
  ['09-004', 'a row without a table', (file) => addElement(file, document(file), 'TR')],
  [
    '09-004',
    'a table with a foot before its body',
    (file) => {
      const table = addElement(file, document(file), 'Table');
      for (const role of ['TFoot', 'TBody']) addElement(file, addElement(file, table, role), 'TR');
    },
  ],
  [
    '09-004',
    'a table with a picture of its own',
    (file) => addMark(file, textPage(file), element(file, 'Table'), DOT),
  ],
  ['09-005', 'an item with a paragraph', (file) => retag(element(file, 'LBody'), 'P')],
  [
    '09-005',
    'an item without a list',
    (file) => addElement(file, addElement(file, document(file), 'LI'), 'LBody'),
  ],
  ['09-005', 'an empty list', (file) => addElement(file, document(file), 'L')],
  [
    '09-006',
    'contents of paragraphs',
    (file) => addElement(file, addElement(file, document(file), 'TOC'), 'P'),
  ],
  ['09-006', 'an item without contents', (file) => addElement(file, document(file), 'TOCI')],
  [
    '09-007',
    'a base without a reading',
    (file) => addElement(file, addElement(file, document(file), 'Ruby'), 'RB'),
  ],
  ['09-007', 'a reading without a ruby', (file) => addElement(file, document(file), 'RT')],
  [
    '09-008',
    'a warichu without its brackets',
    (file) => addElement(file, addElement(file, document(file), 'Warichu'), 'WT'),
  ],
  ['13-004', 'a picture that is not described', (file) => element(file, 'Figure').dict.delete(name('Alt'))],
  [
    '13-004',
    'a picture that is described by nothing',
    (file) => element(file, 'Figure').dict.set(name('Alt'), text('')),
  ],
  ['14-002', 'a first heading of level 2', (file) => retag(element(file, 'H1'), 'H2')],
  ['14-003', 'a level that is left out', (file) => retag(element(file, 'H2'), 'H4')],
  [
    '14-006',
    'two headings without a number',
    (file) => {
      for (const level of [1, 2, 3]) for (const heading of elements(file, `H${level}`)) retag(heading, 'P');
      for (let count = 0; count < 2; count++) addElement(file, document(file), 'H');
    },
  ],
  ['14-007', 'a heading without a number', (file) => retag(element(file, 'H3'), 'H')],
  [
    '15-003',
    'a table that says nothing of its heads',
    (file) => {
      for (const { dict } of cells(file)) dict.delete(name('A'));
    },
  ],
  [
    '15-003',
    'a head that is named by no cell',
    (file) => {
      for (const { dict } of elements(file, 'TD')) dict.delete(name('A'));
      element(file, 'TH').dict.delete(name('A'));
    },
  ],
  [
    '15-003',
    'a cell that names a head of the table that is in it',
    (file) => {
      const cell = element(file, 'TD');
      const head = addElement(file, addElement(file, addElement(file, cell, 'Table'), 'TR'), 'TH');
      head.dict.set(name('A'), attribute(file, { Scope: 'Row' }));
      identify(file, head, 'within');
      cell.dict.set(name('A'), attribute(file, { Headers: [text('within')] }));
    },
  ],
  [
    '15-003',
    'a head of nothing known',
    (file) => element(file, 'TH').dict.set(name('A'), attribute(file, { Scope: 'Page' })),
  ],
  [
    '15-003',
    'a cell that names a head that is not there',
    (file) => element(file, 'TD').dict.set(name('A'), attribute(file, { Headers: [text('nowhere')] })),
  ],
  ['17-002', 'a formula that is not described', (file) => element(file, 'Formula').dict.delete(name('Alt'))],
  ['19-003', 'a note without an ID', (file) => addElement(file, document(file), 'Note')],
  [
    '19-004',
    'two notes with one ID',
    (file) => {
      for (let count = 0; count < 2; count++)
        identify(file, addElement(file, document(file), 'Note'), 'same');
    },
  ],
];
