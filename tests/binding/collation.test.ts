import { describe, expect, it } from 'vitest';
import { collate, type Licence } from '../../src/binding/collation.js';
import type { Piece } from '../../src/binding/documents/copy.js';
import { randomFrom } from '../support/random.js';

const WORDS = 'THE HARBOUR WAS OLDER THAN TOWN AND NOBODY HAD ASKED IT WHAT THOUGHT OF THAT LAMP RAIN'.split(
  ' ',
);

/** Paragraphs of chance, each with a number of its own. */
function paragraphs(seed: number, count = 40): string[] {
  const random = randomFrom(seed);
  return Array.from({ length: count }, (_, index) =>
    [`P${index}X`, ...Array.from({ length: 12 }, () => WORDS[Math.floor(random() * WORDS.length)])].join(''),
  );
}

const piece = (letters: string): Piece => ({ letters, node: { type: 'text', value: letters } });
const FREE: Piece = { letters: '1', most: 8 };

describe('collating', () => {
  it('finds nothing where the texts are the same, however they are cut into pieces', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const all = paragraphs(seed);
      const cut = all.join('').match(/.{1,7}/g) ?? [];
      expect(collate(all.map(piece), all.join(''))).toEqual([]);
      expect(collate(cut.map(piece), all.join(''))).toEqual([]);
    }
    expect(collate([], '')).toEqual([]);
  });

  it('knows a number at the end from the same one before it, which is waited for', () => {
    const copy = [piece('SEEFIGURE1'), FREE, piece('1')];
    expect(collate(copy, 'SEEFIGURE1PAGE11')).toEqual([]);
    expect(collate(copy, 'SEEFIGURE1PAGE121')).toEqual([]);
    expect(collate(copy, 'SEEFIGURE1PAGE12')).not.toEqual([]);
    expect(collate([piece('SEE'), FREE, piece('LAMP')], 'SEE1LAMPLAMP')).not.toEqual([]);
  });

  it.each([
    ['a dropped paragraph', 'missing', (all: string[]) => all.filter((_, i) => i !== 17)],
    ['a dropped end', 'missing', (all: string[]) => all.slice(0, 17)],
    [
      'a doubled paragraph',
      'doubled',
      (all: string[]) => all.flatMap((one, i) => (i === 17 ? [one, one] : [one])),
    ],
    [
      'a paragraph twice, far apart',
      'doubled',
      (all: string[]) => all.flatMap((one, i) => (i === 17 ? [all[3], one] : [one])),
    ],
    ['a paragraph again at the end', 'doubled', (all: string[]) => [...all, all[17]]],
    [
      'two that changed places',
      'moved',
      (all: string[]) => all.map((_, i) => all[i === 17 ? 18 : i === 18 ? 17 : i]),
    ],
    [
      'a letter that is lost',
      'missing',
      (all: string[]) => all.map((one, i) => (i === 17 ? one.replace('17X', '1X') : one)),
    ],
    ['words of another', 'other', (all: string[]) => all.map((one, i) => (i === 17 ? `${one}ZYXWVU` : one))],
  ])('finds %s, and where it is', (_, fault, spoil) => {
    for (let seed = 1; seed <= 20; seed++) {
      const all = paragraphs(seed);
      const variants = collate(all.map(piece), spoil(all).join(''));
      // What changed places is missed at one and too much at the other.
      expect(variants.map((one) => one.fault).slice(0, fault === 'moved' ? 1 : 9)).toEqual([fault]);
      const [variant] = variants;
      const near = Number(/P(\d+)X/.exec(variant?.piece?.letters ?? '')?.[1]);
      expect([17, 18, 39]).toContain(near);
    }
  });

  it('knows nothing of what only the print can know, and goes on behind it', () => {
    const copy = [piece('SEEPAGE'), FREE, piece('.LAMPS,'), FREE, piece('RAIN,'), FREE];
    expect(collate(copy, 'SEEPAGE128.LAMPS,4,7–9RAIN,12')).toEqual([]);
    expect(collate(copy, 'SEEPAGE.LAMPS,RAIN,')).toEqual([]);
    expect(collate(copy, 'SEEPAGE128.LAMPS,4SNOW,12').map(({ fault }) => fault)).toEqual(['other']);
  });

  it('allows what a stylesheet hides and heads that stand again, and nothing else', () => {
    const copy = ['BEFORE', 'BEHINDTHESCENES', 'BESIDEANDAFTER'].map(piece);
    const licence: Licence = { hidden: ['BEHINDTHESCENES'], repeated: ['NAMEVALUE'] };
    expect(collate(copy, 'BEFOREBESIDEANDAFTER', licence)).toEqual([]);
    expect(collate(copy, 'BEFOREBEHINDTHESCENESNAMEVALUEBESIDEANDAFTER', licence)).toEqual([]);
    expect(collate(copy, 'BEFOREBEHINDTHESCENES', licence)).toHaveLength(1);
    expect(collate(copy, 'BEFOREBEHINDTHESCENESVALUEBESIDEANDAFTER', licence)).toHaveLength(1);
  });

  it('takes as long as the texts are, even where they differ throughout', () => {
    const all = paragraphs(1, 30_000);
    const other = paragraphs(2, 30_000);
    expect(collate(all.map(piece), other.join('')).length).toBeGreaterThan(0);
    expect(collate(all.map(piece), all.join(''))).toEqual([]);
  });
});
