/** An address without its percent signs (as it is, if they make no sense), its letters composed as names of files are. */
export function decode(url: string): string {
  try {
    return decodeURIComponent(url).normalize('NFC');
  } catch {
    return url.normalize('NFC');
  }
}

/** The address of a file: its path, with percent signs where they are needed. */
export function encode(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
