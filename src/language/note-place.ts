/** Languages that set the call of a note before a full stop or a comma; the others set it behind. */
const BEFORE_STOPS: ReadonlySet<string> = new Set(['es', 'fr', 'it', 'pl', 'ru']);

/** Whether the call of a note stands behind the stop that follows its word. */
export function notesFollowStops(lang: string): boolean {
  return !BEFORE_STOPS.has(lang.split('-')[0]?.toLowerCase() ?? '');
}
