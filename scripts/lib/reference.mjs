// The reference pages of the handbook, made from the sources: what an author can write from the constructs, what he can set
// from the schemas, what he can be told from the messages. So they cannot drift; a test holds them against the sources.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { z } from 'zod';

/**
 * Every page, by its name in `docs/handbook/reference/`.
 * @param {string} root of the project, for the comments of the constructs
 * @param {{
 *   constructs: readonly import('../../src/model/construct.js').Construct[],
 *   notices: Iterable<import('../../src/config/catalogue.js').Known>,
 *   bookKeys: Pick<typeof import('../../src/config/keys.js'), 'bookSchema' | 'NESTED_KEYS'>,
 *   frontMatterKeys: Pick<typeof import('../../src/config/keys-front-matter.js'), 'frontMatterSchema'>,
 *   examples: typeof import('../../src/config/key-examples.js'),
 *   commands: ReturnType<typeof import('../../src/commands/program.js').commandLine>,
 *   en: import('../../src/model/words.js').Words,
 * }} from
 * @returns {Record<string, string>}
 */
export function referencePages(
  root,
  { constructs, notices, bookKeys, frontMatterKeys, examples, commands, en },
) {
  const { bookSchema, NESTED_KEYS } = bookKeys;
  const { frontMatterSchema } = frontMatterKeys;
  return {
    'constructs.md': constructsPage(root, constructs),
    'book-yaml.md': keysPage(
      'Keys of book.yaml {#sec-keys}',
      '`book.yaml`, which lies in the folder of the manuscript',
      {
        subject: 'book.yaml',
        schema: bookSchema,
        examples: examples.BOOK_EXAMPLES,
        nested: NESTED_KEYS,
        en,
      },
    ),
    'front-matter.md': keysPage(
      'Keys of front matter {#sec-front-matter}',
      'the head of a chapter, between two lines of `---`',
      {
        subject: 'front matter',
        schema: frontMatterSchema,
        examples: examples.FRONT_MATTER_EXAMPLES,
        nested: {},
      },
    ),
    'command-line.md': commandsPage(commands),
    'tokens.md': tokensPage(root),
    'plugin-examples.md': pluginsPage(root),
    'messages.md': messagesPage([...notices]),
  };
}

const MADE = '<!-- Made by npm run reference. -->';

function constructsPage(root, constructs) {
  const sorted = [...constructs].sort((a, b) => (a.name < b.name ? -1 : 1));
  const entries = sorted.map(({ name, sample, directives = [], attributes = [] }) => {
    const facts = [
      ...(directives.length ? [`- Directives: ${directives.map(code).join(', ')}`] : []),
      ...(attributes.length ? [`- Attributes: ${attributes.map(code).join(', ')}`] : []),
    ];
    return [
      `## ${titleOf(name)}`,
      `${indexed(titleOf(name).toLowerCase())}${commentOf(root, name)}`,
      ...listed(facts),
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

function keysPage(title, where, { subject, schema, examples, nested, en }) {
  const { properties } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  const entries = Object.entries(properties)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, property]) =>
      [
        `## ${code(key)}`,
        `${indexed(`${subject}!${key}`)}${inCode(property.description)}`,
        ...listed([...choicesOf(property), ...insideOf(nested[key])]),
        fenced(examples[key], 'yaml'),
        ...(key === 'words' ? ['All of them, as they are in English:', fenced(stringify(en), 'yaml')] : []),
      ].join('\n\n'),
    );
  return page(title, [`What can stand in ${where}. Everything is optional.`, ...entries]);
}

/** An entry of the index, and nothing on the page. */
function indexed(entry) {
  return `[]{.index entry="${entry}"}`;
}

function listed(facts) {
  return facts.length ? [facts.join('\n')] : [];
}

/** A key that takes one of a few words. */
function choicesOf({ enum: choices, type }) {
  return Array.isArray(choices) && type === 'string' ? [`- One of ${choices.map(code).join(', ')}`] : [];
}

/** The keys inside of one, but for the words, which are shown whole. */
function insideOf(keys) {
  return keys && keys.length < 30 ? [`- Keys in it: ${keys.map(code).join(', ')}`] : [];
}

/** The verbs and flags of the command line. */
function commandsPage({ program, ...verbs }) {
  const { build, check } = verbs;
  const shared = build.options.filter(({ flags }) => check.options.some((other) => other.flags === flags));
  const isShared = ({ flags }) => shared.some((one) => one.flags === flags);
  const flagsOfBooks = ({ options }) => {
    const left = shared.filter(({ flags }) => !options.some((one) => one.flags === flags));
    if (left.length === shared.length) return '';
    const names = left.map(({ long }) => code(long));
    const but = names.length ? ` but ${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : '';
    return ` It takes the flags of every book${but}, and:`;
  };
  const known = Object.values(verbs).map((command) => {
    const call = ['octavo', command.name(), ...command.registeredArguments.map((one) => `[${one.name()}]`)];
    const own = command.options.filter((option) => !isShared(option));
    const example = /\$ (octavo .*)/.exec(helpAfter(command))?.[1];
    return [
      `## ${code(call.join(' '))}`,
      `${sentence(command.description())}${flagsOfBooks(command)}`,
      ...(own.length ? [own.map(flagEntry).join('\n\n')] : []),
      ...(example ? [fenced(example, 'sh')] : []),
    ].join('\n\n');
  });
  return page('The command line {#sec-commands}', [
    'Each verb tells its flags with `--help`. What is wrong is written to the error output; what was made or counted, to the standard output. A call ends with',
    [
      '`0`\n: when everything was made, or nothing was found that stops a build,',
      '`1`\n: when the book has errors,',
      '`2`\n: when the call or the configuration was not understood,',
      '`70`\n: when Octavo itself failed, which is a fault that we want to hear of,',
      '`130`\n: when it was interrupted.',
    ].join('\n\n'),
    'Two flags are understood with every verb:',
    program.options.map(flagEntry).join('\n\n'),
    ...known.slice(0, 2),
    '## Flags of every book',
    shared.map(flagEntry).join('\n\n'),
    ...known.slice(2),
  ]);
}

function flagEntry({ flags, description, defaultValue, argChoices }) {
  const facts = [
    ...(argChoices ? [`One of ${argChoices.map(code).join(', ')}.`] : []),
    ...(typeof defaultValue === 'string' ? [`Default: ${code(defaultValue)}.`] : []),
  ];
  const text = sentence(description).replace(
    /--[\w-]+(?: [a-z]+)?(?=[,:])|\w+\(…\)|\b(?:book)?\.\w+\b/g,
    code,
  );
  return `${code(flags)}\n: ${[text, ...facts].join(' ')}`;
}

/** What is said behind the help of a verb: the example stands in it. */
function helpAfter(command) {
  let text = '';
  command.configureOutput({
    writeOut: (written) => {
      text += written;
    },
  });
  command.outputHelp();
  return text;
}

/** The properties that a theme may set, as the stylesheet of their defaults has them, by its own headings. */
function tokensPage(root) {
  const css = readFileSync(join(root, 'styles/tokens.css'), 'utf8');
  const groups = [...css.matchAll(/^ {2}\/\* (.+?) \*\/\n((?: {2}--.*\n)+)/gm)].map(([, title, lines]) => {
    const rows = [...lines.matchAll(/--book-([\w-]+): (.+);/g)].map(
      ([, name, value]) => `| ${code(name)} | ${code(value)} |`,
    );
    const [heading, more] = title.split('; ');
    return [
      `## ${heading}`,
      ...(more ? [sentence(more)] : []),
      `| Name | Default |\n| --- | --- |\n${rows.join('\n')}`,
    ].join('\n\n');
  });
  return page('What a theme sets {#sec-tokens}', [
    'Each is a property of CSS that begins with `--book-`. A theme sets some of them; `tokens:` in `book.yaml` sets any, without the beginning: `tokens: {text-size: 12pt}`.',
    ...groups,
  ]);
}

function sentence(text) {
  return `${text[0].toUpperCase()}${text.slice(1)}`.replace(/[^.…]$/, '$&.');
}

/** One plugin of each kind, as it is built by the tests. */
function pluginsPage(root) {
  const folder = join(root, 'examples/plugins');
  const entries = PLUGINS.map((name) => {
    const source = readFileSync(join(folder, name, 'book.config.ts'), 'utf8');
    const [, kind, comment, program] = /^\/\/ (.+?): (.+)\n([\s\S]+)$/.exec(source) ?? [];
    if (!program) throw new Error(`examples/plugins/${name} does not begin with what it is`);
    const sheets = readdirSync(join(folder, name))
      .filter((file) => file.endsWith('.css'))
      .flatMap((file) => [
        `with ${code(file)} beside it:`,
        fenced(readFileSync(join(folder, name, file), 'utf8'), 'css'),
      ]);
    return [`## ${kind}`, sentence(comment), fenced(program, 'ts'), ...sheets].join('\n\n');
  });
  return page('One plugin of each kind {#sec-plugin-examples}', [
    'Each of these is a `book.config.ts`; they lie in `examples/plugins/` of Octavo, and its tests build them.',
    ...entries,
  ]);
}

const PLUGINS = ['construct', 'rule', 'edition', 'theme', 'remark', 'rehype'];

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
  return text.replace(/\{\{\w+\}\}|\{(?:[^{}]|\{[^{}]*\})*\}|\[[^[\]]*\](?![({])/g, code);
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
    .map((line) => (line.length > 90 ? `${line.slice(0, 70)}…${line.slice(-15)}` : line))
    .join('\n');
}
