/*
 * Each function runs inside the page, sent there as its own source.
 */

import type { columnsOf as columns } from './columns.js';
import type * as rules from './float-rules.js';
import type * as keeps from './keeps.js';
import type { roomOfNotes as notesIn } from './note-room.js';

declare const columnsOf: typeof columns;
declare const announces: typeof rules.announces;
declare const callsNotes: typeof rules.callsNotes;
declare const endsThought: typeof rules.endsThought;
declare const fillsPage: typeof rules.fillsPage;
declare const isAlone: typeof rules.isAlone;
declare const listBehind: typeof rules.listBehind;
declare const mayFloat: typeof rules.mayFloat;
declare const pagesOf: typeof rules.pagesOf;
declare const placeOf: typeof rules.placeOf;
declare const nextTo: typeof keeps.nextTo;
declare const roomOfNotes: typeof notesIn;

/** What stands behind text that follows it in the manuscript. Both are told as `line:column`. */
export interface Floated {
  readonly section: string;
  readonly at: string;
  /** The paragraph or the list that it stands behind. */
  readonly behind: string;
}

/**
 * Lets text that follows a figure fill the page that the figure has no room on, as bookmakers do and LaTeX's floats: a figure, a brief
 * table or one that is turned (`fit.ts`) with a caption goes behind so much of the text as the rest of the page takes. Between it and its
 * place there is nothing but paragraphs, so it stays in its section, on the next page at most; one that has a number passes the signs between
 * scenes, too, and headings where a third of a page would be empty else. Between text and what that announces (“like this:”, a list, code) it
 * does not come. Where no text behind it may come before it, as where a heading follows, it goes up between the paragraphs of its page, and
 * so much of these goes over to the next one; what leads to it stays with it. It stands where it was written if it is announced, or does not
 * float at all (`float-rules.ts`). Notes are numbered in the order of the manuscript: one that calls notes passes no text that does so, and
 * takes its own along. What was moved stays where it is, and what was measured before is no longer true.
 * @param width of the text block, `gap` between two columns, `height` of the text block, in CSS pixels
 * @returns whether anything moved
 */
export function floatFigures(width: number, gap: number, height: number): boolean {
  /** So many empty lines are a gap; and so many paragraphs may stand before what was to stand before them. */
  const GAP = 6;
  const PARAGRAPHS = 4;
  /** Rather than leave so much of a page empty, what has a number goes behind its section. */
  const MUCH = 1 / 3;
  /** Each move has its section laid out anew: more of them wait for the next round. */
  const AT_ONCE = 24;
  const isShown = (element: Element): boolean =>
    element.getClientRects().length > 0 && !element.matches('.foot-notes');
  const previousTo = (element: Element): Element | null => {
    let one = element.previousElementSibling;
    while (one && !isShown(one)) one = one.previousElementSibling;
    return one;
  };
  const heightOf = (element: Element): number =>
    [...element.getClientRects()].reduce((sum, box) => sum + box.height, 0);
  const margin = (element: Element, side: 'Top' | 'Bottom'): number =>
    Number.parseFloat(getComputedStyle(element)[`margin${side}`]) || 0;

  let moved = false;
  for (const sheet of document.querySelectorAll<HTMLElement>('body > .sheet:not(.cover)')) {
    const line = Number.parseFloat(getComputedStyle(sheet).lineHeight);
    const { top } = sheet.getBoundingClientRect();
    const { of: columnOf } = columnsOf(sheet, width, gap);
    /** How far down a page there is room for text: to its notes. */
    const endOf = (page: number): number => {
      const feet = [...sheet.querySelectorAll('.foot-notes > :first-child')].map((one) =>
        one.getBoundingClientRect(),
      );
      return Math.min(
        height,
        ...feet.filter((foot) => columnOf(foot) === page).map((foot) => foot.top - top),
      );
    };
    const candidates = [...sheet.children].filter(
      (one): one is HTMLElement => one instanceof HTMLElement && mayFloat(one),
    );
    // What moves changes all that stands behind it; where notes stand is known when they have been put there again.
    let most = sheet.querySelector('.foot-notes') ? 1 : AT_ONCE;
    for (const figure of candidates) {
      // A table has a box of its own for its caption.
      const boxes = [...figure.getClientRects()];
      const [box] = boxes;
      if (!box) continue;
      const page = columnOf(box);
      // What is turned fills its page, and leaves its headings on the one before.
      const heads = figure.matches('.turned')
        ? []
        : headsOver(figure, (head) => columnOf(head.getClientRects()[0] ?? box) === page);
      const before = previousTo(heads.at(-1) ?? figure);
      const end = before && [...before.getClientRects()].at(-1);
      boxes.push(...heads.flatMap((head) => [...head.getClientRects()]));
      if (!before || !end || Math.min(...boxes.map((one) => one.top)) - top > line) continue;
      if (boxes.some((one) => columnOf(one) !== page)) continue;
      if (columnOf(end) !== page - 1 || announces(before)) continue;
      const headed = heads.reduce((sum, head) => sum + heightWithMargins(head), 0);
      const foot = endOf(page - 1);
      const room = foot - (end.bottom - top) - margin(before, 'Bottom') - headed;
      if (room < GAP * line || !isAlone(figure)) continue;
      const leavesHead = figure.matches('.turned') && before.matches('h1,h2,h3,h4,h5,h6');
      const behind =
        lastThatFits(figure, room, line, { leavesHead }) ??
        // Once: what does not fit there after all goes back behind the text.
        (figure.dataset.behind === undefined && !fillsPage(figure)
          ? lastAbove(figure, line, (text) => {
              const [begins] = text.getClientRects();
              return begins && columnOf(begins) === page - 1 ? foot - (begins.top - top) : 0;
            })
          : undefined) ??
        (room > MUCH * height && !fillsPage(figure) && figure.querySelector('.label')
          ? lastThatFits(figure, room, line, { passesHeads: true })
          : undefined);
      if (!behind) continue;
      // Where it was is known to who counts the letters of the manuscript (`breaks.ts`).
      if (figure.dataset.behind === undefined) figure.before(document.createComment(''));
      behind.after(...pagesOf(figure));
      // It was to begin a page where it stood (`torn.ts`).
      delete figure.dataset.next;
      for (const page of pagesOf(figure)) page.dataset.behind = placeOf(behind);
      moved = true;
      if (--most === 0) break;
    }
  }
  return moved;

  /**
   * The headings right above a figure on its page, and lines that stay with them, which stay with the text below it; the title of a chapter
   * is none of them.
   */
  function headsOver(figure: Element, isThere: (head: Element) => boolean): Element[] {
    const heads: Element[] = [];
    const isHead = (one: Element): boolean =>
      one.matches('h2,h3,h4,h5,h6') || (one.matches('p.announces') && !announces(one));
    let one = previousTo(figure);
    for (; one && isHead(one) && isThere(one); one = previousTo(one)) heads.push(one);
    return heads;
  }

  function heightWithMargins(element: Element): number {
    return margin(element, 'Top') + heightOf(element) + margin(element, 'Bottom');
  }

  /** What a figure takes of its page, with its notes if they stand at the foot of that. */
  function heightWithNotes(figure: HTMLElement): number {
    const isNoted = figure.closest('.sheet')?.querySelector('.foot-notes');
    const notes = isNoted ? roomOfNotes(figure) : 0;
    return heightWithMargins(figure) + notes;
  }

  /**
   * The paragraph that a figure is to stand behind, or the list that belongs to it: the rest of it and the figure share a page. Where a
   * figure `leavesHead` alone on the page before, it is the first one, though it may go on: with text behind it the heading may find room
   * another page before. A heading that it passes has lines of its text on the page.
   */
  function lastThatFits(
    figure: HTMLElement,
    room: number,
    line: number,
    { leavesHead = false, passesHeads = false },
  ): HTMLElement | undefined {
    // Behind what fills its page another one begins: no rest of a paragraph comes before it, nor of its notes.
    const isPage = fillsPage(figure);
    const isNoted = isPage && figure.closest('.sheet')?.querySelector('.foot-notes');
    const own = isPage ? height : heightWithNotes(figure);
    const isBound = callsNotes(figure);
    let last: HTMLElement | undefined;
    let filled = 0;
    let next = nextTo(pagesOf(figure).at(-1) ?? figure);
    // What has a number is found behind the scene or the section that it belongs to, too.
    const passed = passesHeads ? 'hr,h2,h3,h4,h5,h6' : figure.querySelector('.label') ? 'hr' : ':not(*)';
    let isNextSection = false;
    for (let i = 0; i < PARAGRAPHS; i++) {
      const isHeaded = next?.matches('h2,h3,h4,h5,h6') ?? false;
      if (isHeaded && isNextSection) return last;
      isNextSection ||= isHeaded;
      for (; next?.matches(passed); next = nextTo(next)) {
        filled += heightWithMargins(next);
        if (passesHeads && filled > room - 2 * line) return last;
      }
      // Where brief texts and pictures take turns, a picture belongs to its text.
      if (
        !(next instanceof HTMLElement) ||
        !next.matches('p') ||
        !isAlone(next) ||
        (isBound && callsNotes(next))
      )
        return figure.matches('.full-bleed') && next?.matches('figure,.figures,h2,h3,h4,h5,h6')
          ? undefined
          : last;
      filled += heightOf(next) + margin(next, 'Bottom') + (isNoted ? roomOfNotes(next) : 0);
      const rest = Math.max(0, filled - room);
      // What is left of it on the next page are two lines at least.
      if (Math.max(rest, rest > 0 ? 2 * line : 0) + own > height)
        return last ?? (leavesHead && rest < height && endsThought(next) ? next : undefined);
      // A list stays with its text, and is passed as a whole where the page has room for it.
      const list = endsThought(next) ? undefined : listBehind(next);
      if (list) {
        filled += heightWithMargins(list) + (isNoted ? roomOfNotes(list) : 0);
        if (filled > room || (isBound && callsNotes(list))) return last;
      }
      const text = list ?? next;
      if (endsThought(text)) last = text;
      if (filled > room - 2 * line || (leavesHead && last)) break;
      next = nextTo(text);
    }
    return last;
  }

  /**
   * The last paragraph above a figure that leaves it room on its page, where it has none behind those that follow. What leads to the figure,
   * by its number or by standing right above it, begins on that page as well.
   * @param roomFrom how much room there is from where a paragraph begins
   */
  function lastAbove(
    figure: HTMLElement,
    line: number,
    roomFrom: (text: HTMLElement) => number,
  ): HTMLElement | undefined {
    const own = heightWithNotes(figure);
    const isBound = callsNotes(figure);
    const isNumbered = figure.querySelector('.label') !== null;
    const named = [figure, ...figure.querySelectorAll('[id]')].filter(({ id }) => id);
    const targets = new Set(named.map(({ id }) => new URL(`#${id}`, document.baseURI).hash));
    let one = previousTo(figure);
    for (let i = 0; i < PARAGRAPHS; i++) {
      if (!(one instanceof HTMLElement) || !one.matches('p') || (isBound && callsNotes(one)))
        return undefined;
      const leads = isNumbered
        ? [...one.querySelectorAll('a')].some(({ hash }) => hash && targets.has(hash))
        : i === 0;
      const left = roomFrom(one) - own;
      if (leads && left < 2 * line) return undefined;
      one = previousTo(one);
      if (left >= 0 && one instanceof HTMLElement && one.matches('p') && isAlone(one) && endsThought(one))
        return one;
    }
    return undefined;
  }
}

/** What was moved, in the order of the document. */
export function findFloated(): Floated[] {
  return [...document.querySelectorAll<HTMLElement>('[data-behind]:not([data-resumed])')].map(
    ({ dataset, parentElement }) => ({
      section: parentElement?.id ?? '',
      at: dataset.at ?? '',
      behind: dataset.behind ?? '',
    }),
  );
}
