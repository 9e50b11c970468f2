import type { InitializerEntry } from './entry.ts';
import { fillTruncatedNormal } from './distributions.ts';

export const truncatedNormal: InitializerEntry = {
  name: 'truncatedNormal',
  title: 'truncated normal',
  summary: 'Normal, with what lies beyond two standard deviations drawn again.',
  tex: 'W_{ij} \\sim N(\\mu, \\sigma^2) \\text{ given } \\lvert W_{ij} - \\mu \\rvert \\le 2 \\sigma',
  hyperparameters: {
    mean: { kind: 'number', symbol: '\\mu', description: 'mean', default: 0, min: -1000, max: 1000 },
    stddev: { kind: 'number', symbol: '\\sigma', description: 'standard deviation before truncation', default: 0.05, min: 0, max: 1000, scale: 'log' },
  },
  references: [],
  equivalents: {
    keras: 'keras.initializers.TruncatedNormal({mean}, {stddev})',
    pytorch: 'lambda w: truncated(w, {stddev}, {mean})',
    tensorflow: 'lambda shape: tf.random.truncated_normal(shape, {mean}, {stddev})',
  },
  note: 'σ is that of the normal before truncation; what is drawn has 0.8796 σ.',
  fill: (weights, _fanIn, _fanOut, choice, stream) => fillTruncatedNormal(weights, Number(choice.mean), Number(choice.stddev), stream),
};
