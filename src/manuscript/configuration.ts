import type { Point } from 'unist';
import { VFile } from 'vfile';
import { configurationLoads } from '../config/notices.js';
import type { At, Say } from '../model/notice.js';
import type { Plugin } from '../model/plugin.js';
import type { Workshop } from '../model/workshop.js';
import { guarded } from './plugins/guard.js';
import { faultOfPlugins } from './plugins/shape.js';
import { withSheets } from './plugins/sheets.js';
import { transformsOf } from './plugins/transforms.js';
import { textIn } from './text.js';

/** A configuration that the user named: a file to read, or settings and plugins that a script exports. */
export interface Loaded {
  readonly config?: VFile;
  readonly settings?: { readonly values: object; readonly file: VFile };
  readonly plugins?: readonly Plugin[];
}

const TYPESCRIPT = /\.[cm]?ts$/i;

/** How long a script may take, in milliseconds; one that waits for nothing would be waited for without end. */
const PATIENCE = 10_000;

/**
 * Loads what `--config` names. A script runs with all the rights of the user, so it is run only because he named it.
 * @param passes what may be thrown through a plugin without being its fault
 * @returns `undefined` after having said why, if it cannot be used
 */
export async function loadConfig(
  path: string,
  workshop: Workshop,
  say: Say,
  passes: (cause: unknown) => boolean,
): Promise<Loaded | undefined> {
  const file = new VFile({ path: path || 'command line' });
  const refuse = (reason: string, remedy: string, node?: Point): undefined =>
    say(configurationLoads, { path, reason, remedy }, { file, node }) as undefined;
  const script = /\.[cm]?[jt]s$/i.test(path);
  if (!path.trim()) return refuse('no file is named', 'Name one, or leave --config out.');
  if (!script && !/\.ya?ml$/i.test(path))
    return refuse('it is no configuration', 'Name a file that ends in .yaml, .yml, .ts, .mjs or .js.');
  const found = await workshop.read(path);
  if (found.kind === 'missing')
    return refuse('there is no such file', 'Correct the path, or leave --config out.');
  const text = textIn(found, file, say);
  if (text === undefined) return undefined;
  file.value = text;
  if (!script) return { config: file };

  const ran = await run(path, text, workshop);
  if ('thrown' in ran) return refuse(...whatThrew(ran.thrown, path), ran.at);
  const { exported } = ran;
  if (typeof exported !== 'object' || exported === null || Array.isArray(exported))
    return refuse(`it exports ${kindOf(exported)}`, 'Let it say: export default defineConfig({ … }).');
  const { plugins = [], ...values } = exported as { plugins?: unknown };
  const fault = faultOfPlugins(plugins);
  if (fault) return refuse(fault, 'Correct it; docs/handbook/plugins.md shows one of each kind.');
  let whole = true;
  const missing = (name: string): void => {
    whole = false;
    refuse(
      `there is no stylesheet ${name} beside it`,
      'Correct the path; it is relative to the configuration.',
    );
  };
  const atOf = (cause: unknown): At => ({
    file,
    node: cause instanceof Error ? placeIn(cause, path, text) : undefined,
    cause,
  });
  const read: Plugin[] = [];
  for (const plugin of plugins as Plugin[]) {
    const constructs = [...(plugin.constructs ?? []), ...transformsOf(plugin)];
    const styled = await withSheets({ ...plugin, constructs }, path, workshop, say, missing);
    read.push(guarded(styled, passes, atOf));
  }
  return whole ? { settings: { values, file }, plugins: read } : undefined;
}

type Ran = { readonly exported: unknown } | { readonly thrown: string; readonly at?: Point | undefined };

async function run(path: string, text: string, workshop: Workshop): Promise<Ran> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<Ran>((resolve) => {
    const thrown = `it has not come to an end in ${PATIENCE / 1000} s`;
    timer = setTimeout(() => resolve({ thrown }), PATIENCE);
  });
  const loaded = workshop
    .load(path)
    .then((exported): Ran => ({ exported: workedOut(exported) }))
    .catch(
      (error: unknown): Ran =>
        error instanceof Error
          ? { thrown: error.message, at: placeIn(error, path, text) }
          : { thrown: String(error) },
    );
  const ran = await Promise.race([loaded, late]);
  clearTimeout(timer);
  return ran;
}

/** Why a script was not run to its end, and what to do: a package that it imports is most often not installed. */
function whatThrew(thrown: string, path: string): [reason: string, remedy: string] {
  const [said = '', name = ''] = /^Cannot find (?:module|package) '([^']+)'/.exec(thrown) ?? [];
  if (!said) return [thrown, 'Mend the script, or leave --config out.'];
  if (/^(?:[./]|\w:|file:)/.test(name))
    return [said, 'Correct the path; it is relative to the file that names it.'];
  if (name === 'octavo' && !TYPESCRIPT.test(path))
    return [
      said,
      'Let the file end in .ts or .mts, where that is this Octavo; beside others it has to be installed.',
    ];
  const [dependency] = /^(?:@[^/]+\/)?[^/]+/.exec(name) ?? [name];
  return [said, `Install it beside the configuration: npm install ${dependency}.`];
}

/** Keys that are worked out when they are asked for are asked for once, for they may throw. */
function workedOut(exported: unknown): unknown {
  const isKeys = typeof exported === 'object' && exported !== null && !Array.isArray(exported);
  return isKeys ? { ...exported } : exported;
}

/**
 * Where in the script it happened: the first place of it that the error's stack names. Of TypeScript the line is true and the
 * column that of what was made of it, so the place is the beginning of the line.
 */
function placeIn({ stack = '' }: Error, path: string, text: string): Point | undefined {
  const name = encodeURI(path.replace(/^.*[/\\]/, ''));
  const after = stack.slice(stack.indexOf(`/${name}:`) + name.length + 1);
  const [, line, column = '1'] = (stack.includes(`/${name}:`) && /^:(\d+)(?::(\d+))?/.exec(after)) || [];
  if (line === undefined) return undefined;
  if (!TYPESCRIPT.test(path)) return { line: Number(line), column: Number(column) };
  const written = text.split(/\r\n|\r|\n/)[Number(line) - 1];
  return written?.trim() ? { line: Number(line), column: written.search(/\S/) + 1 } : undefined;
}

function kindOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'function' ? 'a function' : 'no keys and values';
}
