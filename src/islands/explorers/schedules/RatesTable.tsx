import { formatCount, formatNumber } from '../../../words/format.ts';

/** A schedule over a run. */
export interface Rated {
  title: string;
  /** From an update, counted from 0, to its learning rate. */
  rate(update: number): number;
}

interface Props {
  label: string;
  /** Updates, counted from 0. */
  rows: readonly number[];
  shown: readonly Rated[];
  stepsPerEpoch: number;
}

/** The numbers of the figure, at some updates of the run. */
export function RatesTable({ label, rows, shown, stepsPerEpoch }: Props) {
  return (
    <div class="explorer-table" role="region" tabIndex={0} aria-label={label}>
      <table>
        <thead>
          <tr>
            <th scope="col">t</th>
            <th scope="col">epoch</th>
            {shown.map(({ title }) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((update) => (
            <tr key={update}>
              <th scope="row">{formatCount(update)}</th>
              <td>{formatCount(update / stepsPerEpoch)}</td>
              {shown.map(({ title, rate }) => (
                <td key={title}>{formatNumber(rate(update))}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
