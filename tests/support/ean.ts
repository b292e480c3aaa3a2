/*
 * Reads an EAN-13 as a scanner does, from where its bars are. It knows nothing of how they were drawn: the table is that of
 * ISO/IEC 15420 as strips of dark (1) and light (0) modules.
 */
const LEFT = [
  '0001101',
  '0011001',
  '0010011',
  '0111101',
  '0100011',
  '0110001',
  '0101111',
  '0111011',
  '0110111',
  '0001011',
];
const inverted = (code: string): string => [...code].map((one) => (one === '1' ? '0' : '1')).join('');
const RIGHT = LEFT.map(inverted);
const EVEN = RIGHT.map((code) => [...code].reverse().join(''));
const FIRST = [
  'OOOOOO',
  'OOEOEE',
  'OOEEOE',
  'OOEEEO',
  'OEOOEE',
  'OEEOOE',
  'OEEEOO',
  'OEOEOE',
  'OEOEEO',
  'OEEOEO',
];

/** @param bars where each begins, and how wide it is, from left to right, in any unit */
export function readEan(bars: readonly (readonly [number, number])[]): string {
  const [first] = bars;
  const last = bars.at(-1);
  if (!first || !last) throw new Error('there are no bars');
  const module = (last[0] + last[1] - first[0]) / 95;
  const modules = Array.from({ length: 95 }, () => '0');
  for (const [at, width] of bars) {
    const from = (at - first[0]) / module;
    const count = width / module;
    if (Math.abs(from - Math.round(from)) > 0.15 || Math.abs(count - Math.round(count)) > 0.15)
      throw new Error(`a bar of ${count} modules at ${from}`);
    for (let i = 0; i < Math.round(count); i++) modules[Math.round(from) + i] = '1';
  }
  const code = modules.join('');
  if (code.slice(0, 3) !== '101' || code.slice(45, 50) !== '01010' || code.slice(92) !== '101')
    throw new Error(`no guards in ${code}`);
  let parity = '';
  let digits = '';
  for (let i = 0; i < 6; i++) {
    const one = code.slice(3 + i * 7, 10 + i * 7);
    const odd = LEFT.indexOf(one);
    const even = EVEN.indexOf(one);
    if (odd < 0 && even < 0) throw new Error(`no digit ${one}`);
    parity += odd >= 0 ? 'O' : 'E';
    digits += Math.max(odd, even);
  }
  for (let i = 0; i < 6; i++) {
    const digit = RIGHT.indexOf(code.slice(50 + i * 7, 57 + i * 7));
    if (digit < 0) throw new Error('no digit on the right');
    digits += digit;
  }
  return `${FIRST.indexOf(parity)}${digits}`;
}
