/** The numbers of the exercise, each in a field of its own. A number that is refused is told, and the old one stays in use. */
import { useState } from 'preact/hooks';
import { useTyped } from '../../controls/useTyped.ts';
import { EXAMPLES, HIDDEN, INPUTS, published, readEntry, readLearningRate, type Exercise, type NumbersKey, type Reading } from './exercise.ts';
import { equal, writeFraction, type Fraction } from './fraction.ts';

interface Props {
  scope: string;
  exercise: Exercise;
  onChange(change: Partial<Exercise>): void;
}

export function NumbersForm({ scope, exercise, onChange }: Props) {
  const [problem, setProblem] = useState('');
  const problemId = `${scope}-numbers-problem`;
  const entry = (key: NumbersKey, index: number, label: string) => (
    <NumberField
      id={`${scope}-${key}-${index}`}
      label={label}
      value={exercise[key][index]!}
      standard={published[key][index]!}
      problemId={problemId}
      read={readEntry}
      onProblem={setProblem}
      onChange={(value) => onChange({ [key]: exercise[key].map((old, at) => (at === index ? value : old)) })}
    />
  );
  return (
    <div class="stepper-numbers">
      <table>
        <caption>Examples</caption>
        <thead>
          <tr>
            <td></td>
            <th scope="col">input 1</th>
            <th scope="col">input 2</th>
            <th scope="col">target</th>
          </tr>
        </thead>
        <tbody>
          {range(EXAMPLES).map((i) => (
            <tr key={i}>
              <th scope="row">example {i + 1}</th>
              {range(INPUTS).map((k) => (
                <td key={k}>{entry('x', i * INPUTS + k, `example ${i + 1}, input ${k + 1}`)}</td>
              ))}
              <td>{entry('y', i, `example ${i + 1}, target`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <table>
        <caption>Parameters</caption>
        <thead>
          <tr>
            <td></td>
            <th scope="col">from input 1</th>
            <th scope="col">from input 2</th>
            <th scope="col">bias</th>
            <th scope="col">to output</th>
          </tr>
        </thead>
        <tbody>
          {range(HIDDEN).map((j) => (
            <tr key={j}>
              <th scope="row">unit {j + 1}</th>
              {range(INPUTS).map((k) => (
                <td key={k}>{entry('w1', j * INPUTS + k, `weight of unit ${j + 1} from input ${k + 1}`)}</td>
              ))}
              <td>{entry('b1', j, `bias of unit ${j + 1}`)}</td>
              <td>{entry('w2', j, `weight from unit ${j + 1} to the output`)}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">output</th>
            <td colSpan={2}></td>
            <td>{entry('b2', 0, 'bias of the output')}</td>
            <td></td>
          </tr>
        </tbody>
      </table>
      <Problem id={problemId} text={problem} />
    </div>
  );
}

export function LearningRateField({ scope, exercise, onChange }: Props) {
  const [problem, setProblem] = useState('');
  const problemId = `${scope}-lr-problem`;
  return (
    <>
      <NumberField
        id={`${scope}-lr`}
        value={exercise.learningRate}
        standard={published.learningRate}
        problemId={problemId}
        read={readLearningRate}
        onChange={(learningRate) => onChange({ learningRate })}
        onProblem={setProblem}
      />
      <Problem id={problemId} text={problem} />
    </>
  );
}

interface FieldProps {
  id: string;
  /** Where no label element names the field. */
  label?: string;
  value: Fraction;
  /** Of the published exercise. */
  standard: Fraction;
  /** Id of the element that tells what was refused. */
  problemId: string;
  read(text: string): Reading;
  onChange(value: Fraction): void;
  onProblem(problem: string): void;
}

/** What was refused stays in the field, so that it can be mended. */
function NumberField({ id, label, value, standard, problemId, read, onChange, onProblem }: FieldProps) {
  const field = useTyped(writeFraction(value), (text) => {
    const reading = read(text);
    const accepted = 'value' in reading;
    onProblem(accepted ? '' : reading.problem);
    if (accepted) onChange(reading.value);
    return accepted;
  });
  return (
    <input
      id={id}
      class={`explorer-number${equal(value, standard) ? '' : ' is-modified'}`}
      type="text"
      autocomplete="off"
      spellcheck={false}
      aria-label={label}
      aria-describedby={field['aria-invalid'] ? problemId : undefined}
      {...field}
    />
  );
}

function Problem({ id, text }: { id: string; text: string }) {
  return (
    <p class="explorer-problem" id={id} role="alert">
      {text}
    </p>
  );
}

function range(length: number): number[] {
  return Array.from({ length }, (_, index) => index);
}
