/**
 * An order in which every stretch holds the classes nearly in proportion: the members of a class of n are
 * spread evenly, at (rank + ½)/n of the way, so between the shares a and b of the way there are (b − a)·n of
 * them, to within one. Members of a class keep the order given.
 */
export function stratify(order: Int32Array, classes: ArrayLike<number>): Int32Array {
  const sizes = new Map<number, number>();
  for (const row of order) sizes.set(classes[row]!, (sizes.get(classes[row]!) ?? 0) + 1);
  const seen = new Map<number, number>();
  const placed = Array.from(order, (row) => {
    const own = classes[row]!;
    const rank = seen.get(own) ?? 0;
    seen.set(own, rank + 1);
    return { row, own, at: (rank + 0.5) / sizes.get(own)! };
  });
  placed.sort((a, b) => a.at - b.at || a.own - b.own);
  return Int32Array.from(placed, ({ row }) => row);
}
