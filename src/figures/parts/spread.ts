/**
 * Move positions apart until neighbours are at least `gap` apart, each as near as can be to where it
 * was wanted and all within [low, high] as long as there is room. Order is kept.
 * Least squares by pooling adjacent violators.
 */
export function spread(wanted: number[], gap: number, low: number, high: number): number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
  const blocks: { sum: number; size: number }[] = [];
  order.forEach((index, rank) => {
    // With rank · gap taken off, "at least gap apart" is "not decreasing".
    blocks.push({ sum: (wanted[index] ?? 0) - rank * gap, size: 1 });
    for (;;) {
      const last = blocks.at(-1);
      const before = blocks.at(-2);
      if (!last || !before || before.sum / before.size <= last.sum / last.size) break;
      before.sum += last.sum;
      before.size += last.size;
      blocks.pop();
    }
  });
  const ceiling = Math.max(low, high - gap * (wanted.length - 1));
  const result = new Array<number>(wanted.length).fill(0);
  let rank = 0;
  for (const { sum, size } of blocks) {
    const level = Math.min(Math.max(sum / size, low), ceiling);
    for (let i = 0; i < size; i++, rank++) {
      const index = order[rank];
      if (index !== undefined) result[index] = level + rank * gap;
    }
  }
  return result;
}
