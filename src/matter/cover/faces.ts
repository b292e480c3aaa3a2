import type { Workshop } from '../../model/workshop.js';
import type { Design, Faces } from './design.js';
import { openTypeface, type Typeface } from './typeface.js';

const SCRIPTS = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek', 'vietnamese'];

const FAMILIES = {
  serif: { family: 'EB Garamond', slug: 'eb-garamond', bold: 700 },
  sans: { family: 'Source Sans 3', slug: 'source-sans-3', bold: 700 },
} as const;

/** Faces that were opened, for every edition has a cover. */
const opened = new WeakMap<Workshop['own'], Map<Design['faces'], Promise<Faces>>>();

/** The typefaces that a design is set in, opened once. */
export function openFaces({ faces }: Pick<Design, 'faces'>, own: Workshop['own']): Promise<Faces> {
  const known = opened.get(own) ?? new Map<Design['faces'], Promise<Faces>>();
  opened.set(own, known);
  const found = known.get(faces) ?? open(faces, own);
  known.set(faces, found);
  return found;
}

async function open(faces: Design['faces'], own: Workshop['own']): Promise<Faces> {
  const { family, slug, bold } = FAMILIES[faces];
  const face = async (weight: number, style: Typeface['style']): Promise<Typeface> =>
    openTypeface(
      { family, weight, style },
      await Promise.all(
        SCRIPTS.map((script) =>
          own.dependency(`@fontsource/${slug}/files/${slug}-${script}-${weight}-${style}.woff`),
        ),
      ),
    );
  const [roman, italic, heavy] = await Promise.all([
    face(400, 'normal'),
    face(400, 'italic'),
    face(bold, 'normal'),
  ]);
  return { roman, italic, bold: heavy };
}
