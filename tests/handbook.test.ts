import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { referencePages } from '../scripts/lib/reference.mjs';
import { build, check } from '../src/build.js';
import { commandLine } from '../src/commands/program.js';
import { catalogueOf } from '../src/config/catalogue.js';
import * as examples from '../src/config/key-examples.js';
import * as bookKeys from '../src/config/keys.js';
import * as frontMatterKeys from '../src/config/keys-front-matter.js';
import { core } from '../src/core.js';
import { en } from '../src/language/words/en.js';
import { thisWorld } from '../src/world.js';
import { bytesOf, desk, ROOT } from './support/desk.js';
import { epubcheck } from './support/epubcheck.js';
import { inspectPdf } from './support/pdf.js';
import { filesIn, openSite } from './support/site.js';

/*
 * The handbook: a book that Octavo builds, whose reference pages are made from the sources.
 */
const FOLDER = 'docs/handbook';
const pages = referencePages(ROOT, {
  constructs: core.constructs ?? [],
  notices: catalogueOf([core]).values(),
  bookKeys,
  frontMatterKeys,
  examples,
  commands: commandLine(''),
  en,
});

describe('the handbook', () => {
  it.each(Object.entries(pages))('%s is up to date (else: npm run reference)', (name, text) => {
    expect(readFileSync(join(ROOT, FOLDER, 'reference', name), 'utf8')).toBe(text);
  });

  it('has every construct, key and message', () => {
    const { 'constructs.md': constructs = '', 'messages.md': messages = '' } = pages;
    for (const { directives = [] } of core.constructs ?? [])
      for (const name of directives) expect(constructs).toContain(`\`${name}\``);
    for (const { id } of catalogueOf([core]).values()) expect(messages).toContain(`\n## \`${id}\`\n`);
    for (const key of Object.keys(bookKeys.bookSchema.shape))
      expect(pages['book-yaml.md']).toContain(`\n## \`${key}\`\n`);
    for (const key of Object.keys(frontMatterKeys.frontMatterSchema.shape))
      expect(pages['front-matter.md']).toContain(`\n## \`${key}\`\n`);
  });

  it('has every verb and flag', () => {
    const { program, ...verbs } = commandLine('');
    const text = pages['command-line.md'] ?? '';
    expect(program.commands).toHaveLength(Object.keys(verbs).length);
    for (const command of program.commands) {
      const section = text.split('\n## ').find((one) => one.startsWith(`\`octavo ${command.name()}`)) ?? '';
      expect(section, command.name()).not.toBe('');
      for (const { flags } of command.options) {
        const where = section.includes('flags of every book') ? text : section;
        expect(where, command.name()).toContain(`\n\`${flags}\`\n: `);
      }
    }
  });

  it.each([
    ['book.yaml', bookKeys.bookSchema, examples.BOOK_EXAMPLES],
    ['front matter', frontMatterKeys.frontMatterSchema, examples.FRONT_MATTER_EXAMPLES],
  ] as const)('shows each key of %s as it may be written', (_, schema, shown) => {
    expect(Object.keys(shown).sort()).toEqual(Object.keys(schema.shape).sort());
    for (const [key, example] of Object.entries(shown)) {
      const value: unknown = parse(example);
      expect(Object.keys(value as object)).toEqual([key]);
      expect(schema.safeParse(value).error?.issues ?? [], example).toEqual([]);
    }
  });

  it('has every token of a theme, with its default', () => {
    const css = readFileSync(join(ROOT, 'styles/tokens.css'), 'utf8');
    const tokens = [...css.matchAll(/^ *--book-([\w-]+): (.+);$/gm)];
    expect(tokens.length).toBeGreaterThan(25);
    for (const [, name, value] of tokens)
      expect(pages['tokens.md']).toContain(`\n| \`${name}\` | \`${value}\` |`);
  });

  it('has nothing that a check would speak of', async () => {
    const { messages } = await check({ folder: FOLDER }, thisWorld());
    expect(messages.map(String)).toEqual([]);
  });

  it('is a PDF to print, one for the screen, an EPUB and web pages', async () => {
    const output = await desk();
    const { messages, artifacts } = await build({ folder: FOLDER, output }, thisWorld());
    expect(messages.map(String)).toEqual([]);
    const [print] = artifacts.filter(({ edition }) => edition === 'print');
    const pdf = await inspectPdf(await bytesOf(output, print?.path ?? ''));
    const chapters = pdf.outline.flatMap(({ children }) => children.map(({ title }) => title));
    expect(chapters).toContainEqual(expect.stringMatching(/^\d+\. What you can write$/));
    const epub = artifacts.find(({ edition }) => edition === 'epub');
    const [report] = await epubcheck(await bytesOf(output, epub?.path ?? ''));
    expect([...(report?.errors ?? []), ...(report?.warnings ?? [])]).toEqual([]);
    const site = openSite(await filesIn(output));
    expect(site.broken).toEqual([]);
    expect(site.order).toContain('constructs.html');
  });
});
