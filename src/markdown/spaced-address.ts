/** What a picture, a page or a file to download ends with: words in parentheses behind a bracket need not be an address. */
const ENDING =
  '(?:png|jpe?g|gif|svg|webp|avif|heic|tiff?|bmp|md|markdown|html?|pdf|txt|docx?|csv|zip|mp[34])';
const WRITTEN =
  String.raw`(?<!\\)(?:(!?)\[[^\]]{0,500})?\]\([ \t]*` +
  String.raw`((?!<)(?=[^\s<>]+[ \t])(?:(?:[^()<>\n"“”]|\([^()\n]*\))+\.${ENDING}(?:#[^()<>\n"“”]*[^()<>\s"“”])?|#[\p{L}\p{N}][^()<>\n"“”]*[^()<>\s"“”]))` +
  String.raw`(?:[ \t]+["'“”„«‘’‚].*?["'“”»‘’])?[ \t]*\)`;

/** An image or a link whose address has a space in it, which Markdown takes for neither: `!` of an image, and the address. */
export const SPACED_ADDRESS = new RegExp(WRITTEN, 'giu');
const AT_END = new RegExp(`${WRITTEN}$`, 'iu');

/** Whether text ends with such a one: braces behind it were meant for what has not come of it. */
export function endsInSpacedAddress(text: string): boolean {
  return AT_END.test(text);
}

/** In prose an address of the web that has become a link by itself is one sign. */
const WEB = String.raw`(?:\ufffc|https?:\/\/[^\s()[\]<>]+)`;
const ADDRESS = String.raw`(?:${WEB}|[^\s()[\]<>"“”]+\.${ENDING}(?:#[^\s()[\]<>"“”]*)?)`;
/** Behind an address that no parenthesis closes the sentence goes on. */
const ENDS = String.raw`(?=[.,;:!?]?(?:\s|$))`;
const BRACKETS = String.raw`(!?)\[[^[\]\n]{0,300}\]`;

/** Where brackets, parentheses and marks do not stand as Markdown wants them: `!` of an image, and the address. */
export const MISPLACED_ADDRESS = {
  spaced: String.raw`${BRACKETS}\((${WEB}[ \t]+[^()<>\n"“”„«]+)\)`,
  title: String.raw`${BRACKETS}\((${WEB})[ \t]+["“”„«][^\n]*["“”»]\)`,
  /** A space parts the brackets from the address; a number, a box to tick and “[sic]” stand for themselves. */
  parted: String.raw`(!?)\[(?!(?:\d+|[ x]|sic)\])[^[\]\n]{1,300}\][ \t]+\((${ADDRESS})\)`,
  /** The address is in the brackets, and the words are in the parentheses; such a link takes the bracket along. What is called, `f(x)[y]`, is code. */
  turned: String.raw`(?<!\w)(!?)\([^()\n]{1,300}\)\[(?:\ufffc|(${ADDRESS})\](?![[(:]))`,
  /** The parenthesis that the address stands in is never closed. */
  open: String.raw`${BRACKETS}\((${ADDRESS})${ENDS}(?![^()\n]*\))`,
};

/** Whether text begins with an address whose parenthesis is never closed. */
export function beginsOpenAddress(text: string): boolean {
  return OPEN_ADDRESS.test(text);
}

const OPEN_ADDRESS = new RegExp(`^${ADDRESS}${ENDS}`, 'iu');
