/** The two groups of features: how many there are, and what one standard deviation of a feature adds to y. Either contributes 16/16 = 4/4 = 1 to its variance. */
const LARGE = { count: 16, effect: 1 / 4 };
const SMALL = { count: 4, effect: 1 / 2 };

export const FEATURES = LARGE.count + SMALL.count;

export function isLarge(feature: number): boolean {
  return feature < LARGE.count;
}

export function effectOf(feature: number): number {
  return (isLarge(feature) ? LARGE : SMALL).effect;
}

/** "large 1" … "large 16", "small 1" … "small 4" */
export function featureName(feature: number): string {
  return isLarge(feature) ? `large ${feature + 1}` : `small ${feature + 1 - LARGE.count}`;
}
