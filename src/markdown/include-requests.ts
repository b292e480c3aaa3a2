import { parseAttributes } from './braces.js';

/** What may stand before a block on its line: quotes and items of lists that it is in. */
export const BEFORE = String.raw`^((?:[ \t]*(?:>|[-*+]|\d{1,9}[.)])(?=[ \t]))*[ \t]*)`;
const ASKS = /::include\{|\{\{#|\{\{<[ \t]*include|\{%[ \t]*include|\bfile=/;
/** Ours, mdBook's, Quarto's and HonKit's. */
const OURS = new RegExp(`${BEFORE}::include(?:\\{([^{}]*)\\})?[ \\t]*$`);
const MDBOOK = new RegExp(
  `${BEFORE}\\{\\{#(?:include|rustdoc_include|playground)[ \\t]+([^\\s:}]+)(?::([^\\s}]+))?[^}]*\\}\\}[ \\t]*$`,
);
const QUARTO = new RegExp(`${BEFORE}\\{\\{<[ \\t]*include[ \\t]+([^\\s>]+)[ \\t]*>\\}\\}[ \\t]*$`);
const HONKIT = new RegExp(`${BEFORE}\\{%[ \\t]*include[ \\t]+"([^"]+)"[ \\t]*%\\}[ \\t]*$`);

/** What an include asks for. */
export interface Request {
  readonly file: string;
  readonly region?: string | undefined;
  readonly lines?: string | undefined;
}

/** Whether a chapter may include something at all. */
export function includesSomething(text: string): boolean {
  return ASKS.test(text);
}

/** What a line asks for. */
interface Asked {
  readonly before: string;
  readonly request: Request | undefined;
  /** Ours is a block of its own, whatever stands next to it; the others are text. */
  readonly block: boolean;
}

/** What a line asks for that includes something. */
export function requestInLine(text: string): Asked | undefined {
  const ours = OURS.exec(text);
  if (ours) return { before: ours[1] ?? '', request: ofAttributes(`{${ours[2] ?? ''}}`), block: true };
  const other = QUARTO.exec(text) ?? HONKIT.exec(text);
  if (other) return { before: other[1] ?? '', request: { file: other[2] ?? '' }, block: false };
  return requestOfMdBook(text);
}

/** The same in the words of mdBook, which may stand in code as well. */
export function requestOfMdBook(text: string): Asked | undefined {
  const [, before = '', file, part] = MDBOOK.exec(text) ?? [];
  if (!file) return undefined;
  const lines = part !== undefined && /^\d*:?\d*$/.test(part);
  return { before, request: { file, ...(lines ? { lines: part } : { region: part }) }, block: false };
}

function ofAttributes(written: string): Request | undefined {
  const { file, region, lines } = parseAttributes(written)?.values ?? {};
  return file === undefined ? undefined : { file, region, lines };
}

/** What code is to be filled with, by what stands behind its fence. */
export function requestInFence(info: string): Request | undefined {
  const at = info.indexOf('{');
  return at < 0 ? undefined : ofAttributes(info.slice(at).trim());
}
