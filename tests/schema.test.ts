import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { schemaFiles } from '../scripts/lib/schema.mjs';
import * as bookKeys from '../src/config/keys.js';
import * as frontMatterKeys from '../src/config/keys-front-matter.js';
import { ROOT } from './support/desk.js';

/*
 * schema/*.json: what an editor tells an author while he types. Made from the same source that Octavo validates with.
 */
const made = Object.entries(schemaFiles(bookKeys, frontMatterKeys));

it.each(made)('%s is up to date (else: npm run schema)', (name, text) => {
  expect(readFileSync(join(ROOT, 'schema', name), 'utf8')).toBe(text);
});

const compile = (name: string): ValidateFunction =>
  new Ajv2020({ strict: false, validateFormats: false }).compile(
    JSON.parse(readFileSync(join(ROOT, 'schema', name), 'utf8')),
  );

describe('book.schema.json', () => {
  const valid = compile('book.schema.json');

  it('accepts the book that ships with Octavo', () => {
    valid(parse(readFileSync(join(ROOT, 'manuscript/book.yaml'), 'utf8')));
    expect(valid.errors).toBeNull();
  });

  it.each([
    'title: 1984',
    'author: {name: Herman Melville, role: aut, sort: "Melville, Herman"}',
    'authors: [A, {name: B}]\nlanguage: de\ncover-image: cover.jpg',
    'date: 2026\ntrim: 140mm x 210mm\neditions: {print: {trim: a5}, epub: null}',
    'contents:\n  front: [a.md]\n  body: [b.md, {part: One, chapters: [c.md, {file: d.md, role: half-title}]}]',
    'editions: {print: {booklet: a4, n-up: 4}, screen: {booklet: {paper: 320mm x 450mm, marks: false, paper-thickness: 0.1}, n-up: {pages: 8, cut-stack: true, flip: long}}}',
    'rules: {image-exists: warning}\ntokens: {text-size: 12pt, columns: 2}',
  ])('accepts %j', (yaml) => {
    valid(parse(yaml, { schema: 'core' }));
    expect(valid.errors).toBeNull();
  });

  it.each([
    ['titel: A book', '', 'must NOT have additional properties'],
    ['dir: left', '/dir', 'must be equal to one of the allowed values'],
    ['date: November', '/date', 'must match pattern "^\\d{4}(-\\d{2}(-\\d{2})?)?$"'],
    ['toc-depth: 9', '/toc-depth', 'must be <= 6'],
    ['hyphenate: sometimes', '/hyphenate', 'must be boolean'],
    ['rules: {image-exists: fatal}', '/rules/image-exists', 'must be equal to one of the allowed values'],
    ['series: {title: X}', '/series', "must have required property 'name'"],
    ['contents: {back: [{file: a.md, role: forward}]}', '/contents/back/0/role', 'must be equal to one of'],
  ])('refuses %j', (yaml, path, message) => {
    expect(valid(parse(yaml, { schema: 'core' }))).toBe(false);
    const said = valid.errors?.map((error) => `${error.instancePath} ${error.message}`) ?? [];
    expect(said).toContainEqual(expect.stringContaining(`${path} ${message}`));
  });
});

describe('front-matter.schema.json', () => {
  const valid = compile('front-matter.schema.json');

  it.each([
    'title: 7\nid: Before-You\ntoc: false\noutputs: print',
    'role: copyright\nlabel: a\nepub:type: preface',
  ])('accepts %j', (yaml) => {
    valid(parse(yaml));
    expect(valid.errors).toBeNull();
  });

  it.each(['id: 1st', 'role: chaptre', 'draft: "yes"', 'pages: 0', 'colour: red'])('refuses %j', (yaml) => {
    expect(valid(parse(yaml))).toBe(false);
  });

  it('says of every key what it is for', () => {
    for (const name of ['book.schema.json', 'front-matter.schema.json']) {
      const { properties } = JSON.parse(readFileSync(join(ROOT, 'schema', name), 'utf8'));
      for (const [key, value] of Object.entries(properties))
        expect((value as { description?: string }).description, key).toMatch(/\w.*[.…]$/);
    }
  });
});
