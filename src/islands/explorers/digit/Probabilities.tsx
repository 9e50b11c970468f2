/** What each output says: ten probabilities as bars. */
import { CLASSES } from './setup.ts';

interface Props {
  /** Undefined while there is no network, or nothing on the sheet. */
  probabilities: readonly number[] | undefined;
}

export function Probabilities({ probabilities }: Props) {
  const best = probabilities?.indexOf(Math.max(...probabilities));
  return (
    <table class="digit-bars" aria-label="What the ten outputs say">
      <thead>
        <tr>
          <th scope="col">digit</th>
          <th scope="col" colSpan={2} class="is-text">
            probability
          </th>
        </tr>
      </thead>
      <tbody>
        {Array.from({ length: CLASSES }, (_, digit) => {
          const probability = probabilities?.[digit];
          return (
            <tr key={digit} class={digit === best ? 'is-best' : ''}>
              <th scope="row">{digit}</th>
              <td class="digit-bar">
                <span style={{ width: `${100 * (probability ?? 0)}%` }} />
              </td>
              <td>{probability === undefined ? '–' : probability.toFixed(3)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** "3 with probability 0.93, then 8 with 0.04". */
export function inWords(probabilities: readonly number[]): string {
  const [first, second] = probabilities.map((probability, digit) => ({ digit, probability })).sort((a, b) => b.probability - a.probability);
  return `${first!.digit} with probability ${first!.probability.toFixed(2)}, then ${second!.digit} with ${second!.probability.toFixed(2)}`;
}
