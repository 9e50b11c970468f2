/** Analytic gradient and finite differences side by side. */
import { formatNumber } from '../../../words/format.ts';
import { checkGradient, DIFFERENCES, type GradientCheck } from './checkGradient.ts';
import type { Worked } from './backpropagate.ts';
import { INPUTS, type Exercise } from './exercise.ts';
import { QuantityName } from './StepView.tsx';

interface Props {
  exercise: Exercise;
  worked: Worked;
  scope: string;
  /** One of DIFFERENCES. */
  h: number;
  onChange(h: number): void;
}

export function GradientTable({ exercise, worked, scope, h, onChange }: Props) {
  const checks = checkGradient(exercise, worked, h);
  const worst = Math.max(...checks.map(({ error }) => error));
  return (
    <>
      <div class="explorer-row explorer-interactive">
        <label for={`${scope}-h`}>h</label>
        <select id={`${scope}-h`} value={String(h)} onChange={(event) => onChange(Number(event.currentTarget.value))}>
          {DIFFERENCES.map((choice) => (
            <option key={choice} value={String(choice)}>
              {formatNumber(choice, 1)}
            </option>
          ))}
        </select>
      </div>
      <p class="stepper-check-result">
        With h = {formatNumber(h, 1)} the largest error is <strong>{formatNumber(worst, 2)}</strong>. It is an error of rounding: each parameter enters this
        loss as a square, as long as no relu switches, and central differences of a square are exact. So a smaller h is not better here: numbers of 64 bits keep
        about 16 digits, and the smaller the difference of the two losses, the fewer of them are left.
      </p>
      <div class="explorer-table" role="region" tabIndex={0} aria-label="Gradient check">
        <table>
          <thead>
            <tr>
              <th scope="col">derivative</th>
              <th scope="col">backpropagation</th>
              <th scope="col">finite differences</th>
              <th scope="col">error</th>
            </tr>
          </thead>
          <tbody>
            {checks.map(({ parameter, index, analytic, numeric, error }) => (
              <tr key={`${parameter}${index}`}>
                <th scope="row">
                  <QuantityName
                    letter={parameter.startsWith('w') ? 'W' : 'b'}
                    layer={parameter.endsWith('1') ? 1 : 2}
                    index={indexText(parameter, index)}
                    derivative
                  />
                </th>
                <td>{formatNumber(analytic, 6)}</td>
                <td>{formatNumber(numeric, 12)}</td>
                <td>{formatNumber(error, 2)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function indexText(parameter: GradientCheck['parameter'], index: number): string {
  if (parameter === 'b2') return '';
  return parameter === 'w1' ? `${Math.floor(index / INPUTS) + 1}${(index % INPUTS) + 1}` : String(index + 1);
}
