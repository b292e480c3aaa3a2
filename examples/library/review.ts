import {
  type CheckResult,
  check,
  type MessageRecord,
  pretty,
  type RealWorld,
  thisWorld,
  toRecord,
} from 'octavo';

/** What a program would show of a book before it is built: how many words there are, what is wrong, and where. */
export async function review(folder: string): Promise<readonly MessageRecord[]> {
  const world: RealWorld = thisWorld((text) => console.error(text));
  // Keys of book.yaml may be set for one call; what they may be is known to the compiler.
  const result: CheckResult = await check({ folder, settings: { rules: { 'image-alt': 'error' } } }, world);
  for (const { title, words, minutes } of result.statistics())
    console.log(`${title}: ${words} words, ${minutes} min`);
  for (const { file, place, text } of result.mends)
    console.log(`${file.path}:${place.start.line} could be mended: ${JSON.stringify(text)}`);
  // For a person …
  console.log(pretty(result.messages, result.files));
  // … and for a program.
  return result.messages.map(toRecord).filter(({ severity }) => severity === 'error');
}
