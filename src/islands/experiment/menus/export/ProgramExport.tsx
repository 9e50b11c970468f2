/** The experiment as a program, or as a script that searches over it; and what such a program would leave out. */
import { useId, useState } from 'preact/hooks';
import { describeLeftOut } from '../../../../export/exportProgram.ts';
import { leftOutOfProgram, type ProgramTarget } from '../../../../export/targets.ts';
import type { ExportSource } from './exportSource.ts';
import { ProgramFields, type ProgramChoice } from './ProgramFields.tsx';
import type { Task } from './task.ts';

const TITLES: Record<ProgramTarget, string> = {
  keras: 'Keras',
  pytorch: 'PyTorch',
  sklearn: 'scikit-learn',
  tensorflow: 'TensorFlow, low level',
  optuna: 'Optuna (PyTorch): a search',
  ray: 'Ray Tune (PyTorch): a search',
};

/** Most seeds that a program carries the data of; more make a large file. */
const MOST_SEEDS = 20;

interface Props {
  source: ExportSource;
  disabled: boolean;
  onStart(task: Task): void;
}

export function ProgramExport({ source, disabled, onStart }: Props) {
  const id = useId();
  const [choice, setChoice] = useState<ProgramChoice<ProgramTarget>>({ target: 'keras', form: 'script', seeds: 1 });
  const [given, setGiven] = useState(false);
  const { target } = choice;
  const { experiment, arms } = source;
  const leftOut = leftOutOfProgram(experiment, target);
  const impossible = new Set(leftOut.flatMap((left) => left.arms)).size >= arms.length;
  return (
    <fieldset>
      <legend>Program</legend>
      <ProgramFields titles={TITLES} seeds={seedChoices(experiment.seeds)} choice={choice} onChange={setChoice} />
      <div class="menu-check">
        <input id={`${id}-given`} type="checkbox" checked={given} onChange={(event) => setGiven(event.currentTarget.checked)} />
        <label for={`${id}-given`}>with our initial parameters and order of examples, so that it follows our run</label>
      </div>
      {leftOut.length > 0 && (
        <ul class="menu-reasons">
          {leftOut.map(describeLeftOut).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <div class="menu-actions">
        <button type="button" disabled={disabled || impossible} onClick={() => onStart(source.request({ kind: 'program', ...choice, given }))}>
          Program and data
        </button>
        {impossible && <span>{TITLES[target]} cannot express this experiment.</span>}
      </div>
    </fieldset>
  );
}

function seedChoices(all: number): number[] {
  const most = Math.min(all, MOST_SEEDS);
  return [...new Set([1, 3, 5, 10, most].filter((count) => count <= most))].sort((a, b) => a - b);
}
