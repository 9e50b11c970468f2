import type { ActivationEntry } from './entry.ts';

export const swish: ActivationEntry = {
  name: 'swish',
  title: 'swish',
  summary: 'The input weighted by its own sigmoid, also called silu: smooth, with a dip to −0.278 at z ≈ −1.278.',
  tex: 'a = z \\, \\sigma(z) = \\frac{z}{1 + e^{-z}}',
  hyperparameters: {},
  references: ['ramachandran2017', 'elfwing2018'],
  equivalents: { keras: "'silu'", pytorch: 'nn.SiLU()', sklearn: 'none: scikit-learn has no swish' },
  note: 'Swish with β = 1.',
  opcode: 11,
};
