import type { PDFDocument } from '@cantoo/pdf-lib';
import { bytesOf, streamAt } from '../objects.js';
import {
  addElement,
  addForm,
  addKid,
  addMark,
  addParent,
  addResource,
  type Change,
  DOT,
  document,
  MARK,
  name,
  type Plant,
  paint,
  picturePage,
  rewrite,
  text,
  textPage,
} from './tools.js';

/** A form with a mark of its own, which an element lists; painted in another mark, and once more by itself if wished. */
function formWithMark(file: PDFDocument, again = false): void {
  const page = textPage(file);
  const around = addElement(file, document(file), 'P');
  const form = addForm(file, '/P <</MCID 0>> BDC 0 0 1 1 re f EMC', { StructParents: 800_000 });
  addKid(file, around, file.context.obj({ Type: 'MCR', Pg: page.ref, Stm: form, MCID: 0 }));
  addParent(file, 800_000, file.context.obj([around.ref]));
  const known = addResource(file, page, 'XObject', form);
  addMark(file, page, addElement(file, document(file), 'P'), `/${known} Do`);
  if (again) paint(file, page, `/${known} Do`, false);
}

/** Nothing is wrong with these: what the plants put in is not what is found. */
export const SOUND: readonly Change[] = [
  [
    'text that an element lists',
    (file) => addMark(file, textPage(file), addElement(file, document(file), 'P'), '0 0 1 1 re f'),
  ],
  [
    'a form without marks, painted twice',
    (file) => {
      const page = textPage(file);
      const form = addResource(file, page, 'XObject', addForm(file, '0 0 1 1 re f'));
      paint(file, page, `/${form} Do /${form} Do`);
    },
  ],
  ['a form with marks, painted once', (file) => formWithMark(file)],
  [
    'content in two streams',
    (file) => {
      const page = textPage(file);
      rewrite(file, page, (old) => `${old}\n`);
      const whole = streamAt(page.node, 'Contents');
      if (!whole) throw new Error('the page has no content');
      const [first = '', ...rest] = Buffer.from(bytesOf(whole))
        .toString('latin1')
        .split(/\n(?=EMC)/);
      const parts = [first, rest.join('\n')].map((part) =>
        file.context.register(file.context.flateStream(part)),
      );
      page.node.set(name('Contents'), file.context.obj(parts));
    },
  ],
  ['a path that only clips', (file) => paint(file, textPage(file), '0 0 1 1 re W n', false)],
  ['an empty text', (file) => paint(file, textPage(file), 'BT () Tj ET', false)],
];

/** Faults, each by itself. */
export const PLANTS: readonly Plant[] = [
  [
    '01-003',
    'an artifact in tagged content',
    (file) => rewrite(file, textPage(file), (old) => old.replace(MARK, '$& /Artifact BMC 0 0 1 1 re f EMC')),
  ],
  [
    '01-004',
    'tagged content in an artifact',
    (file) =>
      rewrite(file, textPage(file), (old) =>
        old.replace(/\/\w+ <<\/MCID \d+ ?>> ?BDC[\s\S]*?\bEMC/, '/Artifact BMC $& EMC'),
      ),
  ],
  [
    '01-005',
    'a text',
    (file) => rewrite(file, textPage(file), (old) => `q ${old} Q ${/BT[\s\S]*?ET/.exec(old)}`),
  ],
  ['01-005', 'an area', (file) => paint(file, textPage(file), '0 0 1 1 re f', false)],
  ['01-005', 'a line', (file) => paint(file, textPage(file), '0 0 m 1 1 l S', false)],
  [
    '01-005',
    'an image',
    (file) => rewrite(file, picturePage(file), (old) => `q ${old} Q ${/\/X\d+ Do/.exec(old)}`),
  ],
  ['01-005', 'an image in the content', (file) => paint(file, textPage(file), DOT, false)],
  [
    '01-005',
    'a shading',
    (file) => {
      const page = textPage(file);
      const fade = { FunctionType: 2, Domain: [0, 1], C0: [0], C1: [1], N: 1 };
      const shading = { ShadingType: 2, ColorSpace: 'DeviceGray', Coords: [0, 0, 1, 1], Function: fade };
      paint(file, page, `/${addResource(file, page, 'Shading', file.context.obj(shading))} sh`, false);
    },
  ],
  [
    '01-005',
    'a form in a form',
    (file) => {
      const page = textPage(file);
      const inner = addForm(file, '0 0 1 1 re f');
      const outer = addForm(file, '/Inner Do', { Resources: { XObject: { Inner: inner } } });
      const form = addResource(file, page, 'XObject', outer);
      // The second time it is painted where it may not be.
      paint(file, page, `/Artifact BMC /${form} Do EMC /${form} Do`, false);
    },
  ],
  [
    '01-005',
    'content with a tag that is in no tree',
    (file) => paint(file, textPage(file), '/P BMC 0 0 1 1 re f EMC', false),
  ],
  // What no element lists is not tagged, and its way to an element is missing.
  [
    '01-005 tree-mark',
    'a mark that no element lists',
    (file) => paint(file, textPage(file), '/P <</MCID 9999>> BDC 0 0 1 1 re f EMC', false),
  ],
  [
    '30-001',
    'a form that refers to another file',
    (file) => {
      const page = textPage(file);
      const form = addForm(file, '', { Ref: { F: text('other.pdf'), Page: 0 } });
      paint(file, page, `/${addResource(file, page, 'XObject', form)} Do`);
    },
  ],
  ['30-002', 'a form with marks, painted twice', (file) => formWithMark(file, true)],
];
