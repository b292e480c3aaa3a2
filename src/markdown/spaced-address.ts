/** What a picture, a page or a file to download ends with: words in parentheses behind a bracket need not be an address. */
const ENDING =
  '(?:png|jpe?g|gif|svg|webp|avif|heic|tiff?|bmp|md|markdown|html?|pdf|txt|docx?|csv|zip|mp[34])';
const WRITTEN =
  String.raw`(?<!\\)(?:(!?)\[[^\]]{0,500})?\]\([ \t]*` +
  String.raw`((?!<)(?=[^\s<>]+[ \t])(?:[^()<>\n"“”]|\([^()\n]*\))+\.${ENDING}(?:#[\w-]*)?)` +
  String.raw`(?:[ \t]+["'“”„«‘’‚].*?["'“”»‘’])?[ \t]*\)`;

/** An image or a link whose address has a space in it, which Markdown takes for neither: `!` of an image, and the address. */
export const SPACED_ADDRESS = new RegExp(WRITTEN, 'giu');
const AT_END = new RegExp(`${WRITTEN}$`, 'iu');

/** Whether text ends with such a one: braces behind it were meant for what has not come of it. */
export function endsInSpacedAddress(text: string): boolean {
  return AT_END.test(text);
}
