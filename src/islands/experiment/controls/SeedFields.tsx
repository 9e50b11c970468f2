/** How many seeds, and the first of them. */
import { ActionButton } from '../../controls/ActionButton.tsx';
import type { IslandState } from '../state/islandState.ts';
import { seedChoices } from '../trial/seedPlan.ts';

interface Props {
  state: IslandState;
  scope: string;
  /** Seeds of the recording. */
  recorded: number;
  disabled: boolean;
  onNewSeed(): void;
}

export function SeedFields({ state, scope, recorded, disabled, onNewSeed }: Props) {
  const choices = [...new Set([...seedChoices(state.arms.value, recorded), state.seeds.value])].sort((a, b) => a - b);
  return (
    <>
      <div class="experiment-field">
        <label for={`${scope}-seeds`}>seeds</label>
        <select
          id={`${scope}-seeds`}
          disabled={disabled}
          value={state.seeds.value}
          onChange={(event) => (state.seeds.value = Number(event.currentTarget.value))}
        >
          {choices.map((count) => (
            <option key={count} value={count}>
              {count === recorded && count > 1 ? `all ${count}` : count}
            </option>
          ))}
        </select>
      </div>
      <div class="experiment-field">
        <span>
          {state.seeds.value === 1 ? 'seed' : 'first seed'} <strong class="experiment-seed">{state.firstSeed.value}</strong>
        </span>
        <ActionButton idle={disabled} onPress={onNewSeed}>
          New seed
        </ActionButton>
      </div>
    </>
  );
}
