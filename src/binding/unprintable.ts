import { inBook } from '../config/book-file.js';
import type { At } from '../model/notice.js';
import type { OpenSheet } from '../model/press.js';
import type { Rendition, Section } from '../model/rendition.js';
import { PressError } from '../press/error.js';
import type { LayoutJob, Settled } from '../press/layout/job.js';
import { settle } from '../press/layout/settle.js';
import { type Spot, Unprintable } from '../press/layout/unprintable.js';
import { placeIn } from './layout-reports.js';

/**
 * A value of a property that makes something high: four digits before its point, an exponent, infinity, and three digits of a
 * frame; those of a colour are none.
 */
const VAST =
  /(?:border[\w-]*\s*:[^;}]*?(?<![#\w.])\d{3}(?:\.\d+)?[a-z]|(?:height|padding|margin|border|size|gap|font|zoom|scale|leading|top|bottom|inset|columns|rows|content)[\w-]*\s*:[^;}]*?(?<![#\w.])(?:\d{4,}|\d[\d.]*e\+?\d|infinity))/i;

/** Settles the pages of a document; where they cannot be printed, that is told at the length in a stylesheet that is the reason. */
export async function settlePages(
  sheet: OpenSheet,
  job: LayoutJob & { readonly sections: readonly Section[] },
  { edition, styles }: Pick<Rendition, 'edition' | 'styles'>,
): Promise<Settled> {
  try {
    return await settle(sheet, job);
  } catch (error) {
    if (!(error instanceof Unprintable)) throw error;
    const { spot } = error;
    throw new PressError('pages', sayingOf(spot, job.sections, edition), {
      at: vastIn(styles) ?? tokenIn(styles) ?? placeIn(job.sections, spot.section, spot.at),
      cause: error,
    });
  }
}

function sayingOf({ section, at, pages }: Spot, sections: readonly Section[], edition: string): string {
  const found = sections.find(({ id }) => id === section);
  const line = at && found?.file ? `line ${at.split(':')[0]} of ${found.file.path}` : undefined;
  const what = line ? `What stands in ${line}` : `“${found?.title ?? section}”`;
  const many = pages === undefined ? 'pages without end' : `${pages.toLocaleString('en')} pages`;
  return `${what} would take ${many} (${edition}), which is more than can be printed`;
}

/** The first token of the book whose value the browser works out: others are held against a range. */
function tokenIn(styles: Rendition['styles']): At | undefined {
  const ofBook = styles.filter(({ path }) => path === 'book.yaml').map(({ css }) => css);
  const token = /--book-([\w-]+):\s*(?:calc|min|max|clamp|round)\(/i.exec(ofBook.join('\n'))?.[1];
  return token === undefined ? undefined : inBook('tokens', token);
}

/** The first such value in the stylesheets of the book. */
function vastIn(styles: Rendition['styles']): At | undefined {
  for (const { own: file } of styles) {
    const css = String(file?.value ?? '').replace(/\/\*[\s\S]*?(?:\*\/|$)/g, (comment) =>
      comment.replace(/[^\n]/g, ' '),
    );
    const found = VAST.exec(css);
    if (!file || !found) continue;
    const before = css.slice(0, found.index).split('\n');
    return { file, node: { line: before.length, column: (before.at(-1) ?? '').length + 1 } };
  }
  return undefined;
}
