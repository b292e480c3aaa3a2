/**
 * The last of a list that begins at a place or before it.
 * @param list in the order of where its members begin
 * @returns the first where none does; `undefined` of an empty list
 */
export function lastAt<Member>(
  list: readonly Member[],
  startOf: (member: Member) => number,
  place: number,
): Member | undefined {
  let [low, high] = [0, list.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (startOf(list[middle] as Member) <= place) low = middle;
    else high = middle - 1;
  }
  return list[low];
}
