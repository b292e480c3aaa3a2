import type { ElementContent, Root } from 'hast';

/**
 * Loads the grammars of the languages that are written most.
 * @returns what marks code, and answers `undefined` for a language that is not known
 */
export async function loadGrammars(): Promise<(code: string, lang: string) => ElementContent[] | undefined> {
  const { common, createStarryNight } = await starryNightAlone();
  const starryNight = await createStarryNight(common);
  return (code, lang) => {
    const scope = starryNight.flagToScope(lang);
    if (!scope) return undefined;
    const { children } = starryNight.highlight(code, scope) as Root;
    return children.filter((child) => child.type !== 'doctype');
  };
}

type StarryNight = Pick<typeof import('@wooorm/starry-night'), 'common' | 'createStarryNight'>;

/**
 * The package without the 600 grammars that its front door brings along: they take longer to load than a book takes to highlight.
 */
async function starryNightAlone(): Promise<StarryNight> {
  try {
    const home = import.meta.resolve('@wooorm/starry-night');
    const [{ grammars: common }, { createStarryNight }] = await Promise.all([
      import(new URL('lib/common.js', home).href),
      import(new URL('lib/index.js', home).href),
    ]);
    return { common, createStarryNight };
  } catch {
    // Its rooms were moved, or something else resolves modules here.
    return import('@wooorm/starry-night');
  }
}
