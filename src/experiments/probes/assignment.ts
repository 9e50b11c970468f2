/**
 * The assignment problem: every row gets a column of its own, so that the sum of what they are worth together is largest. Exact, in
 * about n³ steps: the Hungarian method with shortest augmenting paths (Kuhn 1955; Jonker & Volgenant 1987).
 */

/** `worth(i, j)`: of row i with column j, both from 0 to n − 1. Column of each row. */
export function bestAssignment(n: number, worth: (row: number, column: number) => number): Int32Array {
  // Rows and columns count from 1 here; 0 stands for none. Prices of rows and columns never exceed the cost, −worth, of a pair.
  const [rowPrice, columnPrice] = [new Float64Array(n + 1), new Float64Array(n + 1)];
  const rowOf = new Int32Array(n + 1);
  const before = new Int32Array(n + 1);
  for (let row = 1; row <= n; row++) {
    const distance = new Float64Array(n + 1).fill(Infinity);
    const done = new Uint8Array(n + 1);
    rowOf[0] = row;
    let column = 0;
    do {
      done[column] = 1;
      const current = rowOf[column]!;
      let [nearest, least] = [0, Infinity];
      for (let next = 1; next <= n; next++) {
        if (done[next]) continue;
        const through = -worth(current - 1, next - 1) - rowPrice[current]! - columnPrice[next]!;
        if (through < distance[next]!) {
          distance[next] = through;
          before[next] = column;
        }
        if (distance[next]! < least) [nearest, least] = [next, distance[next]!];
      }
      for (let other = 0; other <= n; other++) {
        if (done[other]) {
          rowPrice[rowOf[other]!]! += least;
          columnPrice[other]! -= least;
        } else distance[other]! -= least;
      }
      column = nearest;
    } while (rowOf[column] !== 0);
    // The path has come to a free column: from there back, each column takes the row of the one before.
    while (column !== 0) {
      rowOf[column] = rowOf[before[column]!]!;
      column = before[column]!;
    }
  }
  const columns = new Int32Array(n);
  for (let column = 1; column <= n; column++) columns[rowOf[column]! - 1] = column - 1;
  return columns;
}
