import type { Node, Point, Position } from 'unist';
import type { VFile } from 'vfile';
import { VFileMessage } from 'vfile-message';
import type { Also, At, FileMend, Ledger, Mend, Notice, Say, Severity } from '../model/notice.js';

/** Past this many, further messages of one notice are only counted: a book with one mistake made 5,000 times is read by a person. */
const PER_NOTICE = 200;

/** What is longer than so many characters is not quoted as a whole. */
const QUOTED = { most: 400, shown: 120 };

/**
 * Opens a ledger: the one place where messages are kept.
 */
export function openLedger(): Ledger {
  let levels: Readonly<Record<string, Severity | 'off'>> = {};
  let shown: ReadonlyMap<string, string> = new Map();
  let keyAt: Parameters<Ledger['locate']>[1];
  const kept: VFileMessage[] = [];
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  const perNotice = new Map<string, number>();
  const seen = new Set<string>();
  const mends: FileMend[] = [];
  /** The first message of each notice that is only counted. */
  const unshown = new Map<string, VFileMessage>();

  const say: Say = <Facts>(notice: Notice<Facts>, facts: Facts, said: At) => {
    const at = said.key ? { ...said, node: keyAt?.(...said.key) } : said;
    const level = (notice.firm ? undefined : levels[notice.id]) ?? notice.severity;
    if (level === 'off') return;
    // What nothing can be made of is said all the same.
    if (isAllowed(notice.id, at) && level !== 'error') return;
    const message = compose(notice, facts, at, level, shown);
    // The same fact at the same place is one fact, however many editions came across it.
    const key = `${message.file}:${message.line}:${message.column}:${notice.id}:${message.reason}`;
    if (seen.has(key)) return;
    seen.add(key);
    for (const mend of at.mends ?? []) mends.push(...mendIn(at.file, mend));
    counts[level]++;
    const times = (perNotice.get(notice.id) ?? 0) + 1;
    perNotice.set(notice.id, times);
    if (times > PER_NOTICE) {
      if (!unshown.has(notice.id)) unshown.set(notice.id, message);
      return;
    }
    at.file.messages.push(message);
    kept.push(message);
  };

  return {
    say,
    heed: (next) => {
      levels = next;
    },
    locate: (next, keys) => {
      shown = next;
      keyAt = keys;
    },
    count: (severity) => counts[severity],
    mends: () => mends,
    messages: () =>
      [
        ...kept,
        ...[...unshown].map(([id, first]) => more(first, (perNotice.get(id) ?? 0) - PER_NOTICE)),
      ].sort(
        (a, b) =>
          BY_NAME.compare(a.file ?? '', b.file ?? '') ||
          (a.line ?? 0) - (b.line ?? 0) ||
          (a.column ?? 0) - (b.column ?? 0),
      ),
  };
}

/** Says from where on, and of how many, nothing is shown. */
function more(first: VFileMessage, count: number): VFileMessage {
  const message = new VFileMessage(`From here on, ${count} more like those before are not shown`, {
    ...(first.place ? { place: first.place } : {}),
    ...(first.ruleId ? { ruleId: first.ruleId } : {}),
    source: 'octavo',
  });
  const { file, name, fatal, severity, note } = first;
  const remedy = `Mend those first; or set what they are to you in book.yaml: rules: {${first.ruleId}: "off"}.`;
  return Object.assign(message, { file, name, fatal, severity, note, remedy });
}

/** Whether the author has said why he wants to hear no more of this here. */
function isAllowed(id: string, { file, node }: At): boolean {
  const line = startOf(placeOf(node))?.line;
  const allowed = file.data.allowances?.filter(
    ({ ids, from, to }) =>
      ids.includes(id) && (line ? from <= line && line <= to : to === Number.POSITIVE_INFINITY),
  );
  for (const { used } of allowed ?? []) used.add(id);
  return Boolean(allowed?.length);
}

const BY_NAME = new Intl.Collator('en', { numeric: true });

function compose<Facts>(
  notice: Notice<Facts>,
  told: Facts,
  at: At,
  level: Severity,
  shown: ReadonlyMap<string, string>,
): VFileMessage {
  const { file, place } = originOf(at.file, placeOf(at.node));
  const facts = inBrief(told);
  const message = new VFileMessage(notice.says(facts), {
    ruleId: notice.id,
    source: 'octavo',
    ...(place ? { place } : {}),
  });
  const path = pathOf(file);
  message.file = file.data.shownPath ? path : (shown.get(path) ?? path);
  message.name = place ? `${message.file}:${message.line}:${message.column}` : message.file;
  message.fatal = level === 'error' ? true : level === 'warning' ? false : undefined;
  message.severity = level;
  message.remedy = notice.remedy(facts);
  message.note = notice.why;
  if (at.cause instanceof Error) message.cause = at.cause;
  if (at.also) message.also = alsoOf(at.also);
  return message;
}

/** Facts as a message can quote them: a name of a megabyte is known by its beginning. */
function inBrief<Facts>(facts: Facts): Facts {
  // The words of an error are no property of its own that could be listed.
  if (facts instanceof Error) return facts;
  const entries = Object.entries(facts as object).map(([name, fact]) => [
    name,
    typeof fact === 'string' && fact.length > QUOTED.most ? `${fact.slice(0, QUOTED.shown)}…` : fact,
  ]);
  return Object.fromEntries(entries) as Facts;
}

/** A change of a chapter is one of the file that this part of it comes from; over two of them nothing is changed. */
function mendIn(within: VFile, { place: whole, text }: Mend): FileMend[] {
  const { file, place } = originOf(within, whole);
  return place && 'end' in place ? [{ file, place, text }] : [];
}

function alsoOf({ file: within, node, says }: NonNullable<At['also']>): Also {
  const { file, place } = originOf(within, placeOf(node));
  const start = startOf(place);
  return { file: pathOf(file), line: start?.line, column: start?.column, says };
}

/** Where a place of a chapter that includes others really is. */
function originOf(
  file: VFile,
  place: Position | Point | undefined,
): { file: VFile; place?: Position | Point | undefined } {
  const start = startOf(place);
  const origin = start && file.data.origins?.findLast(({ line }) => line <= start.line);
  if (!place || !start || !origin) return { file, place };
  const moved = ({ line, column }: Point): Point => ({
    line: line - origin.line + origin.from,
    column: Math.max(1, column - origin.shift),
  });
  const end = 'end' in place && origin === file.data.origins?.findLast(({ line }) => line <= place.end.line);
  return {
    file: origin.file,
    place: end ? { start: moved(place.start), end: moved(place.end) } : moved(start),
  };
}

/** The path as the author would type it: relative to where he stands, if the file knows its folder. */
function pathOf(file: VFile): string {
  return file.data.shownPath ?? file.path ?? '';
}

function startOf(place: Position | Point | undefined): Point | undefined {
  return place && 'start' in place ? place.start : place;
}

function placeOf(node: Node | Position | Point | undefined): Position | Point | undefined {
  if (!node) return undefined;
  // A list has a start of its own: the number that it begins with.
  if ('type' in node) return node.position;
  return node;
}

declare module 'vfile' {
  interface DataMap {
    /** The path to show in messages, where it differs from `path`. */
    shownPath: string;
  }
}
