/** The trained network of one arm and seed. It is trained again for the file, to the same bits, because pages do not keep what thousands of runs learned. */
import { useId, useState } from 'preact/hooks';
import type { SavedModel } from '../../../../export/request.ts';
import { Choice } from '../../../controls/Choice.tsx';
import type { ExportSource } from './exportSource.ts';
import type { Task } from './task.ts';
import { trainModel } from './trainModel.ts';

const TITLES: Record<SavedModel, string> = {
  safetensors: 'safetensors',
  parameters: 'JSON, parameters',
  architecture: 'JSON, architecture',
  tfjs: 'TensorFlow.js layers',
};

interface Props {
  source: ExportSource;
  disabled: boolean;
  onStart(task: Task): void;
}

export function ModelExport({ source, disabled, onStart }: Props) {
  const id = useId();
  const { arms, session } = source;
  const seeds = session.trial()?.seeds ?? Array.from({ length: session.published.seeds }, (_, index) => index + 1);
  const [label, setLabel] = useState(arms[0]!.label);
  const [seed, setSeed] = useState(seeds[0]!);
  const [form, setForm] = useState<SavedModel>('safetensors');
  const task: Task = async () => {
    const arm = arms.find((candidate) => candidate.label === label)!;
    const { parameters, remark } = await trainModel(session, source.experiment, arm, seed);
    const lines = await source.request({ kind: 'model', form, arm, seed, parameters })();
    return [...lines, ...(remark === undefined ? [] : [remark])];
  };
  return (
    <fieldset>
      <legend>Model</legend>
      <p class="menu-note">The trained network of one seed, trained again for the file.</p>
      <div class="menu-fields">
        {arms.length > 1 && (
          <div class="menu-field">
            <label for={`${id}-arm`}>arm</label>
            <select id={`${id}-arm`} value={label} onChange={(event) => setLabel(event.currentTarget.value)}>
              {arms.map((arm) => (
                <option key={arm.label} value={arm.label}>
                  {arm.label}
                </option>
              ))}
            </select>
          </div>
        )}
        <div class="menu-field">
          <label for={`${id}-seed`}>seed</label>
          <select id={`${id}-seed`} value={seed} onChange={(event) => setSeed(Number(event.currentTarget.value))}>
            {seeds.map((each) => (
              <option key={each} value={each}>
                {each}
              </option>
            ))}
          </select>
        </div>
        <Choice class="menu-field" label="as" titles={TITLES} value={form} onChange={(name: SavedModel) => setForm(name)} />
      </div>
      <div class="menu-actions">
        <button type="button" disabled={disabled} onClick={() => onStart(task)}>
          Model
        </button>
      </div>
    </fieldset>
  );
}
