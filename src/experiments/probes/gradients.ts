/** Norm of the gradient of each layer's parameters: where it shrinks from the last layer to the first, the gradient vanishes. */
import { layerNorm } from './norms.ts';
import { every, type PointProbe } from './probe.ts';
import { examples, trainingRows } from './trainingRows.ts';

export const gradients: PointProbe<{ layers: { norm: number }[] }> = {
  name: 'gradients',
  title: 'gradient norms',
  summary: 'Euclidean norm of the loss’s gradient with respect to the parameters of each layer.',
  options: { every, examples },
  when: 'points',
  async read(context, options) {
    const rows = trainingRows(context, Number(options.examples));
    const layers = await context.trainer.gradients(rows.x, rows.y, rows.examples);
    return { layers: layers.map((layer) => ({ norm: layerNorm(layer) })) };
  },
};
