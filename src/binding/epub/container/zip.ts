import JSZip from 'jszip';

/** The earliest date that a ZIP entry can have. */
const EPOCH = Date.UTC(1980, 0, 1);

/**
 * Closes the container (EPUB OCF 3.3, 4.2): `mimetype` first and stored, then the container file, then the rest by name;
 * no folder entries, no file modes, every entry with the same date. The same files give the same bytes in any time zone.
 */
export async function seal(files: ReadonlyMap<string, Uint8Array>, modified: Date): Promise<Uint8Array> {
  const zip = new JSZip();
  const date = new Date(Math.max(modified.getTime(), EPOCH));
  const options = { date, createFolders: false, unixPermissions: null, binary: true };
  zip.file('mimetype', 'application/epub+zip', { ...options, compression: 'STORE' });
  const first = 'META-INF/container.xml';
  const names = [...files.keys()].filter((name) => name !== 'mimetype' && name !== first).sort();
  for (const name of [first, ...names]) {
    const bytes = files.get(name);
    if (bytes) zip.file(name, bytes, options);
  }
  return zip.generateAsync({
    type: 'uint8array',
    compression: 'DEFLATE',
    compressionOptions: { level: 9 },
    platform: 'DOS',
  });
}

/** Every file in a container that is still open, folders left out. */
export async function unpack(zip: JSZip): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const entry of Object.values(zip.files)) {
    if (!entry.dir) files.set(entry.name, await entry.async('uint8array'));
  }
  return files;
}
