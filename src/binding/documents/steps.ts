/**
 * The level that a heading has in the order of the text, where its author skipped some: a screen reader counts by steps, and looks
 * for the one that is missing. One for each document, told the levels of its headings in order.
 * @param highest the level of a heading that stands under none; its own, unless given
 */
export function headingSteps(highest?: number): (level: number) => number {
  /** The headings that the one in question may stand under, from the highest. */
  const above: { level: number; step: number }[] = [];
  return (level) => {
    while ((above.at(-1)?.level ?? 0) >= level) above.pop();
    const under = above.at(-1);
    const step = under ? under.step + 1 : (highest ?? level);
    above.push({ level, step });
    return step;
  };
}
