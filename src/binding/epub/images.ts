import { VFile } from 'vfile';
import type { Plate } from '../../model/darkroom.js';
import type { Say } from '../../model/notice.js';
import { imageDecodes, imageFitsEReaders, imageFormatIsCore } from '../notices-epub.js';

/** Tells what e-readers made necessary. */
export function tellImage(path: string, plate: Plate | undefined, say: Say): void {
  const at = { file: new VFile({ path }) };
  if (!plate) say(imageDecodes, { path }, at);
  else if (plate.changed === 'size') say(imageFitsEReaders, { path, bytes: plate.bytes.byteLength }, at);
  else if (plate.changed) say(imageFormatIsCore, { path, mediaType: plate.mediaType }, at);
}
