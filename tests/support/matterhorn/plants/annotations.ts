import type { PDFDocument } from '@cantoo/pdf-lib';
import {
  addAnnotation,
  addForm,
  type Change,
  comment,
  linkPage,
  name,
  type Plant,
  text,
  textPage,
  type Values,
  widget,
} from './tools.js';

const film = (file: PDFDocument, clip: Values) =>
  addAnnotation(
    file,
    textPage(file),
    'Screen',
    { Contents: text('A film'), A: { S: 'Rendition', R: { S: 'MR', C: { S: 'MCD', ...clip } } } },
    'Annot',
  );

const CLIP = { CT: text('video/mp4'), Alt: [text(''), text('A film')] };

const printerMark = (file: PDFDocument, look: string, role?: string) =>
  addAnnotation(
    file,
    textPage(file),
    'PrinterMark',
    { Contents: text('A bar'), AP: { N: addForm(file, look) } },
    role,
  );

const IN_ARTIFACT = '/Artifact BMC 0 0 1 1 re f EMC';

/** Nothing is wrong with these: what the plants put in is not what is found. */
export const SOUND: readonly Change[] = [
  ['a comment', (file) => comment(file, {}, 'Annot')],
  ['a comment that is hidden', (file) => comment(file, { F: 2 })],
  ['a comment beside the page', (file) => comment(file, { Rect: [-90, 10, -70, 30] })],
  ['the window of a comment', (file) => addAnnotation(file, textPage(file), 'Popup', {})],
  [
    'an annotation that nobody knows',
    (file) => addAnnotation(file, textPage(file), 'Hologram', { Contents: text('A bird') }, 'Annot'),
  ],
  [
    'a link that an Alt describes, too',
    (file) =>
      addAnnotation(file, textPage(file), 'Link', { Contents: text('Out') }, 'Link').element?.dict.set(
        name('Alt'),
        text('Out'),
      ),
  ],
  ['a film', (file) => film(file, CLIP)],
  ['a field', (file) => widget(file, { TU: text('A field') })],
  ['a field that is described where it belongs', (file) => widget(file, { Parent: { TU: text('A field') } })],
  ['a printer’s mark', (file) => printerMark(file, IN_ARTIFACT)],
];

/** Faults, each by itself. */
export const PLANTS: readonly Plant[] = [
  ['28-002', 'a comment in a paragraph', (file) => comment(file, {}, 'P')],
  ['28-002', 'a comment in nothing', (file) => comment(file)],
  [
    '28-004',
    'a comment that says nothing',
    (file) => addAnnotation(file, textPage(file), 'Text', {}, 'Annot'),
  ],
  ['28-005', 'a field that is not described', (file) => widget(file, {})],
  // What is held against it is what the two others say.
  [
    '28-004 28-006',
    'an annotation that nobody knows and nothing describes',
    (file) => addAnnotation(file, textPage(file), 'Hologram', {}, 'Annot'),
  ],
  [
    '28-007',
    'a trap network',
    (file) => addAnnotation(file, textPage(file), 'TrapNet', { Contents: text('Traps') }, 'Annot'),
  ],
  ['28-008', 'links in no order', (file) => linkPage(file).node.delete(name('Tabs'))],
  ['28-009', 'links in the order of rows', (file) => linkPage(file).node.set(name('Tabs'), name('R'))],
  ['28-010', 'a field in a paragraph', (file) => widget(file, { TU: text('A field') }, 'P')],
  [
    '28-011',
    'a link in a span',
    (file) => addAnnotation(file, textPage(file), 'Link', { Contents: text('Out') }, 'Span'),
  ],
  [
    '28-012',
    'a link that only its element describes',
    (file) =>
      addAnnotation(file, textPage(file), 'Link', {}, 'Link').element?.dict.set(name('Alt'), text('Out')),
  ],
  // Every annotation must be described, and a link in one way only.
  [
    '28-004 28-012',
    'a link that is not described',
    (file) => addAnnotation(file, textPage(file), 'Link', {}, 'Link'),
  ],
  ['28-014', 'a film of no type', (file) => film(file, { Alt: CLIP.Alt })],
  ['28-015', 'a film that is not described', (file) => film(file, { CT: CLIP.CT })],
  // It is an embedded file as well.
  [
    '21-001 28-016',
    'an attached file with the old name only',
    (file) => {
      const stream = file.context.register(file.context.flateStream('Words.'));
      const values = { Contents: text('Words'), FS: { Type: 'Filespec', F: text('a'), EF: { F: stream } } };
      addAnnotation(file, textPage(file), 'FileAttachment', values, 'Annot');
    },
  ],
  ['28-017', 'a printer’s mark among the tags', (file) => printerMark(file, IN_ARTIFACT, 'Annot')],
  ['28-018', 'a printer’s mark that is no artifact', (file) => printerMark(file, '0 0 1 1 re f')],
];
