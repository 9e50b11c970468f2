/** "Change anything": every hyperparameter of the experiment. */
import { useState } from 'preact/hooks';
import type { Json } from '../experiments/types.ts';
import { ComparedFields } from './ComparedFields.tsx';
import { Field } from './Field.tsx';
import type { IslandState } from './islandState.ts';
import type { OwnData } from './ownData.ts';
import type OwnDataField from './OwnDataField.tsx';

const GROUPS = [
  { title: 'Data', prefixes: ['dataset', 'split', 'scaling'] },
  { title: 'Network', prefixes: ['network'] },
  { title: 'Training', prefixes: ['training', 'pretraining'] },
];

interface Props {
  state: IslandState;
  scope: string;
  onOpen(): void;
  onChange(path: string, value: Json): Promise<boolean>;
  onUseData(own: OwnData): Promise<string | undefined>;
  onLeaveData(): void;
}

export function SettingsForm({ state, scope, onOpen, onChange, onUseData, onLeaveData }: Props) {
  const [Own, setOwn] = useState<typeof OwnDataField | undefined>(undefined);
  const disabled = state.phase.value === 'running' || state.phase.value === 'paused';
  const changes = state.changes.value;
  const settings = state.settings.value;
  function open() {
    onOpen();
    // Without it the other settings still work; it comes with the next attempt.
    void import('./OwnDataField.tsx').then(
      (module) => setOwn(() => module.default),
      () => undefined,
    );
  }
  return (
    <details class="experiment-settings" onToggle={open}>
      <summary>Change anything</summary>
      <ComparedFields axes={state.axes.value} scope={scope} disabled={disabled} onChange={onChange} />
      {GROUPS.map(({ title, prefixes }) => (
        <fieldset key={title}>
          <legend>{title}</legend>
          {settings
            .filter(({ path }) => prefixes.includes(path.split('.')[0] ?? ''))
            .map((setting) => (
              <Field
                key={setting.path}
                scope={`${scope}-all`}
                setting={setting}
                published={changes.find((change) => change.path === setting.path)?.published}
                disabled={disabled}
                onChange={onChange}
              />
            ))}
          {title === 'Data' && Own && <Own scope={scope} disabled={disabled} used={state.ownData.value} onUse={onUseData} onLeave={onLeaveData} />}
        </fieldset>
      ))}
    </details>
  );
}
