import type { Darkroom, Plate } from '../model/darkroom.js';
import type { Workshop } from '../model/workshop.js';
import { openLanes } from './lanes.js';

/**
 * Opens a darkroom for one build: an image that is shown twice, or in two editions alike, is developed once. The image library,
 * which takes a tenth of a second, is loaded with the first.
 */
export function openDarkroom({ aside }: Pick<Workshop['own'], 'aside'>): Darkroom {
  const inLane = openLanes();
  const developed = new WeakMap<Uint8Array, Map<string, Promise<Plate>>>();
  return {
    develop(image, target) {
      const plates = developed.get(image) ?? new Map<string, Promise<Plate>>();
      developed.set(image, plates);
      const key = JSON.stringify(target);
      const plate =
        plates.get(key) ?? inLane(async () => (await import('./develop.js')).develop(image, target));
      plates.set(key, plate);
      return plate;
    },
    async separate(profile) {
      const { isUsable, separateColours, separatePhotograph } = await import('./separate.js');
      const { path, remove } = await aside(profile);
      return {
        isUsable: () => isUsable(path),
        colours: (rgb) => separateColours(rgb, path),
        photograph: (jpeg) => inLane(() => separatePhotograph(jpeg, path)),
        [Symbol.asyncDispose]: remove,
      };
    },
  };
}
