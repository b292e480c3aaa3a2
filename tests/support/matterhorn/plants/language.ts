import type { PDFDocument } from '@cantoo/pdf-lib';
import {
  type Change,
  comment,
  document,
  element,
  name,
  type Plant,
  picturePage,
  rewrite,
  text,
  textPage,
  widget,
  xmp,
} from './tools.js';

/** Says the language of the file only where the tags begin. */
function speakInTree(file: PDFDocument): void {
  file.catalog.delete(name('Lang'));
  document(file).dict.set(name('Lang'), text('en'));
}

/** Nothing is wrong with these: what the plants put in is not what is found. */
export const SOUND: readonly Change[] = [
  [
    'words in a language of their own',
    (file) =>
      rewrite(file, textPage(file), (old) => old.replace(/(\/MCID \d+) ?>> ?BDC/, '$1 /Lang (fr-CA) >> BDC')),
  ],
  [
    'a file that says its language only where its tags begin',
    (file) => {
      speakInTree(file);
      file.catalog.delete(name('Outlines'));
      xmp(file, (old) => old.replaceAll('x-default', 'en-GB-oxendict'));
    },
  ],
];

/** Faults, each by itself. */
export const PLANTS: readonly Plant[] = [
  [
    '11-001',
    'a paragraph in a language that is not known',
    (file) => element(file, 'P').dict.set(name('Lang'), text('')),
  ],
  [
    '11-001',
    'a paragraph in no language',
    (file) => element(file, 'P').dict.set(name('Lang'), text('english_gb')),
  ],
  ['11-001', 'a file in no language', (file) => file.catalog.set(name('Lang'), text('en_GB'))],
  [
    '11-001',
    'words in no language',
    (file) =>
      rewrite(file, textPage(file), (old) => old.replace(/(\/MCID \d+) ?>> ?BDC/, '$1 /Lang (x_y) >> BDC')),
  ],
  [
    '11-002',
    'a picture described in a language that is not known',
    (file) => element(file, 'Figure').dict.set(name('Lang'), text('')),
  ],
  [
    '11-002',
    'a text in the place of a picture, in a language that is not known',
    (file) =>
      rewrite(file, picturePage(file), (old) =>
        old.replace(/(\/Figure <<\/MCID \d+) ?>>/, '$1 /Lang () /ActualText (x) >>'),
      ),
  ],
  [
    '11-003',
    'an outline in a language that is not known',
    (file) => {
      speakInTree(file);
      xmp(file, (old) => old.replaceAll('x-default', 'en'));
    },
  ],
  [
    '11-004',
    'a comment in a language that is not known',
    (file) => comment(file, {}, 'Annot').element?.dict.set(name('Lang'), text('')),
  ],
  [
    '11-005',
    'a field in a language that is not known',
    (file) => widget(file, { TU: text('A field') }).element?.dict.set(name('Lang'), text('')),
  ],
  [
    '11-006',
    'metadata in a language that is not known',
    (file) => {
      speakInTree(file);
      file.catalog.delete(name('Outlines'));
    },
  ],
  ['11-006', 'metadata in no language', (file) => xmp(file, (old) => old.replaceAll('x-default', 'en_GB'))],
];
