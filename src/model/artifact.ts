import type { VFile } from 'vfile';

/** One finished file. `file.path` is relative to the output folder, `file.value` are its bytes. */
export interface Artifact {
  readonly file: VFile;
  readonly mediaType: string;
  readonly edition: string;
  /** Printed pages, where it has any. */
  readonly pages?: number | undefined;
}
