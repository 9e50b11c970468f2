import type { KernelEntry } from '../entry.ts';

export const kullbackLeibler: KernelEntry = {
  name: 'kullbackLeibler',
  title: 'Kullback–Leibler divergence',
  summary: 'How far the predicted distribution is from the labelled one; goes with a softmax output.',
  tex: 'L = \\frac{1}{n} \\sum_{i=1}^{n} \\sum_{k=1}^{K} y_{ik} \\ln \\frac{y_{ik}}{\\hat y_{ik}}',
  hyperparameters: {},
  references: ['kullback1951'],
  // Keras and TensorFlow: less the entropy of the labels, which no gradient sees.
  equivalents: {
    keras: 'keras.losses.CategoricalCrossentropy(from_logits=True)',
    pytorch: 'lambda z, y: nn.KLDivLoss(reduction="batchmean")(torch.log_softmax(z, dim=1), y)',
    tensorflow: 'lambda z, y: tf.reduce_mean(tf.nn.softmax_cross_entropy_with_logits(labels=y, logits=z))',
  },
  note: 'The labels of an example must sum to 1. It is the cross-entropy less the entropy of the labels, so for one-hot labels the two are equal, and their gradients always are. Computed from the logits; Keras clips probabilities at 1e-7 instead.',
  opcode: 6,
};
