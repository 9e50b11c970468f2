/** The points at which activations are shown. */

const PER_UNIT = 20;
const FARTHEST = 6;
/** −6, −5.95, …, 6. */
export const GRID: readonly number[] = Array.from({ length: 2 * FARTHEST * PER_UNIT + 1 }, (_, index) => (index - FARTHEST * PER_UNIT) / PER_UNIT);
