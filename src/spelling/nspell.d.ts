/** What is used of the package, which brings no types along. */
declare module 'nspell' {
  interface Speller {
    correct(word: string): boolean;
    /** Words that were probably meant, likeliest first. */
    suggest(word: string): string[];
  }
  export default function nspell(aff: Uint8Array | string, dic: Uint8Array | string): Speller;
}
