import type { MessageRecord } from '../report/json.js';
import type { PreviewState, Shown } from './state.js';

/**
 * Runs in the page that shows the preview: shows the book, and shows it again where it was read when it has been made anew. It is sent
 * there as text, so it uses nothing of this module.
 * @param news where it is told of changes
 * @param book where the book is
 */
export function follow(news: string, book: string): void {
  const the = <E extends HTMLElement>(id: string): E => document.getElementById(id) as E;
  const frame = the<HTMLIFrameElement>('frame');
  const choice = the<HTMLSelectElement>('choice');
  const save = the<HTMLAnchorElement>('save');
  const messages = the<HTMLDetailsElement>('messages');
  let state: PreviewState | undefined;
  let wasOk = true;
  /** Of what is in the frame. */
  let version: string | undefined;
  /** Where a page was read that is on its way anew; it may be asked for again before it is there. */
  let held: readonly [number, number] | undefined;

  const chosen = (): Shown | undefined => state?.shown.find(({ address }) => address === choice.value);
  const folderOf = (address: string): string => address.slice(0, address.lastIndexOf('/') + 1);
  const counted = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;
  const count = (severity: string): number =>
    state?.messages.filter((message) => message.severity === severity).length ?? 0;

  /** Loads an address into the frame. One that is put in anew has no page before, to which a browser would go back. */
  const load = (address: string): void => {
    const around = frame.parentElement;
    const isRead = document.activeElement === frame;
    frame.remove();
    frame.src = address;
    around?.prepend(frame);
    if (isRead) frame.focus();
  };

  /** Opens what is chosen; of web pages, the one that was last open. */
  const open = (): void => {
    const thing = chosen();
    held = undefined;
    if (!thing) return;
    const isFile = thing.kind === 'file';
    frame.hidden = isFile;
    the('file').hidden = !isFile;
    const address = book + thing.address;
    save.href = address;
    save.textContent = `Save ${decodeURIComponent(thing.address)}`;
    if (isFile) return;
    const last = location.hash.slice(1);
    const isOfIt = thing.kind === 'pages' && last.startsWith(folderOf(thing.address));
    // Another address has the same PDF loaded anew, and at the page.
    const page = thing.page ? `#page=${thing.page}` : '';
    load(
      thing.kind === 'pages' ? book + (isOfIt ? last : thing.address) : `${address}?${thing.version}${page}`,
    );
    if (!isOfIt) history.replaceState(undefined, '', `#${thing.address}`);
  };

  /** The page of the book that is in the frame. Some browsers show a PDF in a page of their own, of which they let nothing be known. */
  const pageInside = (): Window | undefined => {
    try {
      const inside = frame.contentWindow;
      return inside?.location.pathname.startsWith(book) ? inside : undefined;
    } catch {
      return undefined;
    }
  };

  /** The same page, made anew, where it was read; the first of the book, if there is none of its name any more. */
  const again = async (): Promise<void> => {
    const inside = chosen()?.kind === 'pages' ? pageInside() : undefined;
    if (!inside) {
      open();
      return;
    }
    held ??= [inside.scrollX, inside.scrollY];
    const at = inside.location;
    const { ok } = await fetch(at.pathname, { method: 'HEAD' });
    if (!ok) {
      history.replaceState(undefined, '', '#');
      open();
      return;
    }
    // The heading that a link led to is not to be gone to once more.
    inside.history.replaceState(undefined, '', at.pathname);
    at.reload();
  };

  const element = (name: string, text: string, className = ''): HTMLElement => {
    const made = document.createElement(name);
    made.textContent = text;
    made.className = className;
    return made;
  };
  const place = ({ file, line, column }: Pick<MessageRecord, 'file' | 'line' | 'column'>): HTMLElement =>
    element('code', line ? `${file}:${line}:${column}` : file);
  const item = (message: MessageRecord): HTMLElement => {
    const { severity, also } = message;
    const one = element('li', '', severity);
    const more = element('p', '');
    if (also) more.append(place(also), ` ${also.message}`);
    one.append(
      element('b', severity),
      ' ',
      place(message),
      element('p', message.message),
      ...(also ? [more] : []),
      ...(message.remedy ? [element('p', message.remedy, 'remedy')] : []),
    );
    return one;
  };

  const tell = (now: PreviewState): void => {
    the('title').textContent = now.title || 'Preview';
    the('title').title = now.title;
    document.title = now.title ? `${now.title} · Preview` : 'Preview';
    const errors = counted(count('error'), 'error');
    const kept = now.shown.length ? ', so this is what was made before' : ', so nothing was made';
    the('state').textContent = now.busy
      ? 'The book is being made …'
      : now.ok
        ? 'As it is now'
        : `The book has ${errors}${kept}`;
    document.body.className = now.busy ? 'busy' : now.ok ? '' : 'failed';
    if (now.busy) return;
    messages.hidden = !now.messages.length;
    // Who has closed them while the book has errors is not shown them at each save.
    if (now.ok) messages.open &&= now.messages.length > 0;
    else messages.open ||= wasOk;
    wasOk = now.ok;
    the('count').textContent = (['error', 'warning', 'info'] as const)
      .filter(count)
      .map((severity) => counted(count(severity), severity))
      .join(', ');
    the('list').replaceChildren(...now.messages.map(item));
  };

  const choices = (now: PreviewState): void => {
    // The list may be open: it is written anew only where another is to be seen.
    const listed = [...choice.options].map(({ value }) => value);
    if (listed.join('\n') === now.shown.map(({ address }) => address).join('\n')) return;
    const before = choice.value || location.hash.slice(1);
    choice.replaceChildren(...now.shown.map(({ address, name }) => new Option(name, address)));
    const same =
      now.shown.find(({ address }) => address === before) ??
      now.shown.find(({ address, kind }) => kind === 'pages' && before.startsWith(folderOf(address)));
    if (same) choice.value = same.address;
    the('choosing').hidden = now.shown.length < 2;
  };

  const source = new EventSource(news);
  source.onmessage = ({ data }: MessageEvent<string>) => {
    state = JSON.parse(data) as PreviewState;
    tell(state);
    if (!state.shown.length) return;
    choices(state);
    if (chosen()?.version === version) return;
    if (version === undefined) open();
    else void again();
    version = chosen()?.version;
  };
  source.onerror = () => {
    the('state').textContent = 'Octavo has ended. Once octavo preview runs again, the book is shown here';
    document.body.className = 'failed';
  };
  choice.addEventListener('change', () => {
    history.replaceState(undefined, '', '#');
    open();
    version = chosen()?.version;
  });
  frame.addEventListener('load', () => {
    const inside = pageInside();
    if (!inside) return;
    if (held) inside.scrollTo(...held);
    held = undefined;
    if (chosen()?.kind === 'pages')
      history.replaceState(undefined, '', `#${inside.location.pathname.slice(book.length)}`);
    // What lies elsewhere is opened beside the preview: the frame is for the book.
    inside.document.addEventListener('click', ({ target }) => {
      const link = (target as Element | null)?.closest<HTMLAnchorElement>('a[href]');
      if (!link || link.origin === location.origin) return;
      link.target = '_blank';
      link.rel = 'noopener';
    });
  });
}
