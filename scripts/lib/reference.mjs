// The reference pages of the handbook, made from the sources: what an author can write from the constructs, what he can set
// from the schemas, what he can be told from the messages. So they cannot drift; a test holds them against the sources.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/**
 * Every page, by its name in `docs/handbook/reference/`.
 * @param {string} root of the project, for the comments of the constructs
 * @param {{
 *   constructs: readonly import('../../src/model/construct.js').Construct[],
 *   notices: Iterable<import('../../src/config/catalogue.js').Known>,
 *   keys: Pick<typeof import('../../src/config/keys.js'), 'bookSchema' | 'frontMatterSchema'>,
 * }} from
 * @returns {Record<string, string>}
 */
export function referencePages(root, { constructs, notices, keys }) {
  return {
    'constructs.md': constructsPage(root, constructs),
    'book-yaml.md': keysPage('Keys of book.yaml {#sec-keys}', 'book.yaml', keys.bookSchema),
    'front-matter.md': keysPage('Keys of front matter', 'the head of a chapter', keys.frontMatterSchema),
    'tokens.md': tokensPage(root),
    'messages.md': messagesPage([...notices]),
  };
}

const MADE = '<!-- Made by npm run reference. -->';

function constructsPage(root, constructs) {
  const sorted = [...constructs].sort((a, b) => (a.name < b.name ? -1 : 1));
  const entries = sorted.map(({ name, sample, directives = [], attributes = [] }) => {
    const facts = [
      ...(directives.length ? [`Directives: ${directives.map(code).join(', ')}.`] : []),
      ...(attributes.length ? [`Attributes: ${attributes.map(code).join(', ')}.`] : []),
    ];
    return [
      `## ${titleOf(name)}`,
      commentOf(root, name),
      ...(facts.length ? [facts.join(' ')] : []),
      fenced(sample, 'markdown'),
      'gives:',
      sample.trim(),
    ].join('\n\n');
  });
  return page('What you can write {#sec-constructs}', entries);
}

/** What the comment above a construct says, which is written for whoever writes a book. */
function commentOf(root, name) {
  const source = readFileSync(join(root, 'src/constructs', `${name}.ts`), 'utf8');
  const comment = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\nexport const \w+: Construct\b/.exec(source)?.[1];
  if (!comment) throw new Error(`src/constructs/${name}.ts has no comment above its construct`);
  return comment
    .split('\n')
    .map((line) => line.replace(/^\s*\*\s?/, '').trim())
    .join(' ')
    .replaceAll('*\\/', '*/')
    .trim();
}

function keysPage(title, where, schema) {
  const { properties } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  const entries = Object.entries(properties)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, { description }]) => `${code(key)}\n: ${inCode(description)}`);
  return page(title, [`What can stand in ${where}; everything is optional.`, entries.join('\n\n')]);
}

/** The properties that a theme may set, as the stylesheet of their defaults has them, by its own headings. */
function tokensPage(root) {
  const css = readFileSync(join(root, 'styles/tokens.css'), 'utf8');
  const groups = [...css.matchAll(/^ {2}\/\* (.+?) \*\/\n((?: {2}--.*\n)+)/gm)].map(([, title, lines]) => {
    const rows = [...lines.matchAll(/--book-([\w-]+): (.+);/g)].map(
      ([, name, value]) => `| ${code(name)} | ${code(value)} |`,
    );
    const [heading, ...more] = title.split(/[;,] /);
    return [
      `## ${heading}`,
      ...(more.length ? [`${sentence(more.join(', '))}`] : []),
      `| Name | Default |\n| --- | --- |\n${rows.join('\n')}`,
    ].join('\n\n');
  });
  return page('What a theme sets {#sec-tokens}', [
    'Each is a property of CSS that begins with `--book-`. A theme sets some of them; `tokens:` in `book.yaml` sets any, without the beginning: `tokens: {text-size: 12pt}`.',
    ...groups,
  ]);
}

function sentence(text) {
  return `${text[0].toUpperCase()}${text.slice(1)}.`;
}

function messagesPage(notices) {
  const entries = notices
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, severity, why, firm, examples }) =>
      [
        `## ${code(id)}`,
        `*${severity[0].toUpperCase()}${severity.slice(1)}${firm ? ', and cannot be set otherwise' : ''}.* ${why.replace(/<!--.*?-->/g, code)}`,
        ...(examples
          ? [
              'Wrong:',
              fenced(shortened(examples.bad), 'markdown'),
              'Right:',
              fenced(shortened(examples.good), 'markdown'),
            ]
          : []),
      ].join('\n\n'),
    );
  return page('What you can be told {#sec-messages}', [
    'Every message has an id. `octavo explain <id>` shows what stands here.',
    ...entries,
  ]);
}

function page(title, entries) {
  return `${MADE}\n\n# ${title}\n\n${entries.join('\n\n')}\n`;
}

function titleOf(name) {
  const words = name.replaceAll('-', ' ');
  return words[0].toUpperCase() + words.slice(1);
}

/** What stands in braces or between quotes is to be typed as it stands. */
function inCode(text) {
  return text.replace(/\{\{\w+\}\}|\{[^{}]*\}|\[[^[\]]*\](?![({])/g, code);
}

function code(text) {
  return `\`${text}\``;
}

/** A fence that nothing in the text can close. */
function fenced(text, lang) {
  const longest = Math.max(2, ...(text.match(/~+/g) ?? []).map(({ length }) => length));
  const fence = '~'.repeat(longest + 1);
  return `${fence}${lang}\n${text.trimEnd()}\n${fence}`;
}

/** Of an example that is long for the sake of its length, the beginning. */
function shortened(text) {
  return text
    .split('\n')
    .map((line) => (line.length > 90 ? `${line.slice(0, 90)}…` : line))
    .join('\n');
}
