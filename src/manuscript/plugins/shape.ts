import type { Shows } from '../../model/edition.js';
import type { Severity } from '../../model/notice.js';
import type { Medium } from '../../model/rendition.js';

type Kind = 'text' | 'function' | 'list' | 'object';

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];
const MEDIA: readonly Medium[] = ['paged', 'reflowable', 'screen'];
const SHOWN: readonly Shows[] = ['chapters', 'handouts', 'all', 'none'];

/** What an entry of each list has to have; a question mark: what it has to be if it is there; a list: one of these words. */
const SHAPES: Readonly<Record<string, Readonly<Record<string, Kind | `${Kind}?` | readonly string[]>>>> = {
  constructs: {
    name: 'text',
    sample: 'text',
    remark: 'function?',
    syntax: 'function?',
    handlers: 'object?',
    handlersFor: 'object?',
    directives: 'list?',
    fills: 'list?',
    attributes: 'list?',
    attributesOfAll: 'list?',
    css: 'text?',
    cssText: 'text?',
    notices: 'list?',
  },
  rules: {
    id: 'text',
    severity: SEVERITIES,
    says: 'function',
    remedy: 'function',
    why: 'text',
    check: 'function',
  },
  editions: {
    name: 'text',
    description: 'text',
    medium: MEDIA,
    shows: SHOWN,
    brings: 'text?',
    matter: 'list',
    images: 'object',
    styles: 'list',
    part: 'function',
    page: 'function',
    bind: 'function',
    key: 'function?',
  },
  themes: { name: 'text', description: 'text', typefaces: 'text', path: 'text?', cssText: 'text?' },
  notices: { id: 'text', severity: SEVERITIES, says: 'function', remedy: 'function', why: 'text' },
  remarkPlugins: {},
  rehypePlugins: {},
};

/**
 * Says what is wrong with the plugins of a configuration, in words that follow “it cannot be used: ”.
 * @returns `undefined` if they are what they should be
 */
export function faultOfPlugins(plugins: unknown): string | undefined {
  if (!Array.isArray(plugins)) return 'its “plugins” are no list of plugins';
  for (const [i, plugin] of plugins.entries()) {
    if (!isObject(plugin)) return `plugin ${i + 1} is ${kindOf(plugin)} and no plugin`;
    if (kindOf(plugin.name) !== 'text' || !plugin.name) return `plugin ${i + 1} has no name`;
    const fault = faultOf(plugin);
    if (fault) return `in plugin “${plugin.name}” ${fault}`;
  }
  return undefined;
}

function faultOf(plugin: Readonly<Record<string, unknown>>): string | undefined {
  for (const [key, list] of Object.entries(plugin)) {
    if (key === 'name' || list === undefined) continue;
    const shape = Object.hasOwn(SHAPES, key) ? SHAPES[key] : undefined;
    if (!shape) return `“${key}” is nothing that a plugin can have: ${Object.keys(SHAPES).join(', ')}`;
    if (!Array.isArray(list)) return `“${key}” is ${kindOf(list)} and no list`;
    for (const [i, entry] of list.entries()) {
      const where = `${key} › ${i + 1}`;
      if (!Object.keys(shape).length) {
        if (!['function', 'list', 'object'].includes(kindOf(entry)))
          return `“${where}” is ${kindOf(entry)} and no plugin of unified`;
        continue;
      }
      if (!isObject(entry)) return `“${where}” is ${kindOf(entry)} and no object`;
      for (const [name, wanted] of Object.entries(shape)) {
        const found = kindOf(entry[name]);
        if (typeof wanted !== 'string') {
          if (!wanted.includes(String(entry[name])))
            return `“${where} › ${name}” is ${found === 'text' ? `“${entry[name]}”` : found}, and should be one of ${wanted.join(', ')}`;
          continue;
        }
        if (found === 'nothing' && wanted.endsWith('?')) continue;
        const kind = wanted.replace('?', '');
        if (found !== kind) return `“${where} › ${name}” is ${found}, and should be ${kind}`;
      }
      if (key === 'themes' && entry.path === undefined && entry.cssText === undefined)
        return `“${where}” has neither a “path” nor a “cssText”`;
    }
  }
  return undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function kindOf(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (Array.isArray(value)) return 'list';
  return typeof value === 'string' ? 'text' : typeof value;
}
