import type { Entry } from '../entry.ts';

export const maximalUpdate: Entry = {
  name: 'maximalUpdate',
  title: 'maximal update (μP)',
  summary: 'Start weights of the output layer and learning rates of every layer follow its width, so that one learning rate is meant for all widths.',
  tex: '\\begin{array}{lccc} & \\text{first} & \\text{hidden} & \\text{output} \\\\ \\text{start} & 1 & 1 & r^{-1/2} \\\\ \\text{SGD} & r & 1 & r^{-1} \\\\ \\text{Adam} & 1 & r^{-1} & r^{-1} \\end{array} \\qquad r = \\frac{\\text{width}}{\\text{base}}',
  hyperparameters: {
    base: {
      kind: 'number',
      symbol: '\\text{base}',
      description: 'width of every hidden layer at which the network is the standard one, whose learning rate is taken along',
      default: 16,
      min: 1,
      max: 4096,
      integer: true,
      scale: 'log',
    },
  },
  references: ['yang2020feature', 'yang2022mup'],
  note: 'With an initializer of fan-in (He, LeCun), and with SGD or Adam. Factors on what initializer and optimizer give. Biases of hidden layers have r times the rate with SGD, the same rate with Adam; those of the output layer the same. Where hidden layers differ in width, r is that of the layer below for what is divided, and that of the layer above for what is multiplied. The package mup of the authors puts 1/r on the outputs instead of on the output layer’s start and rate, which comes to the same.',
};
