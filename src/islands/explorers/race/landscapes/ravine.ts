import { aboveZero, type Landscape } from './landscape.ts';

/** Curvatures along x and y. */
export const RAVINE = { a: 1, b: 50 };

export const ravine: Landscape = {
  name: 'ravine',
  title: 'Ravine (paraboloid)',
  tex: String.raw`f(x,y) = \tfrac12\,(x^2 + 50\,y^2)`,
  gradientTex: String.raw`\frac{\partial f}{\partial x} = x, \qquad \frac{\partial f}{\partial y} = 50\,y`,
  value: ([x, y]) => (RAVINE.a * x * x + RAVINE.b * y * y) / 2,
  gradient: ([x, y]) => [RAVINE.a * x, RAVINE.b * y],
  minima: [[0, 0]],
  goal: aboveZero,
  x: [-10, 4],
  y: [-2, 2],
  start: [-9, 1],
  rates: { gradient: 0.035, adaptive: 0.2 },
  crowding: 2,
  hard: 'Fifty times as steep across as along. The gradient points across; gradient descent with rate η multiplies y by 1 − 50η and x by 1 − η at each step, and diverges for η > 2/50. With Nesterov’s momentum μ the limit is lower: 2 (1 + μ) / (50 (1 + 2μ)), 0.027 for μ = 0.9.',
};
