import { type Output, plain } from './output.js';
import { mapWords } from './rich-text.js';

/** Words that English titles write small unless they begin or end something (CSL 1.0.2, appendix V). */
const SMALL = new Set(
  (
    'a according across afore after against al along alongside also although amid amidst among amongst an and anenst around as ' +
    'aside astraddle astride at athwart atop barring because before behind below beneath beside besides between betwixt beyond ' +
    'both but by c ca circa despite down during each even except failing for forenenst from given if in inside into ' +
    'lest like minus near next nor notwithstanding of off on only onto or out over pace past per plus pro qua regarding round ' +
    'save since so such tel than that the though through throughout thru till times to toward towards under underneath until unto up upon ' +
    'v van versus via vis-à-vis von vs when whence where while with within without worth yet'
  ).split(' '),
);
const WORD = /[^\s\-–—/:.?!"“”‘()[\]]+/g;

/**
 * Changes the case of what is written, as `text-case` asks. Letters that are fixed stay.
 * @param english whether the words are English: only those have a case of titles
 */
export function changeCase(
  outputs: readonly Output[],
  wanted: string | undefined,
  english: boolean,
): Output[] {
  const all = (change: (text: string) => string): Output[] =>
    outputs.map((one) => mapWords(one, ({ value, fixed }) => (fixed ? value : change(value))));
  switch (wanted) {
    case 'lowercase':
      return all((text) => text.toLowerCase());
    case 'uppercase':
      return all((text) => text.toUpperCase());
    case 'capitalize-all':
      return all((text) => text.replace(WORD, capital));
    case 'capitalize-first':
      return first(outputs);
    case 'sentence':
      return sentence(outputs);
    case 'title':
      return english ? title(outputs) : [...outputs];
    default:
      return [...outputs];
  }
}

function capital(word: string): string {
  return word.replace(/^['’]?\p{L}/u, (letter) => letter.toUpperCase());
}

/** The first word, unless it has capitals of its own (`eBay`). */
function first(outputs: readonly Output[]): Output[] {
  let begun = false;
  return outputs.map((one) =>
    mapWords(one, ({ value, fixed }) => {
      if (begun || !/[\p{L}\p{N}]/u.test(value)) return value;
      begun = true;
      return fixed
        ? value
        : value.replace(/\p{L}\S*/u, (word) => (word === word.toLowerCase() ? capital(word) : word));
    }),
  );
}

/** The first word large, the others as they are: a title that is all capitals is made small first. */
function sentence(outputs: readonly Output[]): Output[] {
  const shouted = isShouted(outputs.map(plain).join(''));
  return first(
    outputs.map((one) =>
      mapWords(one, ({ value, fixed }) => (shouted && !fixed ? value.toLowerCase() : value)),
    ),
  );
}

/** Every word large but the small ones, which are so at the beginning, at the end and behind a colon. */
function title(outputs: readonly Output[]): Output[] {
  const whole = outputs.map(plain).join('');
  const shouted = isShouted(whole);
  const last = whole.search(/[^\s\-–—/]+\W*$/u);
  const start = whole.search(/[\p{L}\p{N}]/u);
  let at = 0;
  return outputs.map((one) =>
    mapWords(one, ({ value, fixed }) => {
      const here = at;
      at += value.length;
      if (fixed) return value;
      return value.replace(WORD, (word, index: number) => {
        const spelled = shouted ? word.toLowerCase() : word;
        if (spelled !== spelled.toLowerCase()) return spelled;
        const place = here + index;
        // The rest of a word whose first letter is fixed.
        if (/[\p{L}\p{N}]/u.test(whole[place - 1] ?? '')) return spelled;
        const begins =
          place <= start || /[:?!—][\s"“‘([]*$/u.test(whole.slice(Math.max(0, place - 5), place));
        // A sign such as α is no word.
        if (/^[^\p{Script=Latin}]$/u.test(spelled)) return spelled;
        return SMALL.has(spelled) && !begins && place !== last ? spelled : capital(spelled);
      });
    }),
  );
}

function isShouted(text: string): boolean {
  return text === text.toUpperCase() && /\p{Lu}/u.test(text);
}
