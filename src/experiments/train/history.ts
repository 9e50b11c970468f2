/** A history that grows point by point, and is handed out in pieces. */
import type { Evaluation, Split } from '../../engines/engine.ts';
import type { History } from './result.ts';

export interface Point {
  step: number;
  epoch: number;
  /** Evaluations of every split that the run has; the same splits and metrics at each point. */
  evaluations: Partial<Record<Split, Evaluation>>;
}

export class HistoryBuilder {
  readonly #points: Point[] = [];
  #taken = 0;

  add(point: Point): void {
    this.#points.push(point);
  }

  /** All points so far. */
  all(): History {
    return historyOf(this.#points);
  }

  endsAt(step: number): boolean {
    return this.#points.at(-1)?.step === step;
  }

  /** The points added since the last call; undefined if there are none. */
  take(): History | undefined {
    if (this.#taken === this.#points.length) return undefined;
    const points = this.#points.slice(this.#taken);
    this.#taken = this.#points.length;
    return historyOf(points);
  }
}

/** A history without points. */
export const EMPTY_HISTORY: History = { step: new Float64Array(), epoch: new Float64Array(), columns: [] };

/** One column of a history; undefined where the run does not report it. */
export function columnOf(history: History, split: Split, metric: string): Float64Array | undefined {
  return history.columns.find((column) => column.split === split && column.metric === metric)?.values;
}

/** Columnar. All points report the same splits and metrics. */
export function historyOf(points: readonly Point[]): History {
  const first = points[0];
  const names = Object.entries(first?.evaluations ?? {}).flatMap(([split, evaluation]) =>
    Object.keys(evaluation).map((metric) => ({ split: split as Split, metric })),
  );
  const column = (valueOf: (point: Point) => number): Float64Array => {
    const values = new Float64Array(points.length);
    points.forEach((point, index) => (values[index] = valueOf(point)));
    return values;
  };
  return {
    step: column(({ step }) => step),
    epoch: column(({ epoch }) => epoch),
    columns: names.map(({ split, metric }) => ({ split, metric, values: column(({ evaluations }) => evaluations[split]?.[metric] ?? NaN) })),
  };
}
