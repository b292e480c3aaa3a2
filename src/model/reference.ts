/** Somebody who made a work, in the parts that styles of citation tell apart. */
export interface Name {
  readonly family?: string | undefined;
  readonly given?: string | undefined;
  /** “van” in “Vincent van Gogh”: goes with the family name. */
  readonly particle?: string | undefined;
  /** “de” in “Alfred de Musset”: is dropped with the given name. */
  readonly dropping?: string | undefined;
  /** “Jr.”, “III”. */
  readonly suffix?: string | undefined;
  /** A body or a pen name, which has no parts; `others` as the last of several stands for the rest. */
  readonly literal?: string | undefined;
}

/** A date as far as it is known: year, month (1 to 12, or a season from 13 on), day; two of them for a range. */
export interface WorkDate {
  readonly from?: DateParts | undefined;
  readonly to?: DateParts | undefined;
  readonly circa?: boolean | undefined;
  /** Words instead of a date. */
  readonly literal?: string | undefined;
}

export interface DateParts {
  readonly year: number;
  readonly month?: number | undefined;
  readonly day?: number | undefined;
}

/** One work of a bibliography, in the types and variables of CSL 1.0.2. */
export interface Reference {
  readonly id: string;
  readonly type: string;
  /** Titles, numbers, publishers …; may hold `<i>`, `<b>`, `<sup>`, `<sub>` and `<span class="nocase">`, as CSL-JSON has it. */
  readonly text: ReadonlyMap<string, string>;
  readonly names: ReadonlyMap<string, readonly Name[]>;
  readonly dates: ReadonlyMap<string, WorkDate>;
  /** BCP 47 tag, if the work says in which language it is. */
  readonly lang?: string | undefined;
}
