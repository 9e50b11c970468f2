/** Run, Pause, Resume: one button that keeps its place, and the focus, through all of them; and how far the run is. */
import { formatCount } from '../../../words/format.ts';
import { ActionButton } from '../../controls/ActionButton.tsx';
import { RunBar } from '../../controls/RunBar.tsx';
import type { IslandState, Progress } from '../state/islandState.ts';
import { estimateText } from './estimateText.ts';

interface Props {
  state: IslandState;
  onRun(): void;
  onPause(): void;
  onResume(): void;
}

export function MainBar({ state, onRun, onPause, onResume }: Props) {
  const phase = state.phase.value;
  const isBusy = phase === 'running' || phase === 'paused';
  const progress = state.progress.value;
  return (
    <RunBar
      label="Training"
      failure={state.failure.value}
      result={isBusy ? undefined : state.result.value}
      text={progress ? describeProgress(progress, phase) : offered(state)}
      progress={isBusy && progress ? { ...progress, label: 'Updates done' } : undefined}
    >
      {phase === 'running' ? (
        <ActionButton key="main" class="experiment-run" onPress={onPause}>
          <span aria-hidden="true">❚❚ </span>Pause
        </ActionButton>
      ) : phase === 'paused' ? (
        <ActionButton key="main" class="experiment-run is-primary" onPress={onResume}>
          <span aria-hidden="true">▶ </span>Resume
        </ActionButton>
      ) : (
        <ActionButton key="main" class="experiment-run is-primary" onPress={onRun}>
          <span aria-hidden="true">▶ </span>Run
        </ActionButton>
      )}
    </RunBar>
  );
}

/** What Run will train: "4 networks, seed 1", "80 networks, seeds 1 to 20 · about 12 s on one core". */
function offered(state: IslandState): string {
  const first = state.firstSeed.value;
  const seeds = state.seeds.value;
  const networks = state.arms.value * seeds;
  const which = seeds === 1 ? `seed ${first}` : `seeds ${first} to ${first + seeds - 1}`;
  return [`${formatCount(networks)} ${networks === 1 ? 'network' : 'networks'}, ${which}`, ...estimateText(state)].join(' · ');
}

/** "12 networks · 72 000 steps · 0.94 s · 76 600 steps/s". */
function describeProgress({ done, elapsed, networks, over }: Progress, phase: IslandState['phase']['value']): string {
  const seconds = elapsed / 1000;
  const rate = phase !== 'paused' && seconds > 0.02 ? ` · ${formatCount(Number((done / seconds).toPrecision(3)))} steps/s` : '';
  const count = over < networks && networks > 1 ? `${formatCount(over)} of ${formatCount(networks)}` : formatCount(networks);
  const text = `${count} ${networks === 1 ? 'network' : 'networks'} · ${formatCount(done)} steps · ${seconds.toFixed(seconds < 10 ? 2 : 1)} s${rate}`;
  return phase === 'paused' ? `Paused · ${text}` : text;
}
