/** Folders in the system's temporary folder that live no longer than this process. */
export interface Scratch {
  /** Makes an empty folder; those that killed processes left behind are swept away first. */
  folder(): Promise<string>;
  remove(folder: string): Promise<void>;
}
