/** Counts what a drawing comes to when all that it shows again is drawn: ten lines can be a thousand million shapes. */
export interface Expansion {
  open(id: string | undefined): void;
  /** The innermost open element shows another one, by its id. */
  uses(id: string): void;
  close(): void;
  /** Elements of the drawing, with those that are shown again; one more than the most, if there are more. */
  total(most: number): number;
}

/** A named element with what stands in it, up to the next named one. */
interface Shape {
  own: number;
  readonly parts: Shape[];
  readonly uses: string[];
  /** What it comes to, once that is counted. */
  total?: number;
}

/** Longest chain of elements that show one another. A browser follows none that is nearly as long. */
const LONGEST = 500;

export function openExpansion(): Expansion {
  const drawing: Shape = { own: 0, parts: [], uses: [] };
  const named = new Map<string, Shape>();
  const opened: Shape[] = [drawing];
  const inner = (): Shape => opened.at(-1) ?? drawing;
  return {
    open(id) {
      let shape = inner();
      // Only what has a name can be shown again, and of two with one name the first.
      if (id !== undefined && !named.has(id)) {
        const part: Shape = { own: 0, parts: [], uses: [] };
        shape.parts.push(part);
        named.set(id, part);
        shape = part;
      }
      shape.own++;
      opened.push(shape);
    },
    uses: (id) => void inner().uses.push(id),
    close: () => void opened.pop(),
    total(most) {
      const count = (shape: Shape, steps: number): number => {
        if (shape.total !== undefined) return shape.total;
        if (steps > LONGEST) return most + 1;
        // What shows itself is not drawn by any browser.
        shape.total = 0;
        let sum = shape.own;
        for (const part of shape.parts) sum += count(part, steps + 1);
        for (const id of shape.uses) {
          const used = named.get(id);
          if (used) sum += count(used, steps + 1);
        }
        shape.total = Math.min(sum, most + 1);
        return shape.total;
      };
      return count(drawing, 0);
    },
  };
}
