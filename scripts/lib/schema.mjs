// The JSON Schemas of `book.yaml` and of front matter, made from the schemas that Octavo itself validates with.
import { z } from 'zod';

/**
 * One schema as an editor wants it: what an author may write (before anything is turned into ours), with the words of
 * other tools beside our own.
 * @param {import('zod').ZodObject} schema
 * @param {Readonly<Record<string, string>>} aliases other words for a key, by word
 * @param {{ title: string, description: string }} about
 * @returns {string} the file, always the same for the same schema
 */
export function jsonSchema(schema, aliases, about) {
  const { $schema, properties, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  const others = Object.entries(aliases).map(([word, key]) => [
    word,
    { ...properties[key], description: `The same as “${key}”.` },
  ]);
  const whole = { $schema, ...about, ...rest, properties: { ...properties, ...Object.fromEntries(others) } };
  return `${JSON.stringify(whole, null, 2)}\n`;
}

/**
 * Every schema file, by its name in `schema/`.
 * @param {Pick<typeof import('../../src/config/keys.js'), 'bookSchema' | 'BOOK_ALIASES'>} bookKeys
 * @param {Pick<typeof import('../../src/config/keys-front-matter.js'), 'frontMatterSchema' | 'FRONT_MATTER_ALIASES'>} frontMatterKeys
 * @returns {Record<string, string>}
 */
export function schemaFiles({ bookSchema, BOOK_ALIASES }, { frontMatterSchema, FRONT_MATTER_ALIASES }) {
  return {
    'book.schema.json': jsonSchema(bookSchema, BOOK_ALIASES, {
      title: 'book.yaml',
      description: 'The configuration of a book that is built with Octavo.',
    }),
    'front-matter.schema.json': jsonSchema(frontMatterSchema, FRONT_MATTER_ALIASES, {
      title: 'Front matter',
      description: 'The YAML at the head of a chapter that is built with Octavo.',
    }),
  };
}
