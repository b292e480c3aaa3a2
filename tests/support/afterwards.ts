/*
 * What is to be done when the tests of a file are over. Files of tests share what they import, so a hook there would be one of
 * the first file alone.
 */
const waiting: (() => unknown)[] = [];

/** Has something done when the tests of this file are over. */
export function afterwards(what: () => unknown): void {
  waiting.push(what);
}

/** Does it, last things first. */
export async function tidyUp(): Promise<void> {
  for (const what of waiting.splice(0).reverse()) await what();
}
