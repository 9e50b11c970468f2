/** The experiment as a program, or as a script that searches over it; and what such a program would leave out. */
import { useId, useState } from 'preact/hooks';
import { describeLeftOut } from '../../export/exportProgram.ts';
import type { Form } from '../../export/python/cells.ts';
import { leftOutOfProgram, type ProgramTarget } from '../../export/targets.ts';
import type { ExportSource } from './exportSource.ts';
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
  const [target, setTarget] = useState<ProgramTarget>('keras');
  const [form, setForm] = useState<Form>('script');
  const [seeds, setSeeds] = useState(1);
  const [given, setGiven] = useState(false);
  const { experiment, arms } = source;
  const leftOut = leftOutOfProgram(experiment, target);
  const impossible = new Set(leftOut.flatMap((left) => left.arms)).size >= arms.length;
  return (
    <fieldset>
      <legend>Program</legend>
      <div class="menu-fields">
        <div class="menu-field">
          <label for={`${id}-target`}>for</label>
          <select id={`${id}-target`} value={target} onChange={(event) => setTarget(event.currentTarget.value as ProgramTarget)}>
            {Object.entries(TITLES).map(([name, title]) => (
              <option key={name} value={name}>
                {title}
              </option>
            ))}
          </select>
        </div>
        <div class="menu-field">
          <label for={`${id}-form`}>as</label>
          <select id={`${id}-form`} value={form} onChange={(event) => setForm(event.currentTarget.value as Form)}>
            <option value="script">.py</option>
            <option value="notebook">notebook</option>
          </select>
        </div>
        <div class="menu-field">
          <label for={`${id}-seeds`}>seeds</label>
          <select id={`${id}-seeds`} value={seeds} onChange={(event) => setSeeds(Number(event.currentTarget.value))}>
            {seedChoices(experiment.seeds).map((count) => (
              <option key={count} value={count}>
                {count}
              </option>
            ))}
          </select>
        </div>
      </div>
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
        <button type="button" disabled={disabled || impossible} onClick={() => onStart(source.request({ kind: 'program', target, form, given, seeds }))}>
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
