/** Longest wait for one file, in milliseconds, and the most bytes it may have. */
const PATIENCE = 30_000;
const LARGEST = 100 * 1024 * 1024;

/**
 * Loads one file from the network. Only called for hosts that the user named; a redirect is not followed, for it could
 * lead to one that he did not.
 * @returns the bytes, or why there are none
 */
export async function download(url: string): Promise<Uint8Array | string> {
  try {
    const response = await fetch(url, {
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE),
      headers: { accept: 'image/*' },
    });
    if (!response.ok || !response.body) return `the server answered ${response.status}`;
    const parts: Uint8Array[] = [];
    let size = 0;
    for await (const part of response.body) {
      size += part.byteLength;
      if (size > LARGEST) return 'it is larger than 100 MB';
      parts.push(part);
    }
    return Buffer.concat(parts);
  } catch (error) {
    return `it could not be loaded (${(error as { cause?: Error }).cause?.message ?? (error as Error).message})`;
  }
}
