import type { Root } from 'postcss';

const ASKED = /(?:var|style)\(\s*(--[^\s,:)]+)/g;

/**
 * Takes custom properties out of the stylesheets of an edition that nothing in them asks for. In an EPUB the values of most stand where
 * they are used; those of `--x: {…}` nobody can use, and EPUBCheck takes their braces for a fault.
 */
export function dropUnasked(roots: readonly Root[]): void {
  const asked = new Set(
    roots.flatMap((root) => [...root.toString().matchAll(ASKED)].map(([, name]) => name)),
  );
  for (const root of roots)
    root.walkDecls(/^--/, (declaration) => {
      if (asked.has(declaration.prop)) return;
      const { parent } = declaration;
      declaration.remove();
      if (parent?.nodes?.length === 0) parent.remove();
    });
}
