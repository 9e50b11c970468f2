/** What curves can be drawn over, in words. */
export const X_NAMES = {
  epoch: 'epoch',
  step: 'step (update)',
  example: 'examples seen',
  multiplyAdd: 'multiply-adds',
  time: 'seconds',
} as const;
export type XAxis = keyof typeof X_NAMES;
