import { isWorkedOut } from '../config/token-kinds.js';
import type { ResolvedConfig } from '../model/config.js';

/**
 * What a book has pages look like beyond what can be known before they are laid out, by the names that messages give: its stylesheets, and
 * tokens whose value the browser works out (`calc()`), which may be out of all range.
 */
export function ownLooks({ styles, tokens }: Pick<ResolvedConfig, 'styles' | 'tokens'>): string[] {
  const workedOut = Object.keys(tokens).filter((name) => isWorkedOut(tokens[name] ?? ''));
  return [...styles, ...workedOut.map((name) => `the token ${name}`)];
}
