interface Shape {
  readonly width: number;
  readonly height: number;
}

/** How much of a cover may be cut off, of its height or its width: less than what covers keep free of words at their edges. */
const CUT = 0.08;

/** Whether a picture has nearly the shape of a page, so that it can cover that; any other one is shown whole. */
export function nearlyFills(picture: Shape, page: Shape): boolean {
  const shape = (picture.height * page.width) / (picture.width * page.height);
  return Math.min(shape, 1 / shape) >= 1 - CUT;
}
