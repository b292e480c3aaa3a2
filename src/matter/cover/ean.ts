/** Sets of the symbol (ISO/IEC 15420, table 1): A as widths of space, bar, space, bar; C is A with bars for spaces, B is C read backwards. */
const WIDTHS = ['3211', '2221', '2122', '1411', '1132', '1231', '1114', '1312', '1213', '3112'] as const;
/** Which set each of the left six digits is of, by the digit before them (table 3): 0 for A, 1 for B. */
const LEADS = [
  '000000',
  '001011',
  '001101',
  '001110',
  '010011',
  '011001',
  '011100',
  '010101',
  '010110',
  '011010',
] as const;

/** Modules of a whole symbol, without its quiet zones; and of these, on the left and on the right. */
export const MODULES = 95;
export const QUIET = { left: 11, right: 7 } as const;

/** A bar: where it begins and how wide it is, in modules from the first bar. */
export interface Bar {
  readonly at: number;
  readonly width: number;
  /** It is one of the guards, which are longer. */
  readonly guard: boolean;
}

/** The number as its bar code has it: 13 digits, an old ISBN under the prefix of books (ISO 2108). */
export function eanOf(isbn: string): string {
  const digits = isbn.replace(/[^\dXx]/g, '');
  if (digits.length === 13) return digits;
  const body = `978${digits.slice(0, 9)}`;
  const sum = [...body].reduce((all, digit, index) => all + Number(digit) * (index % 2 ? 3 : 1), 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
}

/** The bars of an EAN-13. */
export function barsOf(ean: string): Bar[] {
  const bars: Bar[] = [];
  let at = 0;
  /** Draws strips of these widths, light and dark in turn. */
  const strips = (widths: string, dark: boolean, guard: boolean): void => {
    let isDark = dark;
    for (const width of [...widths].map(Number)) {
      if (isDark) bars.push({ at, width, guard });
      at += width;
      isDark = !isDark;
    }
  };
  const reversed = (widths: string): string => [...widths].reverse().join('');
  const lead = LEADS[Number(ean[0])] ?? LEADS[0];
  strips('111', true, true);
  for (let index = 1; index <= 6; index++) {
    const widths = WIDTHS[Number(ean[index])] ?? '';
    strips(lead[index - 1] === '1' ? reversed(widths) : widths, false, false);
  }
  strips('11111', false, true);
  for (let index = 7; index <= 12; index++) strips(WIDTHS[Number(ean[index])] ?? '', true, false);
  strips('111', true, true);
  return bars;
}
