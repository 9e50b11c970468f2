/** How long something will take, in words. @param seconds  Estimated on one core. */
export function runTime(seconds: number): string {
  return seconds >= 2 ? `about ${Math.round(seconds)} s on one core` : 'a second or two';
}
