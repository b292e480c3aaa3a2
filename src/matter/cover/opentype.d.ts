/** The part of opentype.js that covers are drawn and fields described with; the package carries no types. */
declare module 'opentype.js' {
  /** One stroke of an outline; its coordinates are its number properties. */
  export type Command = { type: string } & Record<string, number | string>;
  export interface Glyph {
    readonly index: number;
    /** In units of the font. */
    readonly advanceWidth?: number;
    getPath(
      x: number,
      y: number,
      size: number,
    ): { readonly commands: Command[]; toPathData(decimals: number): string };
  }
  export interface Font {
    readonly unitsPerEm: number;
    /** In units of the font; what lies below the baseline is negative. */
    readonly ascender: number;
    readonly descender: number;
    readonly tables: {
      readonly head: Readonly<Record<'xMin' | 'yMin' | 'xMax' | 'yMax', number>>;
      readonly os2: { readonly sCapHeight?: number };
    };
    getEnglishName(name: 'postScriptName'): string;
    /** Glyph 0 stands for a character that the font lacks. */
    charToGlyph(char: string): Glyph;
    /** In units of the font. */
    getKerningValue(left: Glyph, right: Glyph): number;
  }
  const opentype: {
    /** @param options with `lowMemory` a glyph is read when it is needed */
    parse(bytes: ArrayBuffer, options: { readonly lowMemory: boolean }): Font;
  };
  export default opentype;
}
