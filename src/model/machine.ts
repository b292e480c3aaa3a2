/** The machine Octavo runs on, as an argument: nothing else may ask the operating system who it is. */
export interface Machine {
  readonly pid: number;
  readonly platform: string;
  readonly arch: string;
  /** Version of Node, without the `v`. */
  readonly node: string;
  /** The program that runs this: Node itself. */
  readonly execPath: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  readonly temp: string;
  readonly cwd: string;
  /** It runs as a user who may do everything; never so on Windows. */
  readonly isRoot: boolean;
  /** Whether a process of this number is running. */
  isAlive(pid: number): boolean;
}
