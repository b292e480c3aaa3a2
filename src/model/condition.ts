/** That something is only shown in some editions. */
export interface Condition {
  /** Names of editions. */
  readonly editions: readonly string[];
  /** Whether it is shown in these, or in all others. */
  readonly shows: boolean;
}

declare module 'mdast' {
  interface Data {
    /** It is shown where all of these hold. */
    conditions?: readonly Condition[];
  }
}

declare module 'vfile' {
  interface DataMap {
    /** Something in this chapter is not shown in every edition. */
    conditional: boolean;
    /** Profiles that this chapter names. */
    profiles: ReadonlySet<string>;
  }
}
