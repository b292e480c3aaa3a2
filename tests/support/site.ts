import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from '../../src/tree/visit.js';
import { textOf } from './hast.js';

/** One web page as a reader's browser has it. */
export interface WebPage {
  readonly tree: Root;
  readonly ids: readonly string[];
  /** What the parser of HTML complained of. */
  readonly faults: readonly string[];
  /** Elements of a name. */
  all(tagName: string): Element[];
  one(tagName: string, className?: string): Element;
  /** The text of `<main>`. */
  readonly text: string;
}

export interface Site {
  /** Names of its pages, in the order in which their `rel=next` leads from the front page. */
  readonly order: readonly string[];
  page(name: string): WebPage;
  /** Addresses of pages and resources, from any page, that lead to nothing in the folder. */
  readonly broken: readonly string[];
  /** Files of the folder that nothing leads to. */
  readonly idle: readonly string[];
}

/** What lies in a folder, by path with slashes. */
export async function filesIn(folder: string): Promise<Map<string, Uint8Array>> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = found.filter((entry) => entry.isFile());
  return new Map(
    await Promise.all(
      files.map(async ({ parentPath, name }) => {
        const path = join(parentPath, name);
        const inside = path.slice(folder.length + 1).replaceAll('\\', '/');
        return [inside, new Uint8Array(await readFile(path))] as const;
      }),
    ),
  );
}

/** Reads a folder of web pages, by what was delivered. */
export function openSite(delivered: ReadonlyMap<string, Uint8Array>, folder = 'web'): Site {
  const files = new Map(
    [...delivered]
      .filter(([path]) => path.startsWith(`${folder}/`))
      .map(([path, bytes]) => [path.slice(folder.length + 1), bytes]),
  );
  const pages = new Map(
    [...files]
      .filter(([name]) => name.endsWith('.html'))
      .map(([name, bytes]) => [name, open(new TextDecoder().decode(bytes))]),
  );
  const page = (name: string): WebPage => {
    const found = pages.get(name);
    if (!found) throw new Error(`there is no page ${name}; there are ${[...pages.keys()].join(', ')}`);
    return found;
  };
  const broken: string[] = [];
  const reached = new Set(['index.html']);
  const reach = (from: string, address: string): void => {
    if (/^(?:https?|mailto|tel|data):/.test(address)) return;
    const [path = '', id] = decodeURIComponent(address).split('#');
    const target = path || from;
    reached.add(target);
    if (!files.has(target)) broken.push(`${from}: ${address}`);
    else if (id !== undefined && !pages.get(target)?.ids.includes(id)) broken.push(`${from}: ${address}`);
  };
  for (const [name, { tree }] of pages)
    visit(tree, 'element', ({ properties: { href, src } }) => {
      for (const address of [href, src]) if (typeof address === 'string') reach(name, address);
    });
  for (const [name, bytes] of files)
    if (name.endsWith('.css'))
      for (const [, address = ''] of new TextDecoder().decode(bytes).matchAll(/url\("?([^")]+)"?\)/g))
        reach(name, address);
  const order: string[] = [];
  for (let name: string | undefined = 'index.html'; name && !order.includes(name); ) {
    order.push(name);
    const next: Element | undefined = page(name)
      .all('link')
      .find(({ properties: { rel } }) => Array.isArray(rel) && rel.includes('next'));
    name = next && String(next.properties.href);
  }
  return { order, page, broken, idle: [...files.keys()].filter((name) => !reached.has(name)) };
}

function open(html: string): WebPage {
  const faults: string[] = [];
  const tree = fromHtml(html, { onerror: (fault) => void faults.push(String(fault)) });
  const elements: Element[] = [];
  visit(tree, 'element', (element) => void elements.push(element));
  const all = (tagName: string) => elements.filter((element) => element.tagName === tagName);
  const one = (tagName: string, className?: string): Element => {
    const found = all(tagName).filter(
      ({ properties: { className: names } }) =>
        className === undefined || (Array.isArray(names) && names.includes(className)),
    );
    if (found.length !== 1 || !found[0])
      throw new Error(`there are ${found.length} ${tagName} ${className ?? ''}`);
    return found[0];
  };
  const ids = elements.flatMap(({ properties: { id } }) => (typeof id === 'string' ? [id] : []));
  return { tree, ids, faults, all, one, text: textOf(one('main')) };
}
