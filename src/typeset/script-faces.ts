/** A typeface for a script, of a package that has it. */
export interface ScriptFace {
  readonly family: string;
  /** Stylesheets with its faces, upright and bold: these scripts know no italics. */
  readonly sheets: readonly string[];
}

/** The typefaces of one script, for text with serifs and for all other. */
export interface ScriptFaces {
  /** ISO 15924. */
  readonly code: string;
  readonly letters: RegExp;
  readonly serif: ScriptFace;
  readonly sans: ScriptFace;
}

const face = (family: string, name: string, subset: string): ScriptFace => ({
  family,
  sheets: [400, 700].map((weight) => `@fontsource/${name}/${subset}-${weight}.css`),
});

const MATH: ScriptFace = { family: 'STIX Two Math', sheets: ['@fontsource/stix-two-math/400.css'] };

/**
 * Scripts that no theme has letters of. What a machine happens to have for them has no bold, is higher than a line, or is not there.
 * The fonts of Chinese, Japanese and Korean are a hundred times as large, and come from the machine.
 */
const SCRIPTS: readonly ScriptFaces[] = [
  {
    code: 'Arab',
    letters: /\p{Script=Arabic}/u,
    serif: face('Noto Naskh Arabic', 'noto-naskh-arabic', 'arabic'),
    sans: face('Noto Sans Arabic', 'noto-sans-arabic', 'arabic'),
  },
  {
    code: 'Hebr',
    letters: /\p{Script=Hebrew}/u,
    serif: face('Frank Ruhl Libre', 'frank-ruhl-libre', 'hebrew'),
    sans: face('Noto Sans Hebrew', 'noto-sans-hebrew', 'hebrew'),
  },
  {
    code: 'Zmth',
    // Arrows, and signs of formulas in words: what a theme has no letters of either. A minus is none of it.
    letters: /[\u2070-\u209f\u2190-\u21ff\u2200-\u2211\u2213-\u22ff]/u,
    serif: MATH,
    sans: MATH,
  },
];

/** The scripts of some texts that need typefaces of their own. */
export function scriptsIn(texts: readonly string[]): readonly ScriptFaces[] {
  return SCRIPTS.filter(({ letters }) => texts.some((text) => letters.test(text)));
}

/**
 * The typeface that text of a language is set in, of a list whose first has Latin, Greek and Cyrillic letters and no others; none where
 * that is one of the machine's.
 */
export function faceOf(families: readonly string[], lang: string): string | undefined {
  const { script = 'Latn' } = new Intl.Locale(lang).maximize();
  if (['Latn', 'Grek', 'Cyrl'].includes(script)) return families[0];
  const faces = SCRIPTS.find(({ code }) => code === script);
  return families.find((one) => one === faces?.serif.family || one === faces?.sans.family);
}

/** What a list of typefaces, the value of a token, becomes when it is to have letters for some scripts. */
export function withScripts(
  value: string,
  scripts: readonly ScriptFaces[],
): { value: string; faces: ScriptFace[] } {
  const families = value.split(',').flatMap((one) => one.trim() || []);
  const generic = /^(?:[a-z]+-)?(?:serif|monospace|system-ui|cursive|fantasy|math|rounded)$/;
  const named = families.filter((one) => !generic.test(one));
  const rest = families.filter((one) => generic.test(one));
  const faces = scripts.map(({ serif, sans }) => (/^(?:ui-)?serif$/.test(rest[0] ?? '') ? serif : sans));
  return { value: [...named, ...faces.map(({ family }) => `"${family}"`), ...rest].join(', '), faces };
}
