/** Boxes of MkDocs, Docusaurus, Obsidian and others, by those of Octavo that they are nearest to. */
const BOXES: Readonly<Record<string, string>> = {
  abstract: 'note',
  info: 'note',
  seealso: 'note',
  summary: 'note',
  tldr: 'note',
  todo: 'note',
  question: 'note',
  faq: 'note',
  help: 'note',
  details: 'note',
  success: 'tip',
  check: 'tip',
  done: 'tip',
  hint: 'tip',
  attention: 'warning',
  danger: 'caution',
  error: 'caution',
  failure: 'caution',
  fail: 'caution',
  missing: 'caution',
  bug: 'caution',
};

/** The box that is meant by a name of another tool. */
export function boxNamed(name: string): string | undefined {
  const plain = name.toLowerCase();
  return Object.hasOwn(BOXES, plain) ? BOXES[plain] : undefined;
}

/** What other tools have a box for and Markdown has signs: how it is written. */
export function withoutBox(name: string): string | undefined {
  return /^(?:block)?quote$|^quotation$|^cite$/i.test(name)
    ? 'Write a quotation with > before each of its lines, and nothing else.'
    : undefined;
}
