import type { PDFRawStream } from '@cantoo/pdf-lib';
import { bytesOf } from './objects.js';
import { type Operands, visitOperators } from './tokens.js';

/** Bytes that stand for characters, as a number: codes of another length are other codes. */
interface Range {
  readonly length: number;
  readonly low: number;
  readonly high: number;
}

/** A CMap: which bytes are a code (ISO 32000-1, 9.7.6.2), and what a code stands for. */
export interface CMap {
  readonly spaces: readonly Range[];
  /** The Unicode text of a code, of a ToUnicode CMap (9.10.3). */
  unicode(code: number, length: number): string | undefined;
  /** The CID of a code, of an Encoding (9.7.5). */
  cid(code: number, length: number): number | undefined;
  /** Whether some code is given a text that has one of these characters in it. */
  gives(characters: readonly string[]): boolean;
  /** As its program says, and not its dictionary. */
  readonly wmode: number;
  /** Names of the CMaps that it builds on. */
  readonly uses: readonly string[];
}

/** Reads what is in the stream itself; what it builds on is only named. */
export function readCMap(stream: PDFRawStream): CMap {
  const spaces: Range[] = [];
  const texts: (Range & { readonly text: string })[] = [];
  const cids: (Range & { readonly cid: number })[] = [];
  const uses: string[] = [];
  let wmode = 0;
  const ranges = (operands: Operands, step: number, take: (range: Range, at: number) => void): void => {
    for (let at = 0; at + step <= operands.count; at += step) {
      const low = operands.string(at);
      const high = operands.string(at + (step === 3 ? 1 : 0));
      if (low && high) take({ length: low.length, low: numberOf(low), high: numberOf(high) }, at + step - 1);
    }
  };
  visitOperators(bytesOf(stream), (operator, operands) => {
    if (operator === 'endcodespacerange') {
      for (let at = 0; at + 1 < operands.count; at += 2) {
        const [low, high] = [operands.string(at), operands.string(at + 1)];
        if (low && high) spaces.push({ length: low.length, low: numberOf(low), high: numberOf(high) });
      }
    } else if (operator === 'endcidrange' || operator === 'endcidchar') {
      ranges(operands, operator === 'endcidrange' ? 3 : 2, (range, at) => {
        const cid = operands.number(at);
        if (cid !== undefined) cids.push({ ...range, cid });
      });
    } else if (operator === 'endbfchar') {
      ranges(operands, 2, (range, at) => texts.push({ ...range, text: utf16(operands.string(at)) }));
    } else if (operator === 'endbfrange') texts.push(...bfRanges(operands));
    else if (operator === 'def' && operands.name(operands.count - 2) === 'WMode')
      wmode = operands.number(operands.count - 1) ?? 0;
    else if (operator === 'usecmap') uses.push(operands.name(operands.count - 1) ?? '');
  });
  const find = <T extends Range>(list: readonly T[], code: number, length: number): T | undefined =>
    list.find((range) => range.length === length && code >= range.low && code <= range.high);
  return {
    spaces,
    wmode,
    uses,
    unicode(code, length) {
      const range = find(texts, code, length);
      return range && onwards(range.text, code - range.low);
    },
    cid(code, length) {
      const range = find(cids, code, length);
      return range && range.cid + code - range.low;
    },
    gives: (characters) =>
      texts.some(({ text, low, high }) => {
        // All but the last character of a text is the same in the whole of its range.
        const last = text.charCodeAt(text.length - 1);
        return characters.some((character) => {
          const code = character.charCodeAt(0);
          return text.slice(0, -1).includes(character) || (code >= last && code <= last + high - low);
        });
      }),
  };
}

/** `<00> <05> <0041>` or `<00> <01> [<0041> <00660066>]`. */
function bfRanges(operands: Operands): (Range & { readonly text: string })[] {
  const found: (Range & { readonly text: string })[] = [];
  let at = 0;
  while (at + 2 < operands.count) {
    const [from, to] = [operands.string(at), operands.string(at + 1)];
    at += 2;
    if (!from || !to) continue;
    const { length } = from;
    const [low, high] = [numberOf(from), numberOf(to)];
    if (!operands.isArrayStart(at)) {
      found.push({ length, low, high, text: utf16(operands.string(at++)) });
      continue;
    }
    for (let code = low; ++at < operands.count && !operands.isArrayEnd(at); code++)
      found.push({ length, low: code, high: code, text: utf16(operands.string(at)) });
    at++;
  }
  return found;
}

const numberOf = (bytes: Uint8Array): number => bytes.reduce((sum, byte) => sum * 256 + byte, 0);

function utf16(bytes: Uint8Array = new Uint8Array()): string {
  let text = '';
  for (let at = 0; at + 1 < bytes.length; at += 2)
    text += String.fromCharCode(((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0));
  return text;
}

/** The text so many codes on in a range: only its last character goes on. */
function onwards(text: string, by: number): string {
  if (by === 0 || text === '') return text;
  return text.slice(0, -1) + String.fromCharCode(text.charCodeAt(text.length - 1) + by);
}

/** CMaps that a reader has of its own, by character collection, with the supplement they are of (ISO 32000-1, table 118). */
const PREDEFINED: Readonly<Record<string, string>> = {
  GB1: `GB-EUC-H:0 GB-EUC-V:0 GBpc-EUC-H:0 GBpc-EUC-V:0 GBK-EUC-H:2 GBK-EUC-V:2 GBKp-EUC-H:2 GBKp-EUC-V:2 GBK2K-H:4
    GBK2K-V:4 UniGB-UCS2-H:4 UniGB-UCS2-V:4 UniGB-UTF16-H:4 UniGB-UTF16-V:4`,
  CNS1: `B5pc-H:0 B5pc-V:0 HKscs-B5-H:3 HKscs-B5-V:3 ETen-B5-H:0 ETen-B5-V:0 ETenms-B5-H:0 ETenms-B5-V:0 CNS-EUC-H:0
    CNS-EUC-V:0 UniCNS-UCS2-H:3 UniCNS-UCS2-V:3 UniCNS-UTF16-H:4 UniCNS-UTF16-V:4`,
  Japan1: `83pv-RKSJ-H:1 90ms-RKSJ-H:2 90ms-RKSJ-V:2 90msp-RKSJ-H:2 90msp-RKSJ-V:2 90pv-RKSJ-H:1 Add-RKSJ-H:1 Add-RKSJ-V:1
    EUC-H:1 EUC-V:1 Ext-RKSJ-H:2 Ext-RKSJ-V:2 H:1 V:1 UniJIS-UCS2-H:4 UniJIS-UCS2-V:4 UniJIS-UCS2-HW-H:4
    UniJIS-UCS2-HW-V:4 UniJIS-UTF16-H:5 UniJIS-UTF16-V:5`,
  Korea1: `KSC-EUC-H:0 KSC-EUC-V:0 KSCms-UHC-H:1 KSCms-UHC-V:1 KSCms-UHC-HW-H:1 KSCms-UHC-HW-V:1 KSCpc-EUC-H:0
    UniKS-UCS2-H:1 UniKS-UCS2-V:1 UniKS-UTF16-H:2 UniKS-UTF16-V:2`,
  Identity: 'Identity-H:0 Identity-V:0',
};

/** A set of characters, by who has made it (ISO 32000-1, 9.7.3). */
export interface Collection {
  readonly registry: string | undefined;
  readonly ordering: string | undefined;
  readonly supplement: number | undefined;
}

/** What each predefined CMap is made for, by its name. */
export const PREDEFINED_CMAPS: ReadonlyMap<string, Collection> = new Map(
  Object.entries(PREDEFINED).flatMap(([ordering, names]) =>
    names.split(/\s+/).map((pair): [string, Collection] => {
      const [name = '', supplement] = pair.split(':');
      return [name, { registry: 'Adobe', ordering, supplement: Number(supplement) }];
    }),
  ),
);
