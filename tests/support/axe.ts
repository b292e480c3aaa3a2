import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { ROOT } from './desk.js';

interface Found {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** What axe finds on a page against the Web Content Accessibility Guidelines, A and AA: `color-contrast <a href=…`. */
export async function axe(page: Page): Promise<string[]> {
  // What Ace brings along; the page itself lets no script run.
  const program = await readFile(join(ROOT, 'node_modules/@daisy/axe-core-for-ace/axe.min.js'), 'utf8');
  await page.evaluate(program);
  const violations = await page.evaluate(async () => {
    const values = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    const { axe: checker } = window as unknown as {
      readonly axe: { run(options: object): Promise<{ violations: Found[] }> };
    };
    return (await checker.run({ runOnly: { type: 'tag', values } })).violations;
  });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} ${html.slice(0, 120)}`));
}
