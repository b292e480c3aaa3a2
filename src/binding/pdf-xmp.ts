import type { Element, ElementContent } from 'xast';
import { toXml } from 'xast-util-to-xml';
import { licenseOf } from '../language/license.js';
import type { Metadata } from '../model/metadata.js';

const NAMESPACES = {
  'xmlns:rdf': 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:xmp': 'http://ns.adobe.com/xap/1.0/',
  'xmlns:pdf': 'http://ns.adobe.com/pdf/1.3/',
  'xmlns:xmpRights': 'http://ns.adobe.com/xap/1.0/rights/',
};

const UA = { 'xmlns:pdfuaid': 'http://www.aiim.org/pdfua/ns/id/' };

const X = {
  'xmlns:pdfxid': 'http://www.npes.org/pdfx/ns/id/',
  'xmlns:xmpMM': 'http://ns.adobe.com/xap/1.0/mm/',
};

const A = { 'xmlns:pdfaid': 'http://www.aiim.org/pdfa/ns/id/' };
const EXTENSION = {
  'xmlns:pdfaExtension': 'http://www.aiim.org/pdfa/ns/extension/',
  'xmlns:pdfaSchema': 'http://www.aiim.org/pdfa/ns/schema#',
  'xmlns:pdfaProperty': 'http://www.aiim.org/pdfa/ns/property#',
};

/** PDF/A wants every property described, and before it stands, that it does not know itself (ISO 19005-2, 6.6.2.3.2): the claim of PDF/UA is one. */
const UA_SCHEMA = element('rdf:Description', { 'rdf:about': '', ...EXTENSION }, [
  element('pdfaExtension:schemas', {}, [
    element('rdf:Bag', {}, [
      element('rdf:li', { 'rdf:parseType': 'Resource' }, [
        text('pdfaSchema:schema', 'PDF/UA identification schema'),
        text('pdfaSchema:namespaceURI', UA['xmlns:pdfuaid']),
        text('pdfaSchema:prefix', 'pdfuaid'),
        element('pdfaSchema:property', {}, [
          element('rdf:Seq', {}, [
            element('rdf:li', { 'rdf:parseType': 'Resource' }, [
              text('pdfaProperty:name', 'part'),
              text('pdfaProperty:valueType', 'Integer'),
              text('pdfaProperty:category', 'internal'),
              text('pdfaProperty:description', 'Part of ISO 14289 that the file meets'),
            ]),
          ]),
        ]),
      ]),
    ]),
  ]),
]);

/** The standards that a file says it meets. */
export interface Claims {
  /** PDF/UA-1, ISO 14289-1, 5. */
  readonly ua: boolean;
  /** PDF/X-4, ISO 15930-7. */
  readonly x: boolean;
  /** PDF/A-2u, ISO 19005-2. */
  readonly a: boolean;
}

/** The metadata as an XMP packet (ISO 16684-1), in UTF-8; properties that the book does not have are left out. */
export function xmpPacket(
  metadata: Metadata,
  tools: { readonly creator: string; readonly producer: string },
  claims: Claims,
): Uint8Array {
  const namespaces = {
    ...NAMESPACES,
    ...(claims.ua ? UA : {}),
    ...(claims.x ? X : {}),
    ...(claims.a ? A : {}),
  };
  const description = element('rdf:Description', { 'rdf:about': '', ...namespaces }, [
    text('dc:format', 'application/pdf'),
    text('dc:identifier', metadata.identifier),
    alternatives('dc:title', metadata.title),
    list(
      'dc:creator',
      'rdf:Seq',
      metadata.authors.map(({ name }) => name),
    ),
    list(
      'dc:contributor',
      'rdf:Bag',
      metadata.contributors.map(({ name }) => name),
    ),
    alternatives('dc:description', metadata.description),
    list('dc:subject', 'rdf:Bag', [...metadata.subjects, ...metadata.keywords]),
    list('dc:publisher', 'rdf:Bag', metadata.publisher ? [metadata.publisher] : []),
    alternatives('dc:rights', metadata.rights),
    list('dc:language', 'rdf:Bag', [metadata.lang]),
    list('dc:date', 'rdf:Seq', metadata.date ? [metadata.date] : []),
    text('xmpRights:WebStatement', metadata.license && licenseOf(metadata.license).address),
    text('xmp:CreateDate', metadata.modified),
    text('xmp:ModifyDate', metadata.modified),
    text('xmp:MetadataDate', metadata.modified),
    text('xmp:CreatorTool', tools.creator),
    text('pdf:Producer', tools.producer),
    text('pdf:Keywords', keywordsOf(metadata)),
    text('pdfuaid:part', claims.ua ? '1' : undefined),
    ...(claims.a ? [text('pdfaid:part', '2'), text('pdfaid:conformance', 'U')] : []),
    ...(claims.x
      ? [
          text('pdfxid:GTS_PDFXVersion', 'PDF/X-4'),
          text('xmpMM:DocumentID', metadata.identifier),
          text('xmpMM:VersionID', '1'),
          text('xmpMM:RenditionClass', 'default'),
          text('pdf:Trapped', 'False'),
        ]
      : []),
  ]);
  const packet = element('x:xmpmeta', { 'xmlns:x': 'adobe:ns:meta/' }, [
    element('rdf:RDF', { 'xmlns:rdf': NAMESPACES['xmlns:rdf'] }, [
      claims.a && claims.ua ? UA_SCHEMA : undefined,
      description,
    ]),
  ]);
  // The wrapper lets a program find the packet without reading the PDF; the id is the standard's, the same in every file.
  const xml = `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>\n${toXml(packet)}\n<?xpacket end="r"?>`;
  return new TextEncoder().encode(xml);
}

/** The keywords as one line: the information dictionary and XMP must say the same. */
export function keywordsOf(metadata: Metadata): string | undefined {
  return metadata.keywords.length > 0 ? metadata.keywords.join(', ') : undefined;
}

function element(
  name: string,
  attributes: Record<string, string>,
  children: readonly (Element | undefined)[],
): Element {
  return { type: 'element', name, attributes, children: children.filter((child) => child !== undefined) };
}

function text(
  name: string,
  value: string | undefined,
  attributes: Record<string, string> = {},
): Element | undefined {
  if (!value) return undefined;
  const children: ElementContent[] = [{ type: 'text', value }];
  return { type: 'element', name, attributes, children };
}

function list(name: string, kind: 'rdf:Seq' | 'rdf:Bag', values: readonly string[]): Element | undefined {
  if (values.length === 0) return undefined;
  return element(name, {}, [
    element(
      kind,
      {},
      values.map((value) => text('rdf:li', value)),
    ),
  ]);
}

function alternatives(name: string, value: string | undefined): Element | undefined {
  if (!value) return undefined;
  return element(name, {}, [element('rdf:Alt', {}, [text('rdf:li', value, { 'xml:lang': 'x-default' })])]);
}
