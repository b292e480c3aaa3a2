import type { Workshop } from '../../model/workshop.js';
import type { Design, Faces } from './design.js';
import { openTypeface, type Typeface } from './typeface.js';

const SCRIPTS = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek', 'vietnamese'];

const FAMILIES = {
  serif: { family: 'EB Garamond', slug: 'eb-garamond', bold: 700 },
  sans: { family: 'Source Sans 3', slug: 'source-sans-3', bold: 700 },
} as const;

/** Opens the typefaces that a design is set in. */
export async function openFaces({ faces }: Pick<Design, 'faces'>, own: Workshop['own']): Promise<Faces> {
  const { family, slug, bold } = FAMILIES[faces];
  const open = async (weight: number, style: Typeface['style']): Promise<Typeface> =>
    openTypeface(
      { family, weight, style },
      await Promise.all(
        SCRIPTS.map((script) =>
          own.dependency(`@fontsource/${slug}/files/${slug}-${script}-${weight}-${style}.woff`),
        ),
      ),
    );
  const [roman, italic, heavy] = await Promise.all([
    open(400, 'normal'),
    open(400, 'italic'),
    open(bold, 'normal'),
  ]);
  return { roman, italic, bold: heavy };
}
