/** A line that opens or closes code or a block, whatever quotes it stands in, and what follows the fence. */
const FENCE = /^[ \t>]{0,200}(`{3,}|~{3,}|:{3,})([ \t]*)(.?)/;

/**
 * Counts blocks in one another (`:::note`, `::: {.note}`) line by line, as far as one can without parsing: each of them is
 * parsed once more for every one around it.
 * @returns a reader of lines that tells how many are open
 */
export function openFences(): { read(line: string): number } {
  const open: { readonly size: number; readonly div: boolean }[] = [];
  let code: string | undefined;
  const close = (size: number): void => {
    if (size >= (open.at(-1)?.size ?? size)) open.pop();
    // A directive ends with all that is in it; of divs, one ends.
    for (let last = open.at(-1); last && !last.div && last.size <= size; last = open.at(-1)) open.pop();
  };
  return {
    read(line) {
      const [, fence, space, next] = FENCE.exec(line) ?? [];
      if (fence === undefined) return open.length;
      const bare = next === '' || next === '\r';
      if (code !== undefined) {
        if (bare && fence.startsWith(code)) code = undefined;
      } else if (!fence.startsWith(':')) code = fence;
      else if (bare) close(fence.length);
      else open.push({ size: fence.length, div: space !== '' || next === '{' });
      return open.length;
    },
  };
}
