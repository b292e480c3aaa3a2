/*
 * Runs inside the page; each function is sent there as its own source, and may use nothing but its arguments, the DOM and what was
 * lent to the page.
 */
import type { columnsOf as columns } from './columns.js';
import type * as parting from './parting.js';

declare const columnsOf: typeof columns;
declare const lineStart: typeof parting.lineStart;
declare const partElement: typeof parting.partElement;
declare const partNotes: typeof parting.partNotes;

/** What came of the notes. */
export interface NotesPlaced {
  /** What stands behind the text of its section: a note that no page has room for, or all of them because of one. */
  readonly behind: readonly Behind[];
  /** Notes that begin on a page after the one of their call. */
  readonly late: readonly Called[];
}

/** Where a note is called. */
interface Called {
  readonly section: string;
  /** `line:column` */
  readonly at: string;
  /** Page of its section, from 0. */
  readonly page: number;
}

interface Behind extends Called {
  /** Ids of the note and of those that it calls; without them all notes of the section stand there. */
  readonly ids?: readonly string[];
}

/**
 * Puts the notes of each section at the foot of the pages that call them, where they are called. Chromium breaks the pages, and
 * has no floats that go to their foot; so the end of a page is chosen: the last place where it may end with all the notes that
 * are called before it. There a block as wide as the text is floated in, which holds them and fills the page; what follows goes
 * on behind it, on the next one. No paragraph of the text is parted, and the page that was measured is the one that is printed.
 * A note that is longer than its room goes on at the foot of the next page, and so does one before which much of a page would stay
 * empty. Code is parted, because Chromium stretches no float within preserved lines. A box that leaves its notes no room is opened, so
 * that a page may end within it; where nothing can be opened, the notes follow at the foot of the next page that has one.
 *
 * Whatever it did before is taken back first, but for boxes that it opened: so it may be called whenever the pages have changed, and
 * it comes to an end. The notes themselves wait at the end of their section; what is at the foot are copies, until `keepNotes` lets
 * the originals go.
 * @param width of the text block, `gap` between two columns, in CSS pixels
 */
export function placeNotes(width: number, gap: number): NotesPlaced {
  const TRIES = 8;
  /** So many lines may stay empty above the notes before a note is parted. */
  const EMPTY = 3;
  const behind: Behind[] = [];
  const late: Called[] = [];

  const takeBack = (holder: Element): void => {
    const parent = holder.parentNode;
    holder.remove();
    parent?.normalize();
  };
  for (const own of document.querySelectorAll('.foot-notes, .foot-notes-row')) takeBack(own);
  for (const cleared of document.querySelectorAll<HTMLElement>('[data-behind-notes]'))
    delete cleared.dataset.behindNotes;
  for (const part of document.querySelectorAll('pre[data-part]')) part.remove();
  for (const whole of document.querySelectorAll<HTMLElement>('pre[data-in-parts]')) {
    delete whole.dataset.inParts;
    whole.hidden = false;
  }

  interface Note {
    readonly call: HTMLElement;
    /** The note, and those that it calls. */
    readonly bodies: readonly HTMLElement[];
    height: number;
  }
  /** A place where a page may end. */
  interface Cut {
    readonly element: HTMLElement;
    readonly kind: 'line' | 'code' | 'end' | 'behind' | 'row';
    readonly bottom: number;
    readonly middle: number;
    readonly legal: boolean;
  }

  for (const sheet of document.querySelectorAll<HTMLElement>('body > .sheet:not(.cover)')) {
    const section = sheet.querySelector<HTMLElement>(':scope > section[data-footnotes]');
    if (!section) continue;
    section.hidden = false;
    for (const source of section.querySelectorAll<HTMLElement>(':scope > ol > li[hidden]'))
      source.hidden = false;
    const sources = new Map(
      [...section.querySelectorAll<HTMLElement>(':scope > ol > li')].map((li) => [li.id, li]),
    );
    const seen = new Set<string>();
    let notes: Note[] = [];
    const bodiesOf = (call: Element): HTMLElement[] => {
      const id = decodeURIComponent((call.getAttribute('href') ?? '').slice(1));
      const source = sources.get(id);
      if (!source || seen.has(id)) return [];
      seen.add(id);
      const body = document.createElement('div');
      body.className = 'foot-note';
      body.id = id;
      // With its kind, and a role without which Chromium would leave it out of the tags.
      body.lang = source.lang;
      body.setAttribute('role', 'note');
      for (const child of source.childNodes) body.append(child.cloneNode(true));
      for (const back of body.querySelectorAll('[data-footnote-backref]')) back.remove();
      const number = document.createElement('span');
      number.className = 'foot-note-number';
      number.textContent = `${call.textContent ?? ''}. `;
      const first = body.firstElementChild;
      (first?.tagName === 'P' ? first : body).prepend(number);
      const calls = [...source.querySelectorAll('a[data-footnote-ref]')];
      return [body, ...calls.flatMap(bodiesOf)];
    };
    for (const call of sheet.querySelectorAll<HTMLElement>('a[data-footnote-ref]')) {
      const bodies = section.contains(call) ? [] : bodiesOf(call);
      if (bodies.length) notes.push({ call, bodies, height: 0 });
    }
    const { height: full } = sheet.getBoundingClientRect();
    const rightToLeft = getComputedStyle(sheet).direction === 'rtl';
    const box = () => sheet.getBoundingClientRect();
    const { of: columnOf } = columnsOf(sheet, width, gap);
    const calledIn = ({ call }: Note): Called => {
      const rect = call.getClientRects()[0];
      return { section: sheet.id, at: call.dataset.called ?? '', page: rect ? columnOf(rect) : 0 };
    };
    const [opening] = notes;
    if (!opening || seen.size < sources.size) {
      if (opening) behind.push(calledIn(opening));
      continue;
    }
    section.hidden = true;
    const middleOf = (rect: DOMRect, o: DOMRect): number => (rect.top + rect.bottom) / 2 - o.top;

    /** A block for the foot of a page, with a rule above the notes if there are any. */
    const footOf = (bodies: readonly HTMLElement[]): HTMLElement => {
      const foot = document.createElement('aside');
      foot.className = 'foot-notes';
      // Wherever it is put in: what it stands in may be in another language.
      foot.dir = rightToLeft ? 'rtl' : 'ltr';
      foot.style.float = rightToLeft ? 'right' : 'left';
      foot.style.width = `${width}px`;
      if (bodies.length) {
        const rule = document.createElement('div');
        rule.className = 'foot-notes-rule';
        // A long rule tells that what is under it began on the page before (*The Chicago Manual of Style*, 14.37).
        if (bodies[0]?.dataset.resumed !== undefined) rule.dataset.resumed = '';
        foot.append(rule, ...bodies);
      }
      return foot;
    };

    // All heights at once, where nobody sees them.
    const probe = footOf(notes.flatMap(({ bodies }) => bodies));
    probe.style.cssText += ';float:none;position:absolute;visibility:hidden;display:block;top:0;left:0';
    sheet.append(probe);
    const heightOf = (bodies: readonly HTMLElement[]): number =>
      bodies.reduce((sum, body) => sum + body.getBoundingClientRect().height, 0);
    for (const note of notes) note.height = heightOf(note.bodies);
    const top = probe.getBoundingClientRect().top;
    const room = (notes[0]?.bodies[0]?.getBoundingClientRect().top ?? top) - top;
    const noteLine = Number.parseFloat(getComputedStyle(probe).lineHeight) || 16;
    // What is not parted and higher than a page has no foot anywhere.
    const homeless = notes.filter(({ bodies }) =>
      bodies.some((body) =>
        [...body.children].some(
          (child) => child.tagName !== 'P' && child.getBoundingClientRect().height > full - room - 1,
        ),
      ),
    );
    probe.remove();
    if (homeless.length) {
      notes = notes.filter((note) => !homeless.includes(note));
      const stay = new Map(
        homeless.flatMap(({ bodies }) =>
          bodies.map((body) => [body.id, Number.parseInt(body.textContent ?? '', 10)]),
        ),
      );
      section.hidden = false;
      for (const [id, source] of sources) {
        const number = stay.get(id);
        source.hidden = number === undefined;
        if (number) source.setAttribute('value', String(number));
      }
    }
    /** Notes that go on, and how high they are. */
    const parted = (bodies: readonly HTMLElement[], most: number) => {
      probe.replaceChildren();
      sheet.append(probe);
      const { kept, rest } = partNotes(bodies, most, probe);
      probe.append(...rest);
      const height = heightOf(rest);
      probe.replaceChildren();
      probe.remove();
      return { kept, rest, height };
    };

    const isInside = (node: Node): boolean =>
      Boolean(
        (node instanceof Element ? node : node.parentElement)?.closest(
          '.foot-notes, section[data-footnotes]',
        ),
      );
    const BLOCKS =
      'p,h1,h2,h3,h4,h5,h6,li,pre,dt,dd,figcaption,caption,blockquote,div,section,aside,article,header,footer,details,summary,figure,address';
    /** Boxes that hold lines of their own. */
    const leaves = [...sheet.querySelectorAll<HTMLElement>(`${BLOCKS},tr,hr`)].filter((element) => {
      if (isInside(element) || element.parentElement?.closest('tr')) return false;
      if (/^(?:TR|HR)$/.test(element.tagName)) return true;
      return [...element.childNodes].some((child) =>
        child.nodeType === 3
          ? (child as Text).data.trim() !== ''
          : child instanceof Element && getComputedStyle(child).display.startsWith('inline'),
      );
    });
    /** The outermost box around an element that is not parted. */
    const wholeAround = (element: Element): HTMLElement | undefined => {
      let found: HTMLElement | undefined;
      for (let node: Element | null = element; node && node !== sheet; node = node.parentElement) {
        // The parts of a table keep to its rows.
        if (/^(?:THEAD|TBODY|TFOOT|TR|TD|TH)$/.test(node.tagName)) continue;
        const style = getComputedStyle(node);
        const decorated =
          node.tagName !== 'PRE' &&
          (Number.parseFloat(style.borderLeftWidth) > 0 || style.backgroundColor !== 'rgba(0, 0, 0, 0)');
        const apart = /flex|grid|inline-block|table-caption/.test(style.display) || style.float !== 'none';
        if ((node as HTMLElement).dataset.opened !== undefined && !apart) continue;
        if (style.breakInside === 'avoid' || decorated || apart) found = node as HTMLElement;
      }
      return found;
    };
    /** Whether a page may end within a box if it has to: a frame around paragraphs, and no figure and nothing that is turned. */
    const mayBeOpened = (element: HTMLElement): boolean => {
      const { display, float, writingMode } = getComputedStyle(element);
      return (
        /^(?:DIV|ASIDE|SECTION|BLOCKQUOTE)$/.test(element.tagName) &&
        display === 'block' &&
        float === 'none' &&
        writingMode === 'horizontal-tb'
      );
    };
    /** What stands next to an element and can be seen. */
    const nextTo = (element: Element): Element | null => {
      let next = element.nextElementSibling;
      while (next && (isInside(next) || !next.getClientRects().length)) next = next.nextElementSibling;
      return next;
    };
    /** The outermost box with a lower edge of its own that ends with an element: notes stand under that edge. */
    const boxEndingWith = (element: HTMLElement): HTMLElement | undefined => {
      let found: HTMLElement | undefined;
      for (let node = element; !nextTo(node); ) {
        const parent = node.parentElement;
        if (!parent || parent === sheet) break;
        node = parent;
        if (
          node.dataset.opened !== undefined ||
          Number.parseFloat(getComputedStyle(node).borderBottomWidth) > 0
        )
          found = node;
      }
      return found;
    };
    /** Whether a page may end behind an element, by its own wish and that of what follows. */
    const mayEndBehind = (element: Element): boolean => {
      for (let node: Element | null = element; node && node !== sheet; node = node.parentElement) {
        if (getComputedStyle(node).breakAfter === 'avoid') return false;
        const next = nextTo(node);
        if (!next) continue;
        for (let first: Element | null = next; first; first = first.firstElementChild)
          if (getComputedStyle(first).breakBefore === 'avoid') return false;
        return true;
      }
      return true;
    };

    interface Line {
      column: number;
      middle: number;
    }
    const range = document.createRange();
    const textsIn = function* (element: Element): Generator<Text> {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (isInside(node) || node.parentElement?.closest(BLOCKS) !== element) continue;
        yield node as Text;
      }
    };
    const linesOf = (element: Element, o: DOMRect, slack: number): Line[] => {
      const lines: Line[] = [];
      for (const text of textsIn(element)) {
        range.selectNodeContents(text);
        for (const rect of range.getClientRects()) {
          if (!rect.width || !rect.height) continue;
          const [column, middle] = [columnOf(rect), middleOf(rect, o)];
          const known = lines.findLast(
            (line) => line.column === column && Math.abs(line.middle - middle) <= slack,
          );
          if (!known) lines.push({ column, middle });
        }
      }
      return lines.sort((a, b) => a.column - b.column || a.middle - b.middle);
    };

    const cutsOn = (page: number, from: number, o: DOMRect) => {
      const cuts: Cut[] = [];
      /** What is not parted. */
      const wholes: HTMLElement[] = [];
      const behindBox = (element: HTMLElement): void => {
        const end = [...element.getClientRects()].at(-1);
        if (!end || columnOf(end) !== page) return;
        const bottom = end.bottom - o.top;
        cuts.push({ element, kind: 'behind', bottom, middle: bottom, legal: mayEndBehind(element) });
      };
      let next = from;
      let whole: HTMLElement | undefined;
      for (let i = from; i < leaves.length; i++) {
        const element = leaves[i];
        if (!element) break;
        const rects = [...element.getClientRects()];
        const [first, last] = [rects[0], rects.at(-1)];
        if (!first || !last) continue;
        if (columnOf(last) < page) {
          next = i;
          continue;
        }
        if (columnOf(first) > page) break;
        if (whole?.contains(element) || element.tagName === 'CAPTION') continue;
        whole = wholeAround(element);
        if (whole) {
          wholes.push(whole);
          behindBox(boxEndingWith(whole) ?? whole);
          continue;
        }
        if (element.tagName === 'TR') {
          const row = element.getBoundingClientRect();
          if (columnOf(row) !== page || element.closest('thead')) continue;
          const bottom = row.bottom - o.top;
          const isLast = !element.nextElementSibling && !element.parentElement?.nextElementSibling;
          const table = element.closest('table');
          if (isLast && table)
            cuts.push({ element: table, kind: 'behind', bottom, middle: bottom, legal: mayEndBehind(table) });
          else
            cuts.push({
              element,
              kind: 'row',
              bottom,
              middle: bottom,
              legal: mayEndBehind(element) && !element.closest('table')?.querySelector('[rowspan]'),
            });
          continue;
        }
        if (element.tagName === 'HR') continue;
        const style = getComputedStyle(element);
        const leading = Number.parseFloat(style.lineHeight) || 20;
        const lines = linesOf(element, o, leading * 0.45);
        const [orphans, widows] = [Number(style.orphans) || 2, Number(style.widows) || 2];
        const begins = lines.findIndex(({ column }) => column === page);
        lines.forEach((line, index) => {
          if (line.column !== page) return;
          // On this page: what goes on from the one before leaves no line alone on it either.
          const [before, after] = [index - begins + 1, lines.length - index - 1];
          const legal = after ? before >= orphans && after >= widows : mayEndBehind(element);
          const ended = after ? undefined : boxEndingWith(element);
          if (ended) {
            behindBox(ended);
            return;
          }
          const kind = after ? (element.tagName === 'PRE' ? 'code' : 'line') : 'end';
          cuts.push({ element, kind, bottom: line.middle + leading / 2, middle: line.middle, legal });
        });
      }
      return { cuts, wholes, next };
    };

    /** Parts code, and returns how to undo it. */
    const partCode = (element: HTMLElement, start: parting.LineStart): (() => void) => {
      const at = leaves.indexOf(element);
      const spare = element.cloneNode(true) as HTMLElement;
      const isWhole = element.dataset.part === undefined;
      const before = partElement(element, start);
      before.dataset.part = '';
      element.dataset.part = '';
      const [above, numbered] = [before, element].map((part) => part.querySelector<HTMLElement>('.numbered'));
      if (above && numbered) {
        const from = Number(/\d+$/.exec(above.style.counterReset)?.[0] ?? 0);
        numbered.style.counterReset = `code-line ${from + above.querySelectorAll('.code-line').length}`;
      }
      if (isWhole) {
        // It waits until the pages are settled.
        spare.dataset.inParts = '';
        spare.hidden = true;
        element.after(spare);
      }
      leaves.splice(at, 1, before, element);
      return () => {
        before.remove();
        if (isWhole) {
          delete spare.dataset.inParts;
          spare.hidden = false;
          element.remove();
        } else element.replaceWith(spare);
        leaves.splice(at, 2, spare);
      };
    };

    /** Puts a block behind the last line that is to stand on the page; what it returns takes it back. */
    const insert = (
      foot: HTMLElement,
      cut: Cut,
      page: number,
      o: DOMRect,
    ): { holder: HTMLElement; undo(): void } | undefined => {
      const { element, kind, middle } = cut;
      if (kind === 'row') {
        const row = document.createElement('tr');
        row.className = 'foot-notes-row';
        const cell = document.createElement('td');
        const cells = [...(element.closest('table')?.rows ?? [])].map(({ cells }) =>
          [...cells].reduce((sum, { colSpan }) => sum + colSpan, 0),
        );
        cell.colSpan = Math.max(1, ...cells);
        // As wide as nothing: a table makes its columns by what is in them.
        const still = document.createElement('div');
        still.style.width = '0';
        still.append(foot);
        cell.append(still);
        row.append(cell);
        element.after(row);
        return { holder: row, undo: () => takeBack(row) };
      }
      if (kind === 'behind') element.after(foot);
      else if (kind === 'end') element.append(foot);
      else {
        const slack = (Number.parseFloat(getComputedStyle(element).lineHeight) || 20) * 0.45;
        const start = lineStart(textsIn(element), (rect) => {
          const column = columnOf(rect);
          return column > page || (column === page && middleOf(rect, o) > middle + slack);
        });
        if (!start) return undefined;
        if (kind === 'code') {
          const undo = partCode(element, start);
          element.before(foot);
          return {
            holder: foot,
            undo() {
              takeBack(foot);
              undo();
            },
          };
        }
        // Behind a line that its author broke, a float would belong to the next one.
        const broken = start.text.previousSibling;
        const isFirst = !start.text.data.slice(0, start.index).trim();
        if (isFirst && broken instanceof HTMLBRElement) broken.before(foot);
        else if (start.index === 0) start.text.before(foot);
        else start.text.splitText(start.index).before(foot);
      }
      return { holder: foot, undo: () => takeBack(foot) };
    };
    /** What follows begins behind the block, and not beside it, where tables and frames would find room. */
    const clearBehind = (holder: HTMLElement): void => {
      for (let node: Element | null = holder; node && node !== sheet; node = node.parentElement) {
        const next: HTMLElement | null = node.nextElementSibling as HTMLElement | null;
        if (!next || isInside(next)) continue;
        next.dataset.behindNotes = '';
        return;
      }
    };

    let next = 0;
    let from = 0;
    let failed: Note | undefined;
    /** Ids of notes that do not begin on the page of their call. */
    const told = new Set<string>();
    const tell = (note: Note): void => {
      const id = note.bodies[0]?.id ?? '';
      if (!told.has(id)) late.push(calledIn(note));
      told.add(id);
    };
    /** Whether a page is behind all text. */
    const isBeyond = (page: number): boolean => {
      const end = leaves.findLast((leaf) => leaf.getClientRects().length);
      const box = end && [...end.getClientRects()].at(-1);
      return !box || columnOf(box) < page;
    };
    /** What goes on from the page before. */
    let carried: readonly HTMLElement[] = [];
    let carriedHeight = 0;
    /** The page that was ended last, and what was put there. */
    let ended = -1;
    let last: HTMLElement | undefined;
    /** Where a block is set, and whether it fills its page. */
    const settleAt = (foot: HTMLElement, page: number, o: DOMRect, less: number): boolean => {
      let now = foot.getBoundingClientRect();
      const side = rightToLeft ? 'marginRight' : 'marginLeft';
      const shift = rightToLeft
        ? o.right - page * (width + gap) - now.right
        : now.left - o.left - page * (width + gap);
      if (Math.abs(shift) > 0.5 && columnOf(now) === page) {
        foot.style[side] = `${(Number.parseFloat(foot.style[side]) || 0) - shift}px`;
        now = foot.getBoundingClientRect();
      }
      if (columnOf(now) === page) {
        foot.style.height = `${Math.floor((full - (now.top - o.top)) * 64 - 1) / 64 - less}px`;
        now = foot.getBoundingClientRect();
      }
      return columnOf(now) === page && Math.abs(now.bottom - o.top - full) < 3;
    };
    while (next < notes.length || carried.length) {
      const o = box();
      const first = notes[next];
      const rect = first?.call.getClientRects()[0];
      if (first && !rect) {
        failed = first;
        break;
      }
      let page = carried.length || !rect ? ended + 1 : Math.max(columnOf(rect), ended + 1);
      const { cuts, wholes, next: reached } = cutsOn(page, from, o);
      from = Math.max(0, reached - 1);
      // What goes over the page anyway does so where its notes want it.
      const over = wholes.find(
        (one) =>
          mayBeOpened(one) &&
          getComputedStyle(one).breakInside !== 'avoid' &&
          [...one.getClientRects()].some((rect) => columnOf(rect) > page),
      );
      if (over) {
        over.dataset.opened = '';
        continue;
      }
      /** Calls on this page, with the height of the line that each of them is in; those that were passed by stand above it. */
      const calls: { note: Note; middle: number }[] = [];
      for (let i = next; i < notes.length; i++) {
        const note = notes[i];
        const at = note?.call.getClientRects()[0];
        if (!note || !at || columnOf(at) > page) break;
        calls.push({ note, middle: columnOf(at) === page ? middleOf(at, o) : Number.NEGATIVE_INFINITY });
      }
      /** The notes that a page which ends here has to hold. */
      interface Choice {
        readonly cut: Cut;
        readonly own: readonly Note[];
        /** Room for notes, in CSS pixels. */
        readonly most: number;
        readonly needed: number;
        /** Notes may begin on the next page. */
        readonly mayDefer?: boolean;
      }
      const choices = cuts.flatMap((cut): Choice[] => {
        const own = calls.filter(({ middle }) => middle <= cut.bottom).map(({ note }) => note);
        // A call that stands higher than one before it (side by side) has its note not before that one's.
        if (!cut.legal || !own.every((note, i) => note === calls[i]?.note)) return [];
        const needed = carriedHeight + own.reduce((sum, { height }) => sum + height, 0);
        const most = full - 0.5 - cut.bottom - (needed ? room : 0);
        return most < 0 ? [] : [{ cut, own, most, needed }];
      });
      const whole = choices.filter(({ needed, most }) => needed <= most);
      // Every note begins on its page, and the last of them has two lines there at least.
      const parts = choices.filter(({ own, needed, most }) => {
        const height = own.at(-1)?.height ?? 0;
        return height > 4 * noteLine && needed > most && needed - height + 2 * noteLine <= most;
      });
      const best = whole.at(-1);
      const empty = best ? best.most - best.needed : full;
      const further = parts.at(-1);
      const goesOn =
        further && (!best || (empty > EMPTY * noteLine && further.cut.bottom > best.cut.bottom + noteLine));
      // A box is to blame if the page cannot end before it.
      const stands = cuts.find(({ legal }) => legal)?.element;
      const shut = wholes.find(mayBeOpened);
      const blamed =
        stands && shut && stands.compareDocumentPosition(shut) & Node.DOCUMENT_POSITION_FOLLOWING
          ? undefined
          : shut;
      // No page without its notes: then they begin on the next one.
      const deferred =
        blamed || (carried.length && last)
          ? []
          : choices.filter(({ own, needed, most }) => (own.length || carried.length) && needed > most);
      const tries: Choice[] = [
        ...(goesOn ? parts.slice(-2).reverse() : []),
        ...whole.slice(-TRIES).reverse(),
        ...deferred.slice(0, 2).map((choice) => ({ ...choice, mayDefer: true })),
      ];
      let done = false;
      for (const { cut, own, most, needed, mayDefer } of tries) {
        // Nothing to put there, and nothing that has to go to the next page.
        if (!needed && cut === cuts.at(-1)) break;
        const start = [...cut.element.getClientRects()].find((one) => columnOf(one) === page);
        if (!start) continue;
        const all = [...carried, ...own.flatMap(({ bodies }) => bodies)];
        const part = needed > most ? parted(all, most) : undefined;
        if (part && own.length && !mayDefer && part.rest.length > (own.at(-1)?.bodies.length ?? 1)) continue;
        if (part && !own.length && !part.kept.length) continue;
        const style = getComputedStyle(cut.element);
        const inset =
          cut.kind === 'line' || cut.kind === 'end'
            ? rightToLeft
              ? Number.parseFloat(style.paddingRight) + Number.parseFloat(style.borderRightWidth)
              : Number.parseFloat(style.paddingLeft) + Number.parseFloat(style.borderLeftWidth)
            : 0;
        const outset = rightToLeft
          ? o.right - page * (width + gap) - start.right
          : start.left - o.left - page * (width + gap);
        const foot = footOf(part?.kept ?? all);
        // Behind a box the float stands where that box begins to be contained: its parent's edge, as it turns out below.
        foot.style[rightToLeft ? 'marginRight' : 'marginLeft'] = `${-(outset + inset)}px`;
        const inserted = insert(foot, cut, page, o);
        if (!inserted) continue;
        if (cut.kind !== 'line' && cut.kind !== 'row') clearBehind(inserted.holder);
        const fills = settleAt(foot, page, o, cut.kind === 'row' ? 2 : 0);
        const following = notes[next + own.length]?.call.getClientRects()[0];
        const shown = new Set(foot.querySelectorAll('.foot-note'));
        const right =
          fills &&
          // Lines may break otherwise around what was put in between; then a further call may have come to this page.
          !(following && columnOf(following) <= page) &&
          own.every(({ call }) => {
            const at = call.getClientRects()[0];
            return at && columnOf(at) <= page;
          }) &&
          [...shown].every((body) => {
            const at = body.getClientRects()[0];
            return at && at.top - o.top >= 0 && at.bottom - o.top <= full + 1;
          });
        if (right) {
          done = true;
          next += own.length;
          last = inserted.holder;
          const later = new Set(
            (part?.rest ?? []).flatMap(({ id, dataset }) => (dataset.resumed === undefined ? [id] : [])),
          );
          for (const note of own) if (note.bodies.some(({ id }) => later.has(id))) tell(note);
          carried = part?.rest ?? [];
          carriedHeight = part?.height ?? 0;
          break;
        }
        inserted.undo();
        for (const cleared of sheet.querySelectorAll<HTMLElement>('[data-behind-notes]'))
          if (columnOf(cleared.getBoundingClientRect()) >= page) delete cleared.dataset.behindNotes;
      }
      if (!done && blamed) {
        blamed.dataset.opened = '';
        continue;
      }
      const beyond = !cuts.length && isBeyond(page);
      if (!done && carried.length && (beyond || (cuts.length && last))) {
        // A page of notes alone: too much goes on, or there is no more text.
        const part = parted(carried, full - room - 1);
        const foot = footOf(part.kept);
        foot.dataset.alone = '';
        if (!part.kept.length) {
          failed = notes.find(({ bodies }) => bodies.some(({ id }) => id === carried[0]?.id)) ?? opening;
          break;
        }
        const before = last;
        let holder: HTMLElement = foot;
        if (beyond || !before) {
          // Behind all text: a float would not keep what follows the section from its page.
          foot.style.float = 'none';
          foot.dataset.behindNotes = '';
          section.before(foot);
          page = columnOf(foot.getBoundingClientRect());
          done = true;
        } else {
          if (before.tagName === 'TR') {
            holder = before.cloneNode(true) as HTMLElement;
            holder.querySelector('.foot-notes')?.replaceWith(foot);
            before.after(holder);
          } else {
            before.after(foot);
            clearBehind(foot);
          }
          done = settleAt(foot, page, o, holder === foot ? 0 : 2);
        }
        if (done) {
          last = holder;
          carried = part.rest;
          carriedHeight = part.height;
        } else holder.remove();
      }
      if (!done) {
        // Nothing holds them here: they follow on the next page, and this one ends where it does without them.
        for (const { note } of calls) {
          carried = [...carried, ...note.bodies];
          carriedHeight += note.height;
          tell(note);
        }
        next += calls.length;
        last = undefined;
      }
      ended = page;
    }
    if (failed) {
      for (const foot of sheet.querySelectorAll<HTMLElement>('.foot-notes, .foot-notes-row')) takeBack(foot);
      section.hidden = false;
      for (const source of sources.values()) source.hidden = false;
      behind.push(calledIn(failed));
    } else
      for (const note of homeless) behind.push({ ...calledIn(note), ids: note.bodies.map(({ id }) => id) });
  }
  return { behind, late };
}

/** Lets the originals go of notes that stand at the foot of their pages, and of code that was parted. */
export function keepNotes(): void {
  for (const section of document.querySelectorAll<HTMLElement>('section[data-footnotes]'))
    if (section.hidden) section.remove();
    else for (const source of section.querySelectorAll(':scope > ol > li[hidden]')) source.remove();
  for (const whole of document.querySelectorAll('pre[data-in-parts]')) whole.remove();
}
