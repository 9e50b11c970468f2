/** What is said of a network at the end of its run, beside its metrics: of what it fitted, what it takes for what, how sure it is, and how many of its weights are small. */
import { SPLITS, type LayerParameters, type Trainer } from '../../engines/engine.ts';
import { thresholdOf } from '../../engines/metric.ts';
import { areProbabilities } from '../configuration/metrics.ts';
import { calibrationBins } from '../measure/calibration.ts';
import { confusionMatrix } from '../measure/confusion.ts';
import { findMistakes } from '../measure/mistakes.ts';
import { fitOnGrid } from '../measure/fit.ts';
import type { Plan } from '../plan/plan.ts';
import type { Run } from './observation.ts';
import type { RunResult } from './result.ts';

export async function ofTheEnd(
  trainer: Trainer,
  planned: Plan,
  { observe }: Run,
): Promise<Pick<RunResult, 'fit' | 'confusion' | 'mistakes' | 'reliability' | 'small'>> {
  const fit = await fitOnGrid(trainer, planned);
  const small = observe?.small && smallShares(await trainer.parameters(), observe.small);
  const confusion = observe?.confusion && planned.examples.task === 'classification' ? await confusionOf(trainer, planned) : undefined;
  const output = planned.plan.network.layers.at(-1)!.activation.name;
  const reliability =
    observe?.reliability && planned.examples.task === 'classification' && areProbabilities(output) ? await reliabilityOf(trainer, planned) : undefined;
  const mistakes = observe?.mistakes && areProbabilities(output) ? await mistakesOf(trainer, planned) : undefined;
  return { ...(fit && { fit }), ...(small && { small }), ...(confusion && { confusion }), ...(mistakes && { mistakes }), ...(reliability && { reliability }) };
}

async function confusionOf(trainer: Trainer, { plan, examples }: Plan): Promise<NonNullable<RunResult['confusion']>> {
  const confusion: NonNullable<RunResult['confusion']> = {};
  for (const split of SPLITS) {
    const data = plan.data[split];
    if (!data) continue;
    confusion[split] = confusionMatrix(await trainer.predict(data.x, data.examples), data.y, data.examples, examples.classes, thresholdOf(plan.network));
  }
  return confusion;
}

/** Of the split farthest from training. */
async function mistakesOf(trainer: Trainer, { plan, examples, scaling }: Plan): Promise<RunResult['mistakes']> {
  const split = (['test', 'validation', 'train'] as const).find((name) => plan.data[name])!;
  const data = plan.data[split]!;
  if (!examples.image || data.y.length <= data.examples) return undefined;
  const outputs = await trainer.predict(data.x, data.examples);
  return findMistakes(data, outputs, { split, width: examples.image.width, scaling: scaling.features });
}

async function reliabilityOf(trainer: Trainer, { plan }: Plan): Promise<NonNullable<RunResult['reliability']>> {
  const reliability: NonNullable<RunResult['reliability']> = {};
  for (const split of SPLITS) {
    const data = plan.data[split];
    if (data) reliability[split] = calibrationBins(await trainer.predict(data.x, data.examples), data.y, data.examples);
  }
  return reliability;
}

/** Of all weights, without biases, the shares that are smaller than each threshold. */
function smallShares(layers: readonly LayerParameters[], thresholds: readonly number[]): RunResult['small'] {
  const weights = layers.flatMap(({ kernel }) => Array.from(kernel, Math.abs));
  return thresholds.map((threshold) => ({ threshold, share: weights.filter((weight) => weight < threshold).length / weights.length }));
}
