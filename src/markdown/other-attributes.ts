import { byName } from '../config/other-tools.js';

/** What other tools have an attribute for, and how it is said here. */
const INSTEAD: Readonly<Record<string, readonly string[]>> = {
  'Write caption="…".': ['lst-cap', 'filename', 'title', 'name'],
  'Write widths="30 70", in percent, where the caption of the table is.': ['tbl-colwidths', 'colwidths'],
  'Put images that are to stand side by side into one paragraph, with nothing between them but spaces.': [
    ...['layout-ncol', 'layout-nrow', 'layout'],
  ],
  'Take it out: a figure stands in the middle by itself.': ['fig-align', 'align', 'fig-pos', 'fig-env'],
  'Write width=… instead: its width says how large an image is, and its height goes by that.': ['height'],
  'Write .numbered in the braces: lines are counted from one.': [
    ...['code-line-numbers', 'linenums', 'startfrom', 'start-from', 'linenos'],
  ],
  'Write a class, {.centred}, and say in a stylesheet of yours how that looks.': ['custom-style', 'style'],
  'Write n=….': ['count', 'lines', 'number', 'rows'],
  'Write from=… and to=….': ['min', 'max'],
};

const BY_NAME = byName(INSTEAD);

/**
 * What to write for an attribute of another tool.
 * @param takes what the block takes, if it is a block: nothing else is recommended to it
 */
export function saidHere(name: string, takes?: readonly string[]): string | undefined {
  const said = BY_NAME.get(name.toLowerCase());
  if (!takes || !said?.includes('=')) return said;
  return takes.some((one) => said.includes(` ${one}=`)) ? said : undefined;
}
