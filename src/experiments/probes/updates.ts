/** How far one update moves each layer, as a share of how large the layer is. About 1e-3 is held to be healthy. */
import { layerDistance, layerNorm } from './norms.ts';
import { every, type UpdateProbe } from './probe.ts';

export const updates: UpdateProbe<{ layers: { ratio: number }[] }> = {
  name: 'updates',
  title: 'update-to-weight ratio',
  summary: 'Euclidean norm of one update of a layer’s parameters, divided by that of the parameters before it.',
  options: { every },
  when: 'updates',
  read: (before, after) => ({ layers: before.map((layer, l) => ({ ratio: ratio(layerDistance(after[l]!, layer), layerNorm(layer)) })) }),
};

/** A layer of zeros that stays where it is has not moved. */
function ratio(moved: number, size: number): number {
  return moved === 0 ? 0 : moved / size;
}
