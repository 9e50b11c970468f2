/** What regularizers add to the loss, as the engines' gradients have it: Σ λ₁|w| + λ₂w². */
import type { Features, NetworkPlan, Penalty, RunPlan, Trainer } from '../../engines/engine.ts';

export function isPenalized({ layers }: NetworkPlan): boolean {
  return layers.some(({ kernelPenalty, biasPenalty, activityPenalty }) => kernelPenalty ?? biasPenalty ?? activityPenalty);
}

/** Of the parameters as they are; penalties on activities as the mean over the training split. */
export async function penaltyOf({ network, data }: Pick<RunPlan<Features>, 'network' | 'data'>, trainer: Trainer): Promise<number> {
  const parameters = await trainer.parameters();
  const { x, examples } = data.train;
  const activities = network.layers.some(({ activityPenalty }) => activityPenalty) ? await trainer.activations(x, examples) : [];
  return network.layers.reduce((sum, { kernelPenalty, biasPenalty, activityPenalty }, layer) => {
    const { kernel, bias } = parameters[layer]!;
    return sum + penalize(kernelPenalty, kernel) + penalize(biasPenalty, bias) + penalize(activityPenalty, activities[layer] ?? []) / examples;
  }, 0);
}

function penalize(penalty: Penalty | undefined, values: readonly number[] | Float32Array): number {
  if (!penalty) return 0;
  let [absolute, squares] = [0, 0];
  for (const value of values) {
    absolute += Math.abs(value);
    squares += value * value;
  }
  return penalty.l1 * absolute + penalty.l2 * squares;
}
