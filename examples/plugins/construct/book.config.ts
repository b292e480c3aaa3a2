// A construct: `::scene{place="A kitchen" time=night}` sets where and when a scene of a play takes place.
import { defineConfig, defineConstruct } from 'octavo';
import { visit } from 'unist-util-visit';

const scene = defineConstruct({
  name: 'scene',
  sample: '::scene{place="A kitchen" time=night}\n',
  // Said here, so that `::scnee` and `{plase=…}` are reported as the mistakes that they are.
  directives: ['::scene'],
  attributes: ['place', 'time'],
  // Beside this file. A few lines could also stand here, as `cssText`.
  css: 'scene.css',
  remark(tree, file, say) {
    visit(tree, 'leafDirective', (node) => {
      if (node.name !== 'scene') return;
      const { place, time } = node.attributes ?? {};
      if (!place) say(scenePlaced, {}, { file, node });
      const value = [place, time].filter(Boolean).join(', ');
      node.children = [{ type: 'text', value }];
      node.data = { ...node.data, hName: 'p', hProperties: { className: ['scene'] } };
    });
  },
});

const scenePlaced = {
  id: 'scene-placed',
  severity: 'warning',
  says: () => 'This scene has no place',
  remedy: () => 'Write ::scene{place="A kitchen"}.',
  why: 'A reader wants to know where everybody is before somebody speaks.',
} as const;

export default defineConfig({
  plugins: [{ name: 'scenes', constructs: [scene], notices: [scenePlaced] }],
});
