/**
 * Whether a language calls a note behind the stop of its sentence (*The Chicago Manual of Style*, 14.26); others call it
 * before the stop, or by what the note is about.
 */
export function callsBehindStop(tag: string): boolean {
  return /^en(?:-|$)/i.test(tag);
}
