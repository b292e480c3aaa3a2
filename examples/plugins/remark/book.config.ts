// A plugin of remark, with options: `#12` becomes a link. Any plugin from npm goes in the same place.
import type { PhrasingContent, Root } from 'mdast';
import { defineConfig } from 'octavo';
import { SKIP, visit } from 'unist-util-visit';

function remarkIssues({ base }: { base: string }) {
  return (tree: Root): void => {
    visit(tree, 'text', (node, index, parent) => {
      if (!parent || index === undefined || parent.type === 'link') return undefined;
      const parts = node.value.split(/(#\d+)/).map((value): PhrasingContent => {
        const text = { type: 'text', value } as const;
        return /^#\d+$/.test(value)
          ? { type: 'link', url: `${base}/${value.slice(1)}`, children: [text], position: node.position }
          : { ...text, position: node.position };
      });
      parent.children.splice(index, 1, ...parts);
      return [SKIP, index + parts.length];
    });
  };
}

export default defineConfig({
  plugins: [{ name: 'issues', remarkPlugins: [[remarkIssues, { base: 'https://example.org/issues' }]] }],
});
