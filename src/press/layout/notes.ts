/*
 * Runs inside the page; each function is sent there as its own source, and may use nothing but its arguments and the DOM.
 */

/**
 * Puts the notes of each section at the foot of the pages that call them, where they are called. Chromium breaks the pages, and
 * has no floats that go to their foot; so the end of a page is chosen: the last place where it may end with all the notes that
 * are called before it. There a block as wide as the text is floated in, which holds them and fills the page; what follows goes
 * on behind it, on the next one. No paragraph is parted, and the page that was measured is the one that is printed.
 *
 * Whatever it did before is taken back first, so it may be called whenever the pages have changed. The notes themselves wait at
 * the end of their section; what is at the foot are copies, until `keepNotes` lets the originals go.
 * @param width of the text block, `gap` between two columns, in CSS pixels
 * @returns sections whose notes could not all be placed; there they stand behind the text
 */
export function placeNotes(width: number, gap: number): string[] {
  const TRIES = 8;
  const left: string[] = [];

  const takeBack = (holder: Element): void => {
    const parent = holder.parentNode;
    holder.remove();
    parent?.normalize();
  };
  for (const own of document.querySelectorAll('.foot-notes, .foot-notes-row')) takeBack(own);
  for (const cleared of document.querySelectorAll<HTMLElement>('[data-behind-notes]'))
    delete cleared.dataset.behindNotes;

  interface Note {
    readonly call: Element;
    readonly body: HTMLElement;
    height: number;
  }
  /** A place where a page may end. */
  interface Cut {
    readonly element: HTMLElement;
    readonly kind: 'line' | 'end' | 'behind' | 'row';
    readonly bottom: number;
    readonly middle: number;
    readonly legal: boolean;
  }

  for (const sheet of document.querySelectorAll<HTMLElement>('body > .sheet:not(.cover)')) {
    const section = sheet.querySelector<HTMLElement>(':scope > section[data-footnotes]');
    if (!section) continue;
    section.hidden = false;
    const sources = new Map(
      [...section.querySelectorAll<HTMLElement>(':scope > ol > li')].map((li) => [li.id, li]),
    );
    const seen = new Set<string>();
    const notes: Note[] = [];
    for (const call of sheet.querySelectorAll('a[data-footnote-ref]')) {
      const id = decodeURIComponent((call.getAttribute('href') ?? '').slice(1));
      const source = sources.get(id);
      if (!source || seen.has(id) || section.contains(call)) continue;
      seen.add(id);
      const body = document.createElement('div');
      body.className = 'foot-note';
      body.id = id;
      const at = source.dataset.at;
      if (at) body.dataset.at = at;
      for (const child of source.childNodes) body.append(child.cloneNode(true));
      for (const back of body.querySelectorAll('[data-footnote-backref]')) back.remove();
      const number = document.createElement('span');
      number.className = 'foot-note-number';
      number.textContent = `${call.textContent ?? ''}. `;
      const first = body.firstElementChild;
      (first?.tagName === 'P' ? first : body).prepend(number);
      notes.push({ call, body, height: 0 });
    }
    if (!notes.length || notes.length < sources.size) {
      // A note that only another note calls has no page of its own.
      if (notes.length) left.push(sheet.id);
      continue;
    }
    section.hidden = true;

    const { height: full } = sheet.getBoundingClientRect();
    const rightToLeft = getComputedStyle(sheet).direction === 'rtl';
    const box = () => sheet.getBoundingClientRect();
    const columnOf = (rect: DOMRect, o: DOMRect): number =>
      Math.floor(((rightToLeft ? o.right - rect.right : rect.left - o.left) + gap / 2) / (width + gap));
    const middleOf = (rect: DOMRect, o: DOMRect): number => (rect.top + rect.bottom) / 2 - o.top;

    /** A block for the foot of a page, with a rule above the notes if there are any. */
    const footOf = (bodies: readonly HTMLElement[]): HTMLElement => {
      const foot = document.createElement('aside');
      foot.className = 'foot-notes';
      foot.style.width = `${width}px`;
      if (bodies.length) {
        const rule = document.createElement('div');
        rule.className = 'foot-notes-rule';
        foot.append(rule, ...bodies);
      }
      return foot;
    };

    // All heights at once, where nobody sees them.
    const probe = footOf(notes.map(({ body }) => body));
    probe.style.cssText += ';float:none;position:absolute;visibility:hidden;display:block;top:0;left:0';
    sheet.append(probe);
    for (const note of notes) note.height = note.body.getBoundingClientRect().height;
    const top = probe.getBoundingClientRect().top;
    const room = (notes[0]?.body.getBoundingClientRect().top ?? top) - top;
    probe.remove();

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
        if (style.breakInside === 'avoid' || decorated || apart) found = node as HTMLElement;
      }
      return found;
    };
    /** Whether a page may end behind an element, by its own wish and that of what follows. */
    const mayEndBehind = (element: Element): boolean => {
      for (let node: Element | null = element; node && node !== sheet; node = node.parentElement) {
        if (getComputedStyle(node).breakAfter === 'avoid') return false;
        let next = node.nextElementSibling;
        while (next && (isInside(next) || !next.getClientRects().length)) next = next.nextElementSibling;
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
          const [column, middle] = [columnOf(rect, o), middleOf(rect, o)];
          const known = lines.findLast(
            (line) => line.column === column && Math.abs(line.middle - middle) <= slack,
          );
          if (!known) lines.push({ column, middle });
        }
      }
      return lines.sort((a, b) => a.column - b.column || a.middle - b.middle);
    };

    const cutsOn = (page: number, from: number, o: DOMRect): { cuts: Cut[]; next: number } => {
      const cuts: Cut[] = [];
      let next = from;
      let whole: HTMLElement | undefined;
      for (let i = from; i < leaves.length; i++) {
        const element = leaves[i];
        if (!element) break;
        const rects = [...element.getClientRects()];
        const [first, last] = [rects[0], rects.at(-1)];
        if (!first || !last) continue;
        if (columnOf(last, o) < page) {
          next = i;
          continue;
        }
        if (columnOf(first, o) > page) break;
        if (whole?.contains(element) || element.tagName === 'CAPTION') continue;
        whole = wholeAround(element);
        if (whole) {
          const end = [...whole.getClientRects()].at(-1);
          if (!end || columnOf(end, o) !== page) continue;
          const bottom = end.bottom - o.top;
          cuts.push({ element: whole, kind: 'behind', bottom, middle: bottom, legal: mayEndBehind(whole) });
          continue;
        }
        if (element.tagName === 'TR') {
          const row = element.getBoundingClientRect();
          if (columnOf(row, o) !== page || element.closest('thead')) continue;
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
        lines.forEach((line, index) => {
          if (line.column !== page) return;
          const [before, after] = [index + 1, lines.length - index - 1];
          // Chromium does not stretch a float within preserved lines.
          const parts = element.tagName !== 'PRE' && before >= orphans && after >= widows;
          const legal = after ? parts : mayEndBehind(element);
          const kind = after ? 'line' : 'end';
          cuts.push({ element, kind, bottom: line.middle + leading / 2, middle: line.middle, legal });
        });
      }
      return { cuts, next };
    };

    /** Puts a block behind the last line that is to stand on the page. */
    const insert = (foot: HTMLElement, cut: Cut, page: number, o: DOMRect): HTMLElement => {
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
        return row;
      }
      if (kind === 'behind') element.after(foot);
      else if (kind === 'end') element.append(foot);
      else {
        const slack = (Number.parseFloat(getComputedStyle(element).lineHeight) || 20) * 0.45;
        const isBeyond = (text: Text, index: number): boolean | undefined => {
          range.setStart(text, index);
          range.setEnd(text, index + 1);
          const rect = [...range.getClientRects()].findLast(({ height }) => height > 0);
          if (!rect) return undefined;
          const column = columnOf(rect, o);
          return column > page || (column === page && middleOf(rect, o) > middle + slack);
        };
        let done = false;
        for (const text of textsIn(element)) {
          let last = text.length - 1;
          while (last >= 0 && isBeyond(text, last) === undefined) last--;
          if (last < 0 || !isBeyond(text, last)) continue;
          let [low, high] = [0, last];
          while (low < high) {
            const half = (low + high) >> 1;
            // What has no box of its own (a collapsed space) belongs to what stands before it.
            let tried = half;
            while (tried < high && isBeyond(text, tried) === undefined) tried++;
            if (isBeyond(text, tried)) high = half;
            else low = tried + 1;
          }
          if (low === 0) text.before(foot);
          else text.splitText(low).before(foot);
          done = true;
          break;
        }
        if (!done) element.append(foot);
      }
      return foot;
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
    let failed = false;
    while (next < notes.length) {
      const o = box();
      const first = notes[next];
      const rect = first?.call.getClientRects()[0];
      if (!first || !rect) {
        failed = true;
        break;
      }
      const page = columnOf(rect, o);
      const found = cutsOn(page, from, o);
      const { cuts } = found;
      from = Math.max(0, found.next - 1);
      /** Calls on this page, with the height of the line that each of them is in. */
      const calls: { note: Note; middle: number }[] = [];
      for (let i = next; i < notes.length; i++) {
        const note = notes[i];
        const at = note?.call.getClientRects()[0];
        if (!note || !at || columnOf(at, o) > page) break;
        if (columnOf(at, o) === page) calls.push({ note, middle: middleOf(at, o) });
      }
      const called = (cut: Cut) => calls.filter(({ middle }) => middle <= cut.bottom).map(({ note }) => note);
      const needed = (some: readonly Note[]): number =>
        some.length ? room + some.reduce((sum, { height }) => sum + height, 0) : 0;
      const fitting = cuts.filter((cut) => {
        const own = called(cut);
        // A call that stands higher than one before it (side by side) has its note not before that one's.
        const inOrder = own.every((note, i) => note === calls[i]?.note);
        return cut.legal && inOrder && cut.bottom + needed(own) <= full - 0.5;
      });
      let done = false;
      for (const cut of fitting.reverse().slice(0, TRIES)) {
        const own = called(cut);
        const isEnd = cut === cuts.at(-1);
        // Nothing to put there, and nothing that has to go to the next page.
        if (!own.length && isEnd) break;
        const start = [...cut.element.getClientRects()].find((one) => columnOf(one, o) === page);
        if (!start) continue;
        const style = getComputedStyle(cut.element);
        const inset =
          cut.kind === 'row' || cut.kind === 'behind'
            ? 0
            : rightToLeft
              ? Number.parseFloat(style.paddingRight) + Number.parseFloat(style.borderRightWidth)
              : Number.parseFloat(style.paddingLeft) + Number.parseFloat(style.borderLeftWidth);
        const outset = rightToLeft
          ? o.right - page * (width + gap) - start.right
          : start.left - o.left - page * (width + gap);
        const foot = footOf(own.map(({ body }) => body));
        // Behind a box the float stands where that box begins to be contained: its parent's edge, as it turns out below.
        foot.style[rightToLeft ? 'marginRight' : 'marginLeft'] = `${-(outset + inset)}px`;
        const holder = insert(foot, cut, page, o);
        if (cut.kind === 'end' || cut.kind === 'behind') clearBehind(holder);
        let now = foot.getBoundingClientRect();
        const shift = rightToLeft
          ? o.right - page * (width + gap) - now.right
          : now.left - o.left - page * (width + gap);
        if (Math.abs(shift) > 0.5 && columnOf(now, o) === page) {
          foot.style[rightToLeft ? 'marginRight' : 'marginLeft'] = `${-(outset + inset) - shift}px`;
          now = foot.getBoundingClientRect();
        }
        if (columnOf(now, o) === page) {
          foot.style.height = `${Math.floor((full - (now.top - o.top)) * 64 - 1) / 64 - (cut.kind === 'row' ? 2 : 0)}px`;
          now = foot.getBoundingClientRect();
        }
        const following = notes[next + own.length]?.call.getClientRects()[0];
        const right =
          columnOf(now, o) === page &&
          Math.abs(now.bottom - o.top - full) < 3 &&
          // Lines may break otherwise around what was put in between; then a further call may have come to this page.
          !(following && columnOf(following, o) <= page) &&
          own.every(({ call, body }) => {
            const [at, noteAt] = [call.getClientRects()[0], body.getClientRects()[0]];
            return (
              at &&
              noteAt &&
              columnOf(at, o) === page &&
              noteAt.top - o.top >= 0 &&
              noteAt.bottom - o.top <= full + 1
            );
          });
        if (right) {
          done = true;
          next += own.length;
          break;
        }
        takeBack(holder);
        for (const cleared of sheet.querySelectorAll<HTMLElement>('[data-behind-notes]'))
          if (columnOf(cleared.getBoundingClientRect(), o) >= page) delete cleared.dataset.behindNotes;
      }
      if (!done) {
        failed = true;
        break;
      }
    }
    if (failed) {
      for (const foot of sheet.querySelectorAll<HTMLElement>('.foot-notes, .foot-notes-row')) takeBack(foot);
      section.hidden = false;
      left.push(sheet.id);
    }
  }
  return left;
}

/** Lets the originals of notes go that stand at the foot of their pages. */
export function keepNotes(): void {
  for (const section of document.querySelectorAll<HTMLElement>('section[data-footnotes]'))
    if (section.hidden) section.remove();
}
