import { type Pluggable, type Processor, type Transformer, type Plugin as Unified, unified } from 'unified';
import type { Node } from 'unist';
import { VFile } from 'vfile';
import type { Construct, Transform } from '../../model/construct.js';
import type { Notice, Say } from '../../model/notice.js';
import type { Plugin } from '../../model/plugin.js';
import { calling, reasonOf } from './fault.js';
import { treeOf } from './tree-of.js';

/** What a plugin of unified said about a chapter with `file.message(…)`. */
export const pluginAgrees: Notice<{ plugin: string; reason: string }> = {
  id: 'plugin-agrees',
  severity: 'warning',
  says: ({ plugin, reason }) => `${plugin} says: ${reason}`,
  remedy: ({ plugin }) =>
    `See what the documentation of ${plugin} says, or set the severity of “plugin-agrees” in “rules”.`,
  why: 'Plugins of unified that check a text, such as those of remark-lint, say what they found as messages of its file; Octavo passes them on.',
};

/** The plugins of unified that a plugin brings along, as constructs: there is nothing that they could do and one could not. */
export function transformsOf({ name, remarkPlugins = [], rehypePlugins = [] }: Plugin): Construct[] {
  const construct = (of: string, pluggable: Pluggable, i: number, key: 'mdast' | 'hast'): Construct => ({
    name: nameOf(pluggable) ?? `${name} › ${of} › ${i + 1}`,
    sample: '',
    [key]: transformOf(pluggable, nameOf(pluggable) ?? name),
  });
  return [
    ...remarkPlugins.map((one, i) => construct('remarkPlugins', one, i, 'mdast')),
    ...rehypePlugins.map((one, i) => construct('rehypePlugins', one, i, 'hast')),
  ];
}

function transformOf(pluggable: Pluggable, name: string): Transform<Node> {
  const processor = unified().use([heard(pluggable)]);
  return async (tree: Node, file: VFile, say: Say) => {
    // A file of its own, so that what the plugin says can be told from what Octavo said.
    const own = new VFile({ path: file.path, value: file.value, data: file.data });
    const result = await processor.run(tree as never, own);
    for (const { reason, place } of own.messages)
      say(pluginAgrees, { plugin: name, reason }, { file, node: place });
    return treeOf(result);
  };
}

/** The same plugin, heard when it throws nothing (`throw null`), too: unified takes that for no error and goes on. A preset goes as it is. */
function heard(pluggable: Pluggable): Pluggable {
  const [plugin, ...options]: readonly unknown[] = Array.isArray(pluggable) ? pluggable : [pluggable];
  if (typeof plugin !== 'function') return pluggable;
  const attach: Unified<unknown[], Node> = function (this: Processor, ...given) {
    const transform = (plugin as Unified<unknown[], Node>).apply(this, given);
    if (typeof transform !== 'function') return transform;
    const loud = calling(transform, (cause) => (cause || new Error(reasonOf(cause))) as Error);
    // By how much it takes unified knows whether it calls back.
    return Object.defineProperty(loud, 'length', { value: transform.length }) as Transformer<Node>;
  };
  return [attach, ...options] as Pluggable;
}

function nameOf(pluggable: Pluggable): string | undefined {
  const plugin: unknown = Array.isArray(pluggable) ? pluggable[0] : pluggable;
  return typeof plugin === 'function' && plugin.name ? plugin.name : undefined;
}
