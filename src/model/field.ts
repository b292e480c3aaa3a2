/**
 * Where something can be written in a PDF, by what it is on paper: a gap in a line, ruled lines, a box, a box to tick, or one
 * step of a scale.
 */
export type FieldKind = 'gap' | 'lines' | 'box' | 'tick' | 'step';

/** A field of a form, as ISO 32000-1, 12.7 has it: `gap`, `lines` and `box` are text, `tick` is a check box, steps are choices. */
export interface Field {
  readonly kind: FieldKind;
  /** What programs call it, unique in its document; the steps of one scale have it in common. */
  readonly name: string;
  /** What it asks for, in words: read aloud, and shown beside the pointer. */
  readonly label: string;
  /** Of a step: what is chosen with it. */
  readonly value?: string | undefined;
}
