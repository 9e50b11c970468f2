/** A trial on screen: its figures and its verdict so far, its clock, and what the island's state says of it. */
import type { Judgement } from '../../../experiments/verdicts/verdict.ts';
import { withAxis } from '../../../figures/data/xAxis.ts';
import { bestSoFar } from './bestSoFar.ts';
import type { IslandState } from '../state/islandState.ts';
import { openLiveFigures, type LiveFigures } from '../figures/liveFigures.ts';
import { LiveVerdict } from './liveVerdict.ts';
import { Stopwatch } from './stopwatch.ts';
import type { Trial } from './trial.ts';

export interface LiveTrial {
  readonly trial: Trial;
  readonly figures: LiveFigures;
  readonly verdict: LiveVerdict;
  readonly watch: Stopwatch;
  /** Bring the state up to date: progress, stops of the timeline, the best so far. */
  tell(): void;
}

export interface LiveTrialOptions {
  trial: Trial;
  state: IslandState;
  /** Where figures go. */
  place: HTMLElement;
  isTraining(): boolean;
  /** The claim has been judged over the seeds that are complete so far. */
  onJudged(judgements: Judgement[]): void;
}

export function openLiveTrial({ trial, state, place, isTraining, onJudged }: LiveTrialOptions): LiveTrial {
  const watch = new Stopwatch();
  const tell = () => {
    const { steps, over } = trial.live;
    state.progress.value = { done: steps, total: trial.total, elapsed: watch.elapsed, networks: trial.runs.length, over };
    state.best.value = bestSoFar(trial);
  };
  const figures = openLiveFigures({
    place,
    experiment: trial.experiment,
    data: (figure) => withAxis(trial.figureData(figure, state.moment.value), state.axis.value, state.axisScale.value),
    onDrawn() {
      state.showsLive.value = true;
      state.stops.value = trial.stops();
    },
    isBusy: isTraining,
  });
  return { trial, figures, verdict: new LiveVerdict(trial, onJudged), watch, tell };
}
