import { checkInMemory } from './memory.js';

/** A PNG of one red pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

/** What the rules say of a text: `id line:column`, in order. */
export async function judged(text: string, more: Readonly<Record<string, string>> = {}): Promise<string[]> {
  const { messages } = await checkInMemory({
    'book.yaml': 'title: T\nauthor: A\n',
    'disc.png': PIXEL,
    'one.md': text,
    ...more,
  });
  return messages.map(({ ruleId, line, column }) => `${ruleId} ${line}:${column}`);
}

/** The same of a paragraph in a chapter, in a language. */
export async function judgedParagraph(paragraph: string, lang = 'en'): Promise<string[]> {
  const said = await judged(`---\nlang: ${lang}\n---\n\n# One\n\n${paragraph}\n`);
  // Counted from the paragraph's own first line.
  return said.map((one) => one.replace(/ (\d+):/, (_, line: string) => ` ${Number(line) - 6}:`));
}
