import { getDocument, OPS, Util } from './pdfjs.js';

/** What is painted on a page beside text: the box of each path, in points from the upper left corner. */
export interface Rule {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Reads every path that is filled or stroked, by page. */
export function rulesOf(bytes: Uint8Array): Promise<Rule[][]> {
  return pathsOf(bytes, (kind) => kind !== OPS.endPath);
}

/** Reads every path by which what is painted behind it is cut, by page. */
export function clipsOf(bytes: Uint8Array): Promise<Rule[][]> {
  return pathsOf(bytes, (kind) => kind === OPS.endPath);
}

async function pathsOf(bytes: Uint8Array, isWanted: (kind: unknown) => boolean): Promise<Rule[][]> {
  const document = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise;
  const pages: Rule[][] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { height: top } = page.getViewport({ scale: 1 });
    const { fnArray, argsArray } = await page.getOperatorList();
    const rules: Rule[] = [];
    const saved: number[][] = [];
    let place: number[] = [1, 0, 0, 1, 0, 0];
    let pen = 1;
    for (const [i, operator] of fnArray.entries()) {
      const args = argsArray[i] as unknown[];
      if (operator === OPS.save) saved.push(place);
      else if (operator === OPS.restore) place = saved.pop() ?? place;
      else if (operator === OPS.transform) place = Util.transform(place, args as number[]);
      else if (operator === OPS.setLineWidth) pen = Number(args[0]);
      else if (operator === OPS.constructPath && isWanted(args[0])) {
        const [x1, y1, x2, y2] = args[2] as [number, number, number, number];
        const xs = [x1, x2].map((x) => x * (place[0] ?? 1) + (place[4] ?? 0));
        const ys = [y1, y2].map((y) => y * (place[3] ?? 1) + (place[5] ?? 0));
        const [left, right] = [Math.min(...xs), Math.max(...xs)];
        const [low, high] = [Math.min(...ys), Math.max(...ys)];
        // What is drawn with a pen reaches half its width beyond the path.
        const by = args[0] === OPS.stroke ? (pen * Math.abs(place[0] ?? 1)) / 2 : 0;
        rules.push({
          left: left - by,
          top: top - high - by,
          width: right - left + 2 * by,
          height: high - low + 2 * by,
        });
      }
    }
    pages.push(rules);
  }
  await document.destroy();
  return pages;
}
