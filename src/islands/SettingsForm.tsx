/** "Change anything": every hyperparameter of the experiment, and the link that carries the changes. */
import type { Json } from '../experiments/types.ts';
import { Field } from './Field.tsx';
import type { IslandState } from './islandState.ts';

const GROUPS = [
  { title: 'Data', prefixes: ['dataset', 'split', 'scaling'] },
  { title: 'Network', prefixes: ['network'] },
  { title: 'Training', prefixes: ['training'] },
];

interface Props {
  state: IslandState;
  scope: string;
  onOpen(): void;
  onChange(path: string, value: Json): Promise<boolean>;
  onCopy(): void;
}

export function SettingsForm({ state, scope, onOpen, onChange, onCopy }: Props) {
  const disabled = state.phase.value === 'running';
  const changes = state.changes.value;
  const settings = state.settings.value;
  return (
    <>
      <details class="experiment-settings" onToggle={onOpen}>
        <summary>Change anything</summary>
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
          </fieldset>
        ))}
      </details>
      <details class="experiment-share" onToggle={onOpen}>
        <summary>Share</summary>
        <div class="experiment-row">
          <div class="experiment-field experiment-link">
            <label for={`${scope}-link`}>{changes.length > 0 ? 'link that carries your changes' : 'link to this experiment'}</label>
            <input id={`${scope}-link`} type="text" readOnly value={state.link.value} onFocus={(event) => event.currentTarget.select()} />
          </div>
          <button type="button" onClick={onCopy}>
            Copy link
          </button>
        </div>
      </details>
    </>
  );
}
