/** Nine digits are what a 32-bit float holds; more would be noise in a file that people compare. */
export function roundToSingle(value: number): number {
  return Number(value.toPrecision(9));
}
