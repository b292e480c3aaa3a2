import type { Name } from '../../model/reference.js';
import { fromLatex } from './latex.js';

/**
 * “Jane Doe and van Gogh, Vincent and {World Health Organization} and others”.
 * @param binding whether “van” belongs to the family name, as `useprefix` says; else it goes with the given one
 */
export function namesIn(source: string, binding = false): Name[] {
  return splitAt(source.replace(/\s+/g, ' '), /^ and /i)
    .map((one) => one.trim())
    .filter(Boolean)
    .map(nameIn)
    .map((name) => (binding ? name : { ...name, particle: undefined, dropping: name.particle }));
}

function nameIn(source: string): Name {
  if (source.toLowerCase() === 'others') return { literal: 'others' };
  if (/^\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}$/.test(source)) return { literal: fromLatex(source) };
  const [first = '', second = '', third] = splitAt(source, /^,/).map((part) => part.trim());
  if (!first.includes(',') && third === undefined && !second) return inOrder(splitAt(first, /^[ ~]/));
  // “von Last, Jr, First” and “von Last, First”.
  const { particle, family } = withParticle(splitAt(first, /^[ ~]/));
  const given = third ?? second;
  return clean({ family, particle, given, suffix: third === undefined ? undefined : second });
}

/** “First von Last”: what begins with a small letter belongs to the family name. */
function inOrder(words: readonly string[]): Name {
  const small = words.slice(0, -1).findIndex(isSmall);
  const at = small < 0 ? words.length - 1 : small;
  const { particle, family } = withParticle(words.slice(at));
  return clean({ family, particle, given: words.slice(0, at).join(' ') });
}

function withParticle(words: readonly string[]): { particle: string | undefined; family: string } {
  const last = words.slice(0, -1).findLastIndex(isSmall);
  const particle = isSmall(words[0] ?? '') ? words.slice(0, last + 1).join(' ') : undefined;
  return { particle, family: words.slice(particle ? last + 1 : 0).join(' ') };
}

function isSmall(word: string): boolean {
  return /^\p{Ll}/u.test(fromLatex(word)) && !word.startsWith('{');
}

function clean({ family = '', particle, given, suffix }: Name): Name {
  const plain = (text: string | undefined): string | undefined => (text && fromLatex(text)) || undefined;
  return { family: plain(family), particle: plain(particle), given: plain(given), suffix: plain(suffix) };
}

/** Splits at what stands outside of braces. */
function splitAt(text: string, separator: RegExp): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '{') depth++;
    else if (text[at] === '}') depth--;
    else if (depth === 0) {
      const found = separator.exec(text.slice(at, at + 5))?.[0];
      if (!found) continue;
      parts.push(text.slice(from, at));
      from = at + found.length;
      at = from - 1;
    }
  }
  parts.push(text.slice(from));
  return parts.filter((part) => part.trim());
}
