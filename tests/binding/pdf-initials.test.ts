import { PDFContext, type PDFDict } from '@cantoo/pdf-lib';
import { expect, it } from 'vitest';
import { joinInitials } from '../../src/binding/pdf-initials.js';

/** Resources with one font, whose glyphs 1, 2, 3 and 4 are W, h, e and a space. */
function resources(): PDFDict {
  const context = PDFContext.create();
  const map = context.stream(
    '4 beginbfchar <0001> <0057> <0002> <0068> <0003> <0065> <0004> <0020> endbfchar',
  );
  const font = context.obj({ Type: 'Font', Subtype: 'Type0', ToUnicode: context.register(map) });
  return context.obj({ Font: context.obj({ F1: context.register(font) }) });
}

const join = (content: string): string =>
  Buffer.from(joinInitials(Buffer.from(content, 'latin1'), resources())).toString('latin1');

const NONE = '/Span <</ActualText ()>> BDC\n';
const WORD = '/Span <</ActualText <FEFF00570068>>> BDC';
const drop = (rest: string, size = 75): string =>
  `/P <</MCID 0 >>BDC\nBT /F1 ${size} Tf 1 0 0 -1 8 63 Tm <0001> Tj ET\n${rest}\nEMC`;

it.each([
  ['glyph by glyph', '<0002> Tj 7 0 Td <0003> Tj', `${WORD} <0002> Tj EMC 7 0 Td <0003> Tj`],
  ['in one string', '<000200030004> Tj', `${WORD} <0002> Tj EMC <00030004> Tj`],
  [
    'with a spelling of its own',
    '/Span<</ActualText (h) >> BDC <0001> Tj EMC <0003> Tj',
    `${WORD} <0001> Tj EMC <0003> Tj`,
  ],
])('a large letter is spelled with the word that goes on %s', (_, rest, joined) => {
  const text = (shown: string) => `BT /F1 15 Tf 1 0 0 -1 79 23 Tm ${shown} ET`;
  const before = drop(text(rest));
  const after = join(before);
  expect(after).toBe(
    before
      .replace('BT /F1 75', `${NONE}BT /F1 75`)
      .replace('<0001> Tj ET', '<0001> Tj ET\nEMC')
      .replace(text(rest), text(joined)),
  );
  // Every mark that is opened is closed.
  expect(after.match(/\bBDC\b/g)).toHaveLength(after.match(/\bEMC\b/g)?.length ?? 0);
});

it.each([
  ['a letter that is a word', drop('BT /F1 15 Tf <0004> Tj <0002> Tj ET')],
  ['a letter not much larger', drop('BT /F1 15 Tf <0002> Tj ET', 20)],
  ['a letter alone', drop('')],
  ['a larger word', '/P <</MCID 0 >>BDC BT /F1 75 Tf <00010002> Tj ET BT /F1 15 Tf <0003> Tj ET EMC'],
  ['a letter in another tag', `${drop('')} /P <</MCID 1 >>BDC BT /F1 15 Tf <0002> Tj ET EMC`],
  ['what is not tagged', '/Artifact BMC BT /F1 75 Tf <0001> Tj ET BT /F1 15 Tf <0002> Tj ET EMC'],
  ['signs without a font', drop('BT /F9 15 Tf <0002> Tj ET')],
])('%s is left alone', (_, content) => {
  expect(join(content)).toBe(content);
});
