/** Step, Cancel, More seeds, Reset: what one does less often than Run (MainBar.tsx). */
import { MOST_STEPPED } from '../trial/stepLimit.ts';
import { ActionButton } from '../../controls/ActionButton.tsx';
import type { IslandState } from '../state/islandState.ts';
import type { StepUnit } from '../trial/trial.ts';

interface Props {
  state: IslandState;
  onStep(unit: StepUnit): void;
  onCancel(): void;
  onMoreSeeds(): void;
  onReset(): void;
}

export function Transport({ state, onStep, onCancel, onMoreSeeds, onReset }: Props) {
  const phase = state.phase.value;
  const isBusy = phase === 'running' || phase === 'paused';
  const more = state.moreSeeds.value;
  const networks = state.arms.value * state.seeds.value;
  const cannotStep = phase === 'running' || networks > MOST_STEPPED;
  const whyNot = networks > MOST_STEPPED ? `Steps are for at most ${MOST_STEPPED} networks; here are ${networks}.` : undefined;
  return (
    <div class="experiment-row experiment-transport" role="group" aria-label="Further controls">
      <span class="experiment-steps">
        <span aria-hidden="true">Step</span>
        {(['update', 'epoch'] as const).map((unit) => (
          <ActionButton key={unit} idle={cannotStep} title={whyNot} label={`Step: 1 ${unit}`} onPress={() => onStep(unit)}>
            1 {unit}
          </ActionButton>
        ))}
      </span>
      <ActionButton class="experiment-cancel" idle={!isBusy} onPress={onCancel}>
        Cancel
      </ActionButton>
      <ActionButton class="experiment-more" idle={more === undefined} onPress={onMoreSeeds}>
        More seeds{more !== undefined && <span class="experiment-button-note"> up to {more}</span>}
      </ActionButton>
      <ActionButton class="experiment-reset" idle={isBusy || phase === 'recorded'} title="Back to step 0 of the same seed" onPress={onReset}>
        Reset
      </ActionButton>
    </div>
  );
}
