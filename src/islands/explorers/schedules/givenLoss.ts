/** What stands in for a run, where a schedule follows the loss of the run. */

/** Epochs after which the given loss falls no more. */
export const STALL = 10;

/** After `epochs` whole ones: from 1 along a straight line to 0.2 after STALL epochs, and 0.2 from there on. */
export function givenLoss(epochs: number): number {
  return 1 - 0.8 * Math.min(1, epochs / STALL);
}
