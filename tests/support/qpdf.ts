import qpdf from '@neslinesli93/qpdf-wasm';

/** What the package's types leave out. */
type Start = (options: { readonly noInitialRun: true }) => Promise<{
  readonly FS: { writeFile(path: string, bytes: Uint8Array): void };
  callMain(args: readonly string[]): number;
}>;

/** What qpdf's exit codes say of a file. */
const SAYS: Readonly<Record<number, string>> = { 2: 'qpdf cannot read it', 3: 'qpdf warns of it' };

/**
 * Lets qpdf read all of a PDF (every object, every stream, its table of objects) and write it anew.
 * @returns nothing if it has nothing to say; what it says is on the console
 */
export async function qpdfFaults(bytes: Uint8Array): Promise<string[]> {
  const { FS, callMain } = await (qpdf as unknown as Start)({ noInitialRun: true });
  FS.writeFile('/in.pdf', bytes);
  const code = callMain(['--stream-data=uncompress', '--decode-level=specialized', '/in.pdf', '/out.pdf']);
  return code === 0 ? [] : [SAYS[code] ?? `qpdf ends with ${code}`];
}
