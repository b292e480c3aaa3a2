import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { core } from '../src/core.js';
import { LENT } from '../src/press/layout/lent.js';
import { ROOT } from './support/desk.js';

/*
 * The laws of docs/architecture.md, held against the source as it stands.
 */
const SRC = join(ROOT, 'src');
const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
  .map((name) => name.replaceAll('\\', '/'));

interface Imports {
  readonly own: readonly string[];
  readonly packages: readonly string[];
}

const imports = new Map<string, Imports>(
  files.map((file) => {
    const text = readFileSync(join(SRC, file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
    const named = [
      ...text.matchAll(
        /^\s*(?:import|export)\b[^'"]*?from\s*['"]([^'"]+)['"]|^\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm,
      ),
    ].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
    const own = named
      .filter((name) => name.startsWith('.'))
      .map((name) =>
        relative(SRC, resolve(SRC, dirname(file), name))
          .replaceAll('\\', '/')
          .replace(/\.js$/, '.ts'),
      );
    return [file, { own, packages: named.filter((name) => !name.startsWith('.')) }];
  }),
);

/** The rooms from the ground up: each may use those before it, and none after it. */
const FLOORS = [
  'model',
  'tree',
  'language',
  'workshop',
  'report',
  'config',
  'darkroom',
  'manuscript',
  'citation',
  'markdown',
  'constructs',
  'book',
  'rules',
  'spelling',
  'typeset',
  'matter',
  'press',
  'binding',
  'preflight',
  'editions',
  'core-notices.ts',
  'core.ts',
  'define.ts',
  'manifest.ts',
  'told.ts',
  'emptied.ts',
  'kept.ts',
  'request.ts',
  'judging.ts',
  'reading.ts',
  'build.ts',
  'watch.ts',
  'serve',
  'world.ts',
  'commands',
  'index.ts',
  'workbench.ts',
  'marker.ts',
  'cli.ts',
];
const room = (file: string): string => file.split('/')[0] ?? file;

describe('one way', () => {
  it('every room is on a floor', () => {
    expect([...new Set(files.map(room))].filter((name) => !FLOORS.includes(name))).toEqual([]);
  });

  it('imports only lead down', () => {
    const up = [...imports].flatMap(([file, { own }]) =>
      own
        .filter((target) => FLOORS.indexOf(room(target)) > FLOORS.indexOf(room(file)))
        .map((target) => `${file} -> ${target}`),
    );
    expect(up).toEqual([]);
  });

  it('no file imports itself by any way round', () => {
    const circles: string[] = [];
    const done = new Set<string>();
    const visit = (file: string, trail: readonly string[]): void => {
      if (trail.includes(file)) circles.push([...trail.slice(trail.indexOf(file)), file].join(' -> '));
      else if (!done.has(file)) {
        for (const target of imports.get(file)?.own ?? []) visit(target, [...trail, file]);
        done.add(file);
      }
    };
    for (const file of files) visit(file, []);
    expect(circles).toEqual([]);
  });
});

describe('three registries', () => {
  it.each([
    ['constructs', core.constructs ?? []],
    ['editions', core.editions ?? []],
    ['rules', core.rules ?? []],
  ] as const)('every file of %s is one entry, and every entry is registered', async (folder, registered) => {
    const entries = files.filter((file) => room(file) === folder);
    const names = registered.map((entry) => ('name' in entry ? entry.name : entry.id));
    expect(entries.map((file) => file.replace(/^.*\/|\.ts$/g, '')).sort()).toEqual([...names].sort());
    for (const file of entries) {
      const exported = Object.values((await import(join(SRC, file))) as object);
      expect(exported, `${file} exports one object`).toHaveLength(1);
      expect(registered as readonly unknown[]).toContain(exported[0]);
    }
  });

  it('ids of notices are unique, kebab-case and explained', () => {
    const notices = [
      ...(core.notices ?? []),
      ...(core.rules ?? []),
      ...(core.constructs ?? []).flatMap((construct) => construct.notices ?? []),
    ];
    const ids = notices.map((notice) => notice.id);
    expect(ids.length).toBeGreaterThan(30);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    for (const notice of notices) {
      expect(notice.id).toMatch(/^[a-z]+(-[a-z0-9]+)+$/);
      expect(notice.why.length, notice.id).toBeGreaterThan(40);
    }
  });
});

/** Who may import a package; everything that parses, serialises or reaches out has one home. */
const HOMES: Readonly<Record<string, RegExp>> = {
  'puppeteer-core': /^press\/(?:engine|sheet)\.ts$/,
  'epub-gen-memory': /^binding\/epub\.ts$/,
  '@cantoo/pdf-lib': /^binding\/pdf[^/]*\.ts$/,
  'node:fs': /^workshop\//,
  'node:fs/promises': /^workshop\//,
  'node:http': /^serve\/server\.ts$/,
  chokidar: /^workshop\/changes\.ts$/,
  'node:worker_threads': /^(?:marker|workshop\/hire-marker)\.ts$/,
  '@wooorm/starry-night': /^typeset\/grammars\.ts$/,
  'node:process': /^(cli|workshop\/(machine|mover))\.ts$/,
  'rehype-stringify': /^binding\/documents\/html-text\.ts$/,
  'xast-util-to-xml': /^binding\//,
  'remark-rehype': /^typeset\/to-hast\.ts$/,
  'unist-util-visit': /^tree\/visit\.ts$/,
  'micromark-extension-directive': /^markdown\/directive-syntax\.ts$/,
  'micromark-util-edit-map': /^markdown\/edits\.ts$/,
  'html-tag-names': /^markdown\/html-elements\.ts$/,
  'remark-gfm': /^markdown\/(?:parse|untouched)\.ts$/,
  temml: /^typeset\/tex\.ts$/,
  sharp: /^darkroom\//,
  nspell: /^spelling\/dictionaries\.ts$/,
  commander: /^(?:cli|commands\/program)\.ts$/,
  zod: /^config\/(keys(-contents|-editions|-front-matter|-metadata|-sheets|-words)?|validate|values|issues)\.ts$|^manuscript\/foreign\//,
};

describe('trees travel and effects arrive as arguments', () => {
  it.each(Object.entries(HOMES))('%s is imported only where it lives', (name, home) => {
    const importers = [...imports]
      .filter(([, { packages }]) => packages.some((one) => one === name || one.startsWith(`${name}/`)))
      .map(([file]) => file);
    expect(importers).not.toEqual([]);
    expect(importers.filter((file) => !home.test(file))).toEqual([]);
  });

  it('nothing asks the clock, the dice, the process or the console', () => {
    const asked = files.flatMap((file) => {
      const text = readFileSync(join(SRC, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
      const found = [
        ...text.matchAll(/\b(Date\.now\(|new Date\(\)|Math\.random\(|console\.|(?<![.\w'"])process\.)/g),
      ].map((match) => match[0]);
      return found
        .filter((word) => !(word === 'process.' && /^(cli|workshop\/machine)\.ts$/.test(file)))
        .map((word) => `${file}: ${word}`);
    });
    expect(asked).toEqual([]);
  });

  it('what functions of the page call by its name is lent to it, or put there by one of them', () => {
    const all = files
      .filter((file) => file.startsWith('press/layout/'))
      .map((file) => readFileSync(join(SRC, file), 'utf8'));
    const named = (pattern: RegExp): string[] =>
      all.flatMap((text) => [...text.matchAll(pattern)].map(([, name = '']) => name));
    const wanted = named(/^declare const (\w+)/gm);
    const there = [...Object.keys(LENT), ...named(/Object\.assign\(globalThis, \{ (\w+) \}\)/g)];
    expect(wanted).not.toEqual([]);
    expect(wanted.filter((name) => !there.includes(name))).toEqual([]);
  });

  it('model holds types only', () => {
    const running = files.filter(
      (file) =>
        room(file) === 'model' &&
        /^export (?!type|interface|const ROLES)/m.test(readFileSync(join(SRC, file), 'utf8')),
    );
    expect(running).toEqual([]);
  });
});

describe('what files of tests share is loaded once for many of them, and', () => {
  const folder = join(ROOT, 'tests/support');
  const among = (home: string, pattern: RegExp): string[] =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      (name) =>
        name.endsWith('.ts') && name !== home && pattern.test(readFileSync(join(folder, name), 'utf8')),
    );

  it('has no hooks, which would be those of the first file alone: what is to be done afterwards is said so', () => {
    expect(among('tidy.ts', /^(?:before|after)(?:All|Each)\(/m)).toEqual([]);
  });

  it('has one way to pdf.js, which changes what all run on', () => {
    expect(among('pdfjs.ts', /^import (?!type).*'pdfjs-dist|import\('pdfjs-dist/m)).toEqual([]);
  });
});
