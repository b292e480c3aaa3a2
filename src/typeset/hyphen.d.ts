/** The `hyphen` package carries no types: each language exports the same two functions. */
declare module 'hyphen/*/index.js' {
  const language: {
    /** Puts soft hyphens (U+00AD) where the words of a text may break. */
    hyphenateSync(text: string): string;
    hyphenate(text: string): Promise<string>;
  };
  export default language;
}
