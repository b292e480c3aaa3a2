/** CSS pixels as points. */
export const points = (pixels: number): number => pixels * 0.75;
