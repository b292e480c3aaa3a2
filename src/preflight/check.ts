import type { PageFacts, PdfFacts } from '../binding/pdf-facts.js';

/** What a target asks of a file, and where it says so. */
export interface Demand {
  readonly id: string;
  /** What is asked, as a statement about a file that has it. */
  readonly wants: string;
  /** What is otherwise, or nothing. */
  fails(facts: PdfFacts): Failing | undefined;
  /** What to do about it. */
  readonly remedy: string;
  /** The page of the target that asks it; absent where it is common sense. */
  readonly source?: string | undefined;
}

/** Why a file fails, and on which pages, from 1. */
export interface Failing {
  readonly found: string;
  readonly pages?: readonly number[] | undefined;
}

/** Who takes a file, and what of. */
export interface Target {
  readonly id: string;
  readonly name: string;
  /** The edition that is given to it. */
  readonly edition: string;
  readonly demands: readonly Demand[];
}

/** One demand, and whether it is met. */
export interface Check {
  readonly id: string;
  readonly ok: boolean;
  readonly wants: string;
  readonly found?: string | undefined;
  readonly pages?: readonly number[] | undefined;
  readonly remedy?: string | undefined;
  readonly source?: string | undefined;
}

/** Holds a file against what a target asks, demand by demand. */
export function preflight(facts: PdfFacts, { demands }: Target): Check[] {
  return demands.map(({ id, wants, fails, remedy, source }) => {
    const failing = fails(facts);
    return failing ? { id, ok: false, wants, ...failing, remedy, source } : { id, ok: true, wants, source };
  });
}

/** Fails the pages of a kind, if there are any. */
export function pagesWhere(
  facts: PdfFacts,
  isSo: (page: PageFacts, index: number) => boolean,
  found: string | ((pages: readonly PageFacts[]) => string),
): Failing | undefined {
  const pages = facts.pages.flatMap((page, index) => (isSo(page, index) ? [index + 1] : []));
  if (!pages.length) return undefined;
  const own = pages.map((page) => facts.pages[page - 1] as PageFacts);
  return { found: typeof found === 'string' ? found : found(own), pages };
}
