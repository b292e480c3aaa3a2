// A plugin of rehype: the first paragraph of a chapter gets a class, which a few lines of CSS make larger.
import type { Root } from 'hast';
import { defineConfig, defineConstruct } from 'octavo';
import { EXIT, visit } from 'unist-util-visit';

function rehypeLead() {
  return (tree: Root): void => {
    visit(tree, 'element', (node) => {
      if (node.tagName !== 'p' || node.properties.className) return undefined;
      node.properties.className = ['lead'];
      return EXIT;
    });
  };
}

const style = defineConstruct({ name: 'lead', sample: '', cssText: '.lead { font-size: 1.15em; }' });

export default defineConfig({
  plugins: [{ name: 'lead', rehypePlugins: [rehypeLead], constructs: [style] }],
});
