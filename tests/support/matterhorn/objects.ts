import { inflateSync } from 'node:zlib';
import {
  decodePDFRawStream,
  PDFArray,
  PDFBool,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  type PDFRef,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib';

/*
 * Entries of dictionaries, whatever they should be and are not: a file that is checked may have anything anywhere.
 */

/** The entry with references followed; nothing for null, which ISO 32000-1 takes for no entry at all (7.3.7). */
export function entry(dict: PDFDict | undefined, key: string): PDFObject | undefined {
  return dict?.lookup(PDFName.of(key));
}

/** An entry that is a dictionary or a stream, of which it is the dictionary. */
export function dictAt(dict: PDFDict | undefined, key: string): PDFDict | undefined {
  return asDict(entry(dict, key));
}

/** A dictionary, or that of a stream. */
export function asDict(value: PDFObject | undefined): PDFDict | undefined {
  if (value instanceof PDFStream) return value.dict;
  return value instanceof PDFDict ? value : undefined;
}

/** An entry that is a stream. */
export function streamAt(dict: PDFDict | undefined, key: string): PDFRawStream | undefined {
  const value = entry(dict, key);
  return value instanceof PDFRawStream ? value : undefined;
}

/** The members of an array with references followed; one that is no array is an array of itself. */
export function listAt(dict: PDFDict | undefined, key: string): PDFObject[] {
  return asList(entry(dict, key));
}

/** The members of an array, as above. */
export function asList(value: PDFObject | undefined): PDFObject[] {
  if (!(value instanceof PDFArray)) return value ? [value] : [];
  const list: PDFObject[] = [];
  for (let index = 0; index < value.size(); index++) {
    const member = value.lookup(index);
    if (member) list.push(member);
  }
  return list;
}

/** An entry that is a name. */
export function nameAt(dict: PDFDict | undefined, key: string): string | undefined {
  return asName(entry(dict, key));
}

/** What a name says, its escapes undone. */
export function asName(value: PDFObject | undefined): string | undefined {
  return value instanceof PDFName ? value.decodeText() : undefined;
}

/** An entry that is a number. */
export function numberAt(dict: PDFDict | undefined, key: string): number | undefined {
  return asNumber(entry(dict, key));
}

/** The value of a number. */
export function asNumber(value: PDFObject | undefined): number | undefined {
  return value instanceof PDFNumber ? value.asNumber() : undefined;
}

/** An entry that is a text string. */
export function textAt(dict: PDFDict | undefined, key: string): string | undefined {
  return asText(entry(dict, key));
}

/** What a text string says (ISO 32000-1, 7.9.2.2). */
export function asText(value: PDFObject | undefined): string | undefined {
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined;
}

/** Whether it is `true`, and not a number or a name that might be meant so. */
export function isTrue(value: PDFObject | undefined): boolean {
  return value === PDFBool.True;
}

/** What a stream holds, its filters undone. */
export function bytesOf(stream: PDFRawStream): Uint8Array {
  const plain =
    nameAt(stream.dict, 'Filter') === 'FlateDecode' && !stream.dict.has(PDFName.of('DecodeParms'));
  // The decoder of pdf-lib is written in JavaScript, and a book has megabytes of content.
  return plain ? inflateSync(stream.contents) : decodePDFRawStream(stream).decode();
}

/** All of a number tree or a name tree (ISO 32000-1, 7.9.6 and 7.9.7): a key and its value as it stands, by turns. */
export function* treeEntries(
  root: PDFDict | undefined,
  leaf: 'Nums' | 'Names',
): Generator<[PDFObject, PDFObject]> {
  const seen = new Set<PDFDict>();
  const waiting = root ? [root] : [];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    const pairs = entry(node, leaf);
    if (pairs instanceof PDFArray) {
      for (let index = 0; index + 1 < pairs.size(); index += 2) {
        const key = pairs.lookup(index);
        if (key) yield [key, pairs.get(index + 1)];
      }
    }
    // The first of them is taken next.
    for (const kid of listAt(node, 'Kids').reverse()) if (kid instanceof PDFDict) waiting.push(kid);
  }
}

/** For a sentence: `object 12`. */
export function objectName(ref: PDFRef | undefined): string {
  return ref ? `object ${ref.objectNumber}` : 'a direct object';
}
