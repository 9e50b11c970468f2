/** Time spent running, without pauses. */
export class Stopwatch {
  #before = 0;
  #since: number | undefined;

  start(): void {
    this.#since ??= performance.now();
  }

  stop(): void {
    this.#before = this.elapsed;
    this.#since = undefined;
  }

  /** Milliseconds. */
  get elapsed(): number {
    return this.#before + (this.#since === undefined ? 0 : performance.now() - this.#since);
  }
}
