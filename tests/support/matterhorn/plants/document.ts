import { PDFBool, type PDFDocument } from '@cantoo/pdf-lib';
import { dictAt } from '../objects.js';
import {
  addElement,
  type Change,
  document,
  name,
  type Plant,
  root,
  text,
  type Values,
  xmp,
} from './tools.js';

const TITLE = /<dc:title>[\s\S]*?<\/dc:title>/;

const optional = (file: PDFDocument, properties: Values) =>
  file.catalog.set(name('OCProperties'), file.context.obj({ OCGs: [], ...properties }));

function embed(file: PDFDocument, names: Values): void {
  const stream = file.context.register(file.context.flateStream('Words.', { Type: 'EmbeddedFile' }));
  const files = { Names: [text('a'), { Type: 'Filespec', EF: { F: stream }, ...names }] };
  file.catalog.set(name('Names'), file.context.obj({ EmbeddedFiles: files }));
}

/** Says that a file is encrypted, which is all that is looked at. */
export function lock(file: PDFDocument, values: Values): void {
  const encryption = { Filter: 'Standard', V: 1, R: 2, O: text('o'), U: text('u'), ...values };
  file.context.trailerInfo.Encrypt = file.context.register(file.context.obj(encryption));
}

/** Adds to the role map. */
function mapRoles(file: PDFDocument, roles: Values): void {
  const map = dictAt(root(file), 'RoleMap') ?? file.context.obj({});
  for (const [role, type] of file.context.obj(roles).entries()) map.set(role, type);
  root(file).set(name('RoleMap'), map);
}

/** Nothing is wrong with these: what the plants put in is not what is found. */
export const SOUND: readonly Change[] = [
  [
    'a claim that is an attribute',
    (file) =>
      xmp(file, (old) =>
        old
          .replace(/<pdfuaid:part>.*?<\/pdfuaid:part>/, '')
          .replace(/ xmlns:pdfuaid="[^"]*"/, '')
          .replace(
            '<rdf:Description ',
            '<rdf:Description xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1" ',
          ),
      ),
  ],
  [
    'a type that is mapped by way of another one',
    (file) => {
      mapRoles(file, { Aside: 'Box', Box: 'Div' });
      addElement(file, document(file), 'Aside');
    },
  ],
  [
    'optional content with a name',
    (file) => optional(file, { D: { Name: text('All') }, Configs: [{ Name: text('Some') }] }),
  ],
  ['an embedded file', (file) => embed(file, { F: text('a'), UF: text('a') })],
];

/** Faults, each by itself. */
export const PLANTS: readonly Plant[] = [
  [
    '01-007',
    'tags that are suspects',
    (file) => dictAt(file.catalog, 'MarkInfo')?.set(name('Suspects'), PDFBool.True),
  ],
  ['02-001', 'a type that means nothing', (file) => addElement(file, document(file), 'Aside')],
  [
    '02-001',
    'a heading below the sixth level without a standard type',
    (file) => {
      for (const level of [1, 2, 3, 4, 5, 6, 7]) addElement(file, document(file), `H${level}`);
    },
  ],
  ['02-003', 'a circle of types', (file) => mapRoles(file, { Aside: 'Box', Box: 'Aside' })],
  [
    '02-003',
    'a type that is in a circle',
    (file) => {
      mapRoles(file, { Aside: 'Box', Box: 'Aside' });
      addElement(file, document(file), 'Aside');
    },
  ],
  ['02-004', 'a standard type that is mapped', (file) => mapRoles(file, { P: 'Div' })],
  ['06-001', 'no metadata', (file) => file.catalog.delete(name('Metadata'))],
  [
    '06-002',
    'no claim',
    (file) => xmp(file, (old) => old.replaceAll('http://www.aiim.org/pdfua/ns/id/', 'https://example.org/')),
  ],
  [
    '06-002',
    'a claim of another part',
    (file) => xmp(file, (old) => old.replace('<pdfuaid:part>1', '<pdfuaid:part>2')),
  ],
  ['06-003', 'no title in the metadata', (file) => xmp(file, (old) => old.replace(TITLE, ''))],
  [
    '06-003',
    'an empty title',
    (file) => xmp(file, (old) => old.replace(/(<dc:title>[\s\S]*?<rdf:li[^>]*>)[^<]*/, '$1')),
  ],
  [
    '07-001',
    'no word on what the window is called',
    (file) => file.catalog.set(name('ViewerPreferences'), file.context.obj({})),
  ],
  [
    '07-002',
    'a window that is called like the file',
    (file) => file.catalog.set(name('ViewerPreferences'), file.context.obj({ DisplayDocTitle: false })),
  ],
  [
    '20-001',
    'a configuration without a name',
    (file) => optional(file, { D: { Name: text('All') }, Configs: [{}] }),
  ],
  ['20-002', 'a first configuration with an empty name', (file) => optional(file, { D: { Name: text('') } })],
  [
    '20-003',
    'a configuration that switches itself',
    (file) => optional(file, { D: { Name: text('All'), AS: [] } }),
  ],
  ['21-001', 'an embedded file with the old name only', (file) => embed(file, { F: text('a') })],
  [
    '25-001',
    'a form that is made while it is filled in',
    (file) => {
      const config =
        '<config xmlns="http://www.xfa.org/schema/xci/2.6/"><acrobat><acrobat7><dynamicRender>required</dynamicRender></acrobat7></acrobat></config>';
      const stream = file.context.register(file.context.flateStream(config));
      file.catalog.set(name('AcroForm'), file.context.obj({ Fields: [], XFA: [text('config'), stream] }));
    },
  ],
  ['26-001', 'encryption without permissions', (file) => lock(file, {})],
  ['26-002', 'encryption that shuts readers out', (file) => lock(file, { P: -1 & ~0x200 })],
];
