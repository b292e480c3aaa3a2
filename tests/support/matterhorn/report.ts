/** A failure condition that a file meets. */
export interface Failure {
  /** As the Matterhorn Protocol numbers it: `01-005`; `tree-…` is a rule of ISO 32000-1 that the protocol takes for granted. */
  readonly condition: string;
  /** What is wrong and where, a sentence. */
  readonly what: string;
}

/** How often one condition is told: a fault of a program is in every page, and five places show what it is. */
const MOST = 5;

/** Gathers failures, the first few of each condition. */
export class Report {
  readonly failures: Failure[] = [];
  private readonly counts = new Map<string, number>();

  /** @param what is only asked for where it is told, for a file may have a hundred thousand places of one fault */
  add(condition: string, what: () => string): void {
    const count = this.counts.get(condition) ?? 0;
    this.counts.set(condition, count + 1);
    if (count < MOST) this.failures.push({ condition, what: what() });
  }
}
