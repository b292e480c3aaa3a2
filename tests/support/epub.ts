import { posix } from 'node:path';
import JSZip from 'jszip';
import { parseXml, type XmlElement } from './xml.js';

/** An entry of a table of contents. */
export interface NavEntry {
  readonly title: string;
  readonly href: string;
  readonly children: readonly NavEntry[];
}

/** One `<meta>` or Dublin Core element of the package document. */
export interface MetadataEntry {
  /** `dc:title`, or the property of a `<meta>`. */
  readonly name: string;
  readonly value: string;
  readonly id: string | undefined;
  readonly refines: string | undefined;
}

/** An EPUB, opened: what a reader would find in it. File names are relative to the package document. */
export interface Epub {
  /** Is `mimetype` the first entry, stored, with the right content and no extra field (OCF 3.3, 4.2.1)? */
  readonly mimetypeFirst: boolean;
  /** Names in the order of the archive. */
  readonly files: readonly string[];
  readonly bytes: ReadonlyMap<string, Uint8Array>;
  readonly opf: {
    readonly root: XmlElement;
    readonly metadata: readonly MetadataEntry[];
    readonly manifest: readonly Readonly<Record<string, string>>[];
    /** Files in reading order. */
    readonly spine: readonly string[];
    readonly direction: string | undefined;
    readonly guide: readonly Readonly<Record<string, string>>[];
  };
  readonly nav: {
    readonly toc: readonly NavEntry[];
    readonly landmarks: readonly (NavEntry & { type: string })[];
    /** Printed pages; empty where none are listed. */
    readonly pages: readonly { readonly label: string; readonly href: string }[];
  };
  readonly ncx: {
    readonly toc: readonly NavEntry[];
    readonly playOrders: readonly string[];
    readonly pages: readonly { readonly label: string; readonly href: string; readonly playOrder: string }[];
    readonly uid: string;
  };
  readonly documents: ReadonlyMap<string, XmlElement>;
  /** Every value of a metadata name, in order. */
  meta(name: string): string[];
  /** What is said of the element with an id: `refinements('creator-1').role`. */
  refinements(id: string): Record<string, string>;
  textOf(file: string): string;
  /** All text of a file behind the element that a link names; throws if there is none. */
  textBehind(href: string): string;
  /** Every `href` and `src` that leads nowhere inside the package, as `file → link`. */
  brokenLinks(): string[];
}

/** Opens an EPUB and parses all of its XML strictly: what is not well-formed throws. */
export async function openEpub(buffer: Uint8Array): Promise<Epub> {
  const zip = await JSZip.loadAsync(buffer);
  const files = Object.keys(zip.files);
  const bytes = new Map<string, Uint8Array>();
  for (const name of files) {
    const entry = zip.file(name);
    if (entry) bytes.set(name, await entry.async('uint8array'));
  }
  const xml = (name: string) => {
    const content = bytes.get(name);
    if (!content) throw new Error(`${name} is not in the EPUB`);
    return parseXml(new TextDecoder('utf-8', { fatal: true }).decode(content), name);
  };
  const opfPath = xml('META-INF/container.xml').one('rootfile').attributes['full-path'] ?? '';
  const root = xml(opfPath);
  const inPackage = (href: string) => posix.join(posix.dirname(opfPath), href);
  const manifest = root
    .one('manifest')
    .all('item')
    .map(({ attributes }) => attributes);
  const byId = new Map(manifest.map((item) => [item.id, item.href ?? '']));
  const documents = new Map(
    manifest
      .filter((item) => item['media-type'] === 'application/xhtml+xml')
      .map((item) => [item.href ?? '', xml(inPackage(item.href ?? ''))]),
  );
  const spine = root.one('spine');
  const metadata = root.one('metadata').elements.map((element) => ({
    name: element.attributes.property ?? element.attributes.name ?? element.name,
    value: element.attributes.content ?? element.text,
    id: element.attributes.id,
    refines: element.attributes.refines?.slice(1),
  }));
  const navFile = manifest.find((item) => item.properties?.split(' ').includes('nav'))?.href ?? '';
  const navs = documents.get(navFile)?.all('nav') ?? [];
  const navOf = (type: string) => navs.find((nav) => nav.attributes['epub:type'] === type);
  const ncxFile = manifest.find((item) => item['media-type'] === 'application/x-dtbncx+xml')?.href ?? '';
  const ncx = xml(inPackage(ncxFile));
  const resolve = (href: string, from: string) => {
    const [file = '', fragment] = href.split('#');
    return { file: file === '' ? from : posix.join(posix.dirname(from), decodeURI(file)), fragment };
  };

  return {
    mimetypeFirst: new TextDecoder('latin1').decode(buffer.slice(30, 58)) === 'mimetypeapplication/epub+zip',
    files,
    bytes,
    opf: {
      root,
      metadata,
      manifest,
      spine: spine.all('itemref').map(({ attributes }) => byId.get(attributes.idref ?? '') ?? ''),
      direction: spine.attributes['page-progression-direction'],
      guide: root.all('reference').map(({ attributes }) => attributes),
    },
    nav: {
      toc: entries(navOf('toc')?.elements.find(({ name }) => name === 'ol')),
      pages: (navOf('page-list')?.all('a') ?? []).map((link) => ({
        label: link.text,
        href: link.attributes.href ?? '',
      })),
      landmarks: (navOf('landmarks')?.all('a') ?? []).map((link) => ({
        type: link.attributes['epub:type'] ?? '',
        title: link.text,
        href: link.attributes.href ?? '',
        children: [],
      })),
    },
    ncx: {
      toc: points(ncx.one('navMap')),
      playOrders: ncx.all('navPoint').map(({ attributes }) => attributes.playOrder ?? ''),
      pages: ncx.all('pageTarget').map((target) => ({
        label: target.one('text').text,
        href: target.one('content').attributes.src ?? '',
        playOrder: target.attributes.playOrder ?? '',
      })),
      uid: ncx.all('meta').find(({ attributes }) => attributes.name === 'dtb:uid')?.attributes.content ?? '',
    },
    documents,
    meta: (name) => metadata.filter((entry) => entry.name === name).map(({ value }) => value),
    refinements: (id) =>
      Object.fromEntries(
        metadata.filter(({ refines }) => refines === id).map(({ name, value }) => [name, value]),
      ),
    textOf: (file) => documents.get(file)?.one('body').text ?? '',
    textBehind: (href) => {
      const [file = '', id] = href.split('#');
      let text: string | undefined;
      const walk = (node: XmlElement): void => {
        if (node.attributes.id === id) text = '';
        for (const child of node.content)
          if (typeof child !== 'string') walk(child);
          else if (text !== undefined) text += child;
      };
      walk(documents.get(file)?.one('body') ?? root);
      if (text === undefined) throw new Error(`${href} leads nowhere`);
      return text;
    },
    brokenLinks: () => {
      const ids = new Map(
        [...documents].map(([file, tree]) => [file, new Set(tree.all('*').map((e) => e.attributes.id))]),
      );
      const sources = [...documents, [ncxFile, ncx] as const];
      return sources.flatMap(([from, tree]) =>
        tree.all('*').flatMap(({ attributes }) =>
          [attributes.href, attributes.src, attributes['xlink:href']].flatMap((href) => {
            if (href === undefined || /^[a-z]+:/i.test(href)) return [];
            const { file, fragment } = resolve(href, from);
            const found =
              bytes.has(inPackage(file)) && (!fragment || ids.get(file)?.has(decodeURIComponent(fragment)));
            return found ? [] : [`${from} → ${href}`];
          }),
        ),
      );
    },
  };
}

function entries(list: XmlElement | undefined): NavEntry[] {
  return (list?.elements ?? []).map((item) => {
    const [label] = item.elements;
    const under = item.elements.find(({ name }) => name === 'ol');
    return { title: label?.text ?? '', href: label?.attributes.href ?? '', children: entries(under) };
  });
}

function points(parent: XmlElement): NavEntry[] {
  return parent.elements
    .filter(({ name }) => name === 'navPoint')
    .map((point) => ({
      title: point.one('text').text,
      href: point.one('content').attributes.src ?? '',
      children: points(point),
    }));
}
