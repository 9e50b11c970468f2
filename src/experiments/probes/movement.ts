/**
 * How far what each layer puts out has moved since before training. Read at several widths it is the coordinate check of Yang et al.
 * (2022): numbers that grow or vanish with the width tell that a learning rate does not carry over.
 */
import { every, type PointProbe } from './probe.ts';
import { examples, trainingRows } from './trainingRows.ts';

export const movement: PointProbe<{ layers: { size: number }[] }> = {
  name: 'movement',
  title: 'movement of activations',
  summary: 'How far the outputs of each layer are from where they were before training: root mean square over units and examples.',
  options: { every, examples },
  when: 'points',
  async read(context, options) {
    const { trainer, initial } = context;
    const rows = trainingRows(context, Number(options.examples));
    const after = await trainer.activations(rows.x, rows.examples);
    await trainer.setParameters(initial);
    const before = await trainer.activations(rows.x, rows.examples);
    return { layers: after.map((values, layer) => ({ size: rootMeanSquare(values, before[layer]!) })) };
  },
};

function rootMeanSquare(values: Float32Array, from: Float32Array): number {
  const sum = values.reduce((sum, value, i) => sum + (value - from[i]!) * (value - from[i]!), 0);
  return Math.sqrt(sum / values.length);
}
