import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { core } from '../src/core.js';
import { ROLES } from '../src/model/manuscript.js';
import { MEDIA, understand } from './support/chapter.js';
import { ROOT } from './support/desk.js';

/*
 * The torture book uses everything that can be written: what is added to Octavo is added to it.
 */
const FOLDER = join(ROOT, 'tests/books/torture/manuscript');
const texts = Object.fromEntries(
  readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => [path, readFileSync(join(FOLDER, path), 'utf8')]),
);
const constructs = core.constructs ?? [];

/** Everything that the book shows. */
function shown(without?: string): string {
  const { dress } = understand(texts, {
    constructs: constructs.filter(({ name }) => name !== without),
    assets: ['images/case.png', 'images/wave.svg', 'images/dot.png'],
    lists: ['figures'],
  });
  return MEDIA.flatMap((medium) => Object.keys(texts).map((path) => dress(medium, path).html)).join('\n');
}

describe('the torture book', () => {
  const whole = shown();

  it.each(constructs)('is another without “$name”', ({ name }) => {
    expect(shown(name)).not.toBe(whole);
  });

  it('has every directive', () => {
    const all = Object.values(texts).join('\n');
    const missing = constructs
      .flatMap(({ directives = [] }) => directives)
      .filter((name) => {
        const word = name.replace(/^:+/, '');
        // A block that holds others has more colons than they.
        const more = name.startsWith(':::') ? ':*' : '';
        const ways = [`${more}${name}(?![\\w-])`, `::: *\\{\\.(?:callout-)?${word}[ }]`, `\\[!${word}\\]`];
        return !new RegExp(`^(?:> )*(?:${ways.join('|')})`, 'im').test(all);
      });
    expect(missing).toEqual([]);
  });

  it('has a page of every role that an author can write, but for those that are made', () => {
    const written = Object.keys(texts).flatMap((path) => {
      const stem = path.replace(/^.*\/|\.md$/g, '');
      return [stem, /^role: (.+)$/m.exec(texts[path] ?? '')?.[1] ?? ''];
    });
    const names: Readonly<Record<string, string>> = {
      copyright: 'copyright-page',
      'half-title': 'halftitlepage',
      words: 'part',
      prose: 'chapter',
      checks: 'handout',
    };
    const roles = new Set(written.map((name) => names[name] ?? name));
    const made = ['cover', 'titlepage', 'toc', 'loi', 'list-of-listings', 'index'];
    expect(Object.keys(ROLES).filter((role) => !roles.has(role))).toEqual(made);
  });
});
