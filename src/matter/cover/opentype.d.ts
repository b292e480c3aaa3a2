/** The part of opentype.js that covers are drawn with; the package carries no types. */
declare module 'opentype.js' {
  /** One stroke of an outline; its coordinates are its number properties. */
  export type Command = { type: string } & Record<string, number | string>;
  export interface Font {
    /** 0 is the glyph of a character that the font lacks. */
    charToGlyphIndex(char: string): number;
    getAdvanceWidth(text: string, size: number): number;
    getPath(
      text: string,
      x: number,
      y: number,
      size: number,
    ): { readonly commands: Command[]; toPathData(decimals: number): string };
  }
  const opentype: {
    /** @param options with `lowMemory` a glyph is read when it is needed */
    parse(bytes: ArrayBuffer, options: { readonly lowMemory: boolean }): Font;
  };
  export default opentype;
}
