import type { ResolvedConfig } from '../../model/config.js';
import type { Bench } from '../../model/edition.js';
import { coverColourReads, coverContrast, coverDesignKnown } from '../notices.js';
import { type Colours, contrast, readColour } from './colours.js';
import type { Design } from './design.js';
import { DESIGNS } from './designs.js';

/** A design with its colours. */
export interface Chosen {
  readonly design: Design;
  readonly colours: Colours;
  /** A number from the title, for whatever is chosen by it. */
  readonly seed: number;
}

/** The design that the author chose, else the theme's; the colours that the tokens set, else those that the title gets. */
export function choose(
  { coverDesign, metadata }: Pick<ResolvedConfig, 'coverDesign' | 'metadata'>,
  { tokens, tokenAt, say }: Pick<Bench, 'tokens' | 'tokenAt' | 'say'>,
): Chosen {
  const name = coverDesign ?? tokens.get('cover-design') ?? '';
  const found = Object.values(DESIGNS).find((one) => one.name === name);
  const design = found ?? DESIGNS.frame;
  const seed = hash(metadata.title);
  const palette = design.palettes[seed % design.palettes.length] as Colours;
  if (!found) say(coverDesignKnown, { name, known: Object.keys(DESIGNS) }, tokenAt('cover-design'));
  const own = (part: keyof Colours): string => {
    const value = tokens.get(`cover-${part}`) ?? 'auto';
    const colour = readColour(value);
    if (!colour && value !== 'auto')
      say(coverColourReads, { token: `cover-${part}`, value }, tokenAt(`cover-${part}`));
    return colour ?? palette[part];
  };
  const colours = { ground: own('ground'), ink: own('ink'), accent: own('accent'), paper: own('paper') };
  for (const { ink, on, least } of design.reads) {
    const ratio = contrast(colours[ink], colours[on]);
    if (ratio < least)
      say(
        coverContrast,
        { what: `cover-${ink} and cover-${on}`, ratio: Math.floor(ratio * 10) / 10, least },
        tokenAt(`cover-${ink}`),
      );
  }
  return { design, colours, seed };
}

/** A number from a text (FNV-1a), so that a title always gets the same colours. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const char of text) value = Math.imul(value ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return value;
}
