import {
  borrowed,
  codeOf,
  drawnFont,
  EMPTY_UNICODE,
  fontNamed,
  glyphSet,
  hollow,
  moreUnicode,
  ownCMap,
  ownGlyphs,
  partsOf,
  simpleFont,
  write,
} from './font-tools.js';
import {
  addAnnotation,
  addResource,
  type Change,
  MATH_FONT,
  name,
  type Plant,
  paint,
  replace,
  TEXT_FONT,
  text,
  textPage,
} from './tools.js';

/** Nothing is wrong with these: what the plants put in is not what is found. */
export const SOUND: readonly Change[] = [
  ['a simple font', (file) => write(file, simpleFont(file), '(A)')],
  [
    'a simple font with names',
    (file) =>
      write(
        file,
        simpleFont(file, { Encoding: { BaseEncoding: 'WinAnsiEncoding', Differences: [65, 'A'] } }),
        '(A)',
      ),
  ],
  ['a drawn font', (file) => write(file, drawnFont(file), '(A)')],
  [
    'a font that is not embedded and not seen',
    (file) =>
      write(
        file,
        { Type: 'Font', Subtype: 'Type1', BaseFont: 'Times-Roman', Encoding: 'WinAnsiEncoding' },
        '(A)',
        '3 Tr',
      ),
  ],
  ['a CMap in the file', (file) => ownCMap(file)],
  ['a map of glyphs', (file) => ownGlyphs(file)],
  ['a set of glyphs', (file) => glyphSet(file, (isIn) => isIn)],
];

/** Faults, each by itself. */
export const PLANTS: readonly Plant[] = [
  [
    '10-001',
    'characters that cannot be read out',
    (file) => replace(file, fontNamed(file, TEXT_FONT), 'ToUnicode', () => EMPTY_UNICODE),
  ],
  // The protocol counts them twice in formulas.
  [
    '10-001 17-003',
    'a formula that cannot be read out',
    (file) => replace(file, fontNamed(file, MATH_FONT), 'ToUnicode', () => EMPTY_UNICODE),
  ],
  // What a font does not say of itself is not said of its characters.
  [
    '10-001 31-027',
    'a font that says nothing of its characters',
    (file) => fontNamed(file, TEXT_FONT).delete(name('ToUnicode')),
  ],
  [
    '10-001 31-027',
    'a drawn font that says nothing of its characters',
    (file) => write(file, drawnFont(file, { ToUnicode: [] }), '(A)'),
  ],
  ['31-001', 'a CMap of another registry', (file) => ownCMap(file, { Registry: text('Other') })],
  ['31-002', 'a CMap of another ordering', (file) => ownCMap(file, { Ordering: text('Other') })],
  [
    '31-002',
    'a CMap of a reader, of another ordering',
    (file) => fontNamed(file, TEXT_FONT).set(name('Encoding'), name('KSC-EUC-H')),
  ],
  ['31-003', 'a CMap of a later supplement', (file) => ownCMap(file, { Supplement: 1 })],
  [
    '31-004',
    'a map of glyphs that is none',
    (file) => partsOf(fontNamed(file, TEXT_FONT)).part.set(name('CIDToGIDMap'), name('Other')),
  ],
  [
    '31-005',
    'no map of glyphs',
    (file) => partsOf(fontNamed(file, TEXT_FONT)).part.delete(name('CIDToGIDMap')),
  ],
  [
    '31-006',
    'a CMap that nobody knows',
    (file) => fontNamed(file, TEXT_FONT).set(name('Encoding'), name('Mine-H')),
  ],
  [
    '31-007',
    'a CMap that goes down, and says that it goes on',
    (file) => ownCMap(file, {}, {}, '/WMode 1 def'),
  ],
  ['31-008', 'a CMap on one that nobody knows', (file) => ownCMap(file, {}, {}, '/Mine usecmap')],
  [
    '31-009',
    'a font that is not in the file',
    (file) => partsOf(fontNamed(file, TEXT_FONT)).descriptor.delete(name('FontFile2')),
  ],
  [
    '31-009',
    'a font of a pattern that is not in the file',
    (file) => {
      const page = textPage(file);
      const tile = { PatternType: 1, PaintType: 1, TilingType: 1, XStep: 9, YStep: 9 };
      const pattern = addResource(file, page, 'Pattern', borrowed(file, tile));
      paint(file, page, `/Pattern cs /${pattern} scn 0 0 9 9 re f`);
    },
  ],
  [
    '31-009',
    'a font of a mask that is not in the file',
    (file) => {
      const page = textPage(file);
      const mask = borrowed(file, { Group: { S: 'Transparency' } });
      const state = file.context.obj({ SMask: { S: 'Luminosity', G: mask } });
      paint(file, page, `/${addResource(file, page, 'ExtGState', state)} gs 0 0 9 9 re f`);
    },
  ],
  [
    '31-009',
    'a font of an annotation that is not in the file',
    (file) => {
      const look = { Contents: text('Look'), AP: { N: { On: borrowed(file) } } };
      addAnnotation(file, textPage(file), 'Text', look, 'Annot');
    },
  ],
  ['31-011', 'a glyph beyond the last one', (file) => ownGlyphs(file, 65_535)],
  [
    '31-011',
    'a glyph that has been taken out',
    (file) => {
      const font = fontNamed(file, TEXT_FONT);
      replace(file, partsOf(font).descriptor, 'FontFile2', (program) => hollow(program, codeOf(font, 'a')));
    },
  ],
  ['31-011', 'a glyph that is not drawn', (file) => write(file, drawnFont(file), '(B)')],
  [
    '31-014',
    'a set of glyphs that leaves one out',
    (file) => glyphSet(file, (isIn, cid) => isIn && cid !== 1),
  ],
  [
    '31-015',
    'a set of glyphs with one too many',
    (file) => glyphSet(file, (isIn, cid, count) => isIn || cid === count),
  ],
  [
    '31-016',
    'widths that are not those of the glyphs',
    (file) => partsOf(fontNamed(file, TEXT_FONT)).part.set(name('W'), file.context.obj([0, 65_535, 444])),
  ],
  [
    '31-016',
    'a usual width that is not that of the glyphs',
    (file) => partsOf(fontNamed(file, TEXT_FONT)).part.delete(name('W')),
  ],
  [
    '31-016',
    'a simple font with another width',
    (file) => write(file, simpleFont(file, { Widths: [300] }), '(A)'),
  ],
  [
    '31-016',
    'a drawn font with another width',
    (file) => write(file, drawnFont(file, { Widths: [502] }), '(A)'),
  ],
  [
    '31-028',
    'a character that is nothing',
    (file) => moreUnicode(file, '1 beginbfchar <FFF0> <0000> endbfchar'),
  ],
  [
    '31-028',
    'a range that begins with nothing',
    (file) => moreUnicode(file, '1 beginbfrange <FFF0> <FFF1> [<0041> <00410000>] endbfrange'),
  ],
  [
    '31-029',
    'a character that is a mark of order',
    (file) => moreUnicode(file, '1 beginbfrange <FFF0> <FFF2> <FEFD> endbfrange'),
  ],
  ['31-030', 'a character without a glyph', (file) => ownGlyphs(file, 0)],
  [
    '31-030',
    'a simple font without the glyph',
    (file) =>
      write(
        file,
        simpleFont(file, { Encoding: { BaseEncoding: 'WinAnsiEncoding', Differences: [65, 'aleph'] } }),
        '(A)',
      ),
  ],
  // A code without a name has no text either.
  ['10-001 31-030', 'a drawn font without the name', (file) => write(file, drawnFont(file), '(C)')],
];
