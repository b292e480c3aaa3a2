/*
 * The notes of a section wait behind its text, and what stands at the foot of its pages are copies. Runs inside the page: each
 * function is lent to it as its own source, under its own name, and may use nothing but its arguments, the DOM and the other
 * functions of this file.
 */

/** A note as it is to stand at the foot of a page. */
export interface NoteCopy {
  /** What calls it in the text. */
  readonly call: HTMLElement;
  /** The note, and those that it calls. */
  readonly bodies: readonly HTMLElement[];
}

/** Copies the notes that are called in the text of a section, in the order of their calls; `all` if there are no others. */
export function copyNotes(
  sheet: Element,
  section: Element,
): { readonly notes: NoteCopy[]; readonly all: boolean } {
  const originals = new Map(
    [...section.querySelectorAll<HTMLElement>(':scope > ol > li')].map((li) => [li.id, li]),
  );
  const seen = new Set<string>();
  const bodiesOf = (call: Element): HTMLElement[] => {
    const id = decodeURIComponent((call.getAttribute('href') ?? '').slice(1));
    const original = originals.get(id);
    if (!original || seen.has(id)) return [];
    seen.add(id);
    const body = document.createElement('div');
    body.className = 'foot-note';
    body.id = id;
    // With its kind, and a role without which Chromium would leave it out of the tags.
    body.lang = original.lang;
    body.setAttribute('role', 'note');
    for (const child of original.childNodes) body.append(child.cloneNode(true));
    for (const back of body.querySelectorAll('[data-footnote-backref]')) back.remove();
    // It leads back to the call.
    const number = document.createElement('a');
    number.className = 'foot-note-number';
    number.href = `#${encodeURIComponent(call.id)}`;
    number.textContent = `${call.textContent ?? ''}. `;
    const first = body.firstElementChild;
    (first?.tagName === 'P' ? first : body).prepend(number);
    const calls = [...original.querySelectorAll('a[data-footnote-ref]')];
    return [body, ...calls.flatMap(bodiesOf)];
  };
  const notes: NoteCopy[] = [];
  for (const call of sheet.querySelectorAll<HTMLElement>('a[data-footnote-ref]')) {
    const bodies = section.contains(call) ? [] : bodiesOf(call);
    if (bodies.length) notes.push({ call, bodies });
  }
  return { notes, all: seen.size >= originals.size };
}

/** Shows the originals of these notes behind the text, with the numbers that they have, and no others. */
export function showOriginals(section: HTMLElement, notes: readonly NoteCopy[]): void {
  const numbers = new Map(
    notes.flatMap(({ bodies }) =>
      bodies.map((body) => [body.id, Number.parseInt(body.textContent ?? '', 10)]),
    ),
  );
  section.hidden = false;
  for (const original of section.querySelectorAll<HTMLElement>(':scope > ol > li')) {
    const number = numbers.get(original.id);
    original.hidden = number === undefined;
    if (number) original.setAttribute('value', String(number));
  }
}

/** Takes out what was put into the text; text that was parted for it is whole again. */
export function takeOut(holder: Element): void {
  const parent = holder.parentNode;
  holder.remove();
  parent?.normalize();
}

/** Takes back whatever was done in a section for its notes, but for boxes that were opened: they stand behind its text. */
export function takeBackNotes(sheet: Element): void {
  for (const own of sheet.querySelectorAll('.foot-notes, .foot-notes-row')) takeOut(own);
  for (const hidden of sheet.querySelectorAll<HTMLElement>(
    ':scope > section[data-footnotes], :scope > section[data-footnotes] > ol > li[hidden]',
  ))
    hidden.hidden = false;
  for (const cleared of sheet.querySelectorAll<HTMLElement>('[data-behind-notes]'))
    delete cleared.dataset.behindNotes;
  for (const part of sheet.querySelectorAll('pre[data-part]')) part.remove();
  for (const whole of sheet.querySelectorAll<HTMLElement>('pre[data-in-parts]')) {
    delete whole.dataset.inParts;
    whole.hidden = false;
  }
}

/** What is lent to the page. */
export const COPIES = { copyNotes, showOriginals, takeOut, takeBackNotes };

/** Lets the originals go of notes that stand at the foot of their pages, and of code that was parted. */
export function keepNotes(): void {
  for (const section of document.querySelectorAll<HTMLElement>('section[data-footnotes]'))
    if (section.hidden) section.remove();
    else for (const original of section.querySelectorAll(':scope > ol > li[hidden]')) original.remove();
  for (const whole of document.querySelectorAll('pre[data-in-parts]')) whole.remove();
}
