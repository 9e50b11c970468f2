/** One press of Run: what is run, and what has come of it so far, as the figures and the report need it. */
import { armSize } from '../../../experiments/plan/armSize.ts';
import { runsOf } from '../../../experiments/spec/runsOf.ts';
import type { EngineName } from '../../../engines/engine.ts';
import { updatesPerEpoch } from '../../../engines/engine.ts';
import { splitSizes } from '../../../experiments/configuration/splitSizes.ts';
import type { FigureName } from '../../../experiments/spec/figureNeeds.ts';
import type { Arm } from '../../../experiments/configuration/arm.ts';
import type { Experiment } from '../../../experiments/spec/experiment.ts';
import type { Observation, Run } from '../../../experiments/train/observation.ts';
import type { RunResult } from '../../../experiments/train/result.ts';
import { fromRuns } from '../../../figures/data/adapter.ts';
import { atStep } from '../../../figures/data/readings.ts';
import type { LiveRun } from '../../../figures/data/adapter.ts';
import type { FigureData } from '../../../figures/data/figureData.ts';
import type { IslandData } from '../state/islandData.ts';
import { bestArms, ranked, RANKED } from './bestArms.ts';
import { LiveRuns } from './liveRuns.ts';
import { ownContext } from '../ownData/ownContext.ts';
import { runAtStep, withoutCurve } from './runAtStep.ts';
import { Thinning } from './thinning.ts';
import type { Version } from '../draft/version.ts';

/** With more arms than this, figures show the best. */
const MOST_ARMS = 24;
const MOST_STOPS = 200;

export type StepUnit = 'update' | 'epoch';

export class Trial {
  readonly experiment: Experiment;
  /** Whether it differs from the published one. */
  readonly modified: boolean;
  readonly engine: EngineName;
  readonly arms: Arm[];
  readonly seeds: number[] = [];
  readonly runs: Run[] = [];
  readonly live: LiveRuns;
  /** Of the runs that are over, by their index; what is kept of them, in a large trial. */
  readonly results: (RunResult | undefined)[] = [];
  readonly #facts: Map<string, ReturnType<typeof armSize>>;
  readonly #context: IslandData['context'];
  readonly #observe: Observation | undefined;

  constructor({ experiment: published, context }: IslandData, { experiment, observe, own }: Version, engine: EngineName, seeds: readonly number[]) {
    this.experiment = experiment;
    this.#observe = observe;
    this.modified = experiment !== published;
    this.engine = engine;
    this.arms = experiment.arms;
    this.#facts = new Map(this.arms.map((arm) => [arm.label, armSize(arm.configuration)]));
    const sameData = !own && JSON.stringify(experiment.configuration.dataset) === JSON.stringify(published.configuration.dataset);
    this.#context = own ? ownContext(own.data) : sameData ? context : {};
    this.live = new LiveRuns([], new Thinning(this.arms.length * seeds.length, this.#mostPoints()));
    this.addSeeds(seeds);
  }

  /** Returns the runs that come with them. */
  addSeeds(seeds: readonly number[]): Run[] {
    const runs = runsOf(this.arms, seeds, this.#observe);
    this.seeds.push(...seeds);
    this.runs.push(...runs);
    this.live.add(runs);
    return runs;
  }

  /** Take a result, and return what is kept of it. */
  take(index: number, result: RunResult): RunResult {
    return (this.results[index] = this.live.setResult(index, result));
  }

  /** Updates in all runs. */
  get total(): number {
    return this.runs.reduce((sum, { arm }) => sum + (this.#facts.get(arm.label)?.updates ?? 0), 0);
  }

  /**
   * What a figure shows of the runs as they are now, or as they were after `step` updates. Of a large sweep, the best arms, as one
   * axis; or all of them, without their curves, for a figure that has a place for each.
   */
  figureData(figure: FigureName | undefined, step?: number): FigureData {
    const runs = step === undefined ? this.live.gather() : this.live.gather().map((run) => runAtStep(run, step));
    const data = this.arms.length <= MOST_ARMS ? this.#dataOf(runs) : figure === 'heatmap' ? this.#dataOf(runs.map(withoutCurve)) : this.#rankedData(runs);
    return step === undefined ? data : atStep(data, step);
  }

  #dataOf(runs: LiveRun[]): FigureData {
    return fromRuns(this.experiment, this.arms, runs, this.#facts, this.#context);
  }

  #rankedData(runs: LiveRun[]): FigureData {
    const best = bestArms(this, MOST_ARMS);
    const arms = best.map((arm) => ({ ...arm, labels: { [RANKED]: arm.label } }));
    return fromRuns(ranked(this.experiment, best), arms, runs, this.#facts, this.#context);
  }

  /** Updates at which any run has a point so far, ascending; thinned out to what a slider can tell apart. */
  stops(): number[] {
    const firsts = this.live.gather().slice(0, Math.min(this.arms.length, MOST_ARMS));
    const all = [...new Set(firsts.flatMap(({ history }) => [...history.step]))].sort((a, b) => a - b);
    const stride = Math.ceil(all.length / MOST_STOPS);
    return all.filter((_, index) => index % stride === 0 || index === all.length - 1);
  }

  /** Where a run that has done `step` updates is to wait, if it goes on by one update or to the end of its epoch. */
  nextStop(unit: StepUnit, index: number, step: number): number {
    const { configuration } = this.runs[index]!.arm;
    if (unit === 'update') return step + 1;
    const perEpoch = updatesPerEpoch(splitSizes(configuration).train, configuration.training.batchSize);
    return (Math.floor(step / perEpoch) + 1) * perEpoch;
  }

  /** Of the longest history. */
  #mostPoints(): number {
    const every = this.experiment.history?.every;
    return 1 + Math.max(...[...this.#facts.values()].map(({ updates, epochs }) => Math.ceil(every === undefined ? epochs : updates / every)));
  }
}
