/**
 * A few at a time: a large image takes hundreds of megabytes while it is unpacked, and more work at once than the machine
 * has hands for is not done sooner.
 */
const LANES = 3;

/** Does work as lanes become free, in the order in which it came. */
export function openLanes(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let free = LANES;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (free > 0) free--;
    else await new Promise<void>((start) => waiting.push(start));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free++;
    }
  };
}
