/** The inside of "Change anything": what is compared, and every hyperparameter of the experiment. Loaded when it is opened. */
import type { Json } from '../../../schema/json.ts';
import { ComparedFields } from './ComparedFields.tsx';
import { Field } from './Field.tsx';
import type { IslandState } from '../state/islandState.ts';
import type { OwnData } from '../ownData/ownData.ts';
import OwnDataField from '../ownData/OwnDataField.tsx';

const GROUPS = [
  { title: 'Data', prefixes: ['dataset', 'split', 'scaling'] },
  { title: 'Network', prefixes: ['network'] },
  { title: 'Training', prefixes: ['training', 'pretraining'] },
];

export interface SettingsProps {
  state: IslandState;
  scope: string;
  onChange(path: string, value: Json): Promise<boolean>;
  onUseData(own: OwnData): Promise<string | undefined>;
  onLeaveData(): void;
}

export default function SettingsFields({ state, scope, onChange, onUseData, onLeaveData }: SettingsProps) {
  const disabled = state.phase.value === 'running' || state.phase.value === 'paused';
  const changes = state.changes.value;
  const settings = state.settings.value;
  return (
    <>
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
          {title === 'Data' && (
            <OwnDataField scope={scope} disabled={disabled} usual={state.usualTask.value} used={state.ownData.value} onUse={onUseData} onLeave={onLeaveData} />
          )}
        </fieldset>
      ))}
    </>
  );
}
