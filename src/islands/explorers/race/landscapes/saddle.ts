import type { Landscape } from './landscape.ts';

export const saddle: Landscape = {
  name: 'saddle',
  title: 'Saddle',
  tex: String.raw`f(x,y) = \tfrac12\,(x^2 - y^2)`,
  gradientTex: String.raw`\frac{\partial f}{\partial x} = x, \qquad \frac{\partial f}{\partial y} = -y`,
  value: ([x, y]) => (x * x - y * y) / 2,
  gradient: ([x, y]) => [x, -y],
  minima: [],
  // There is no minimum: whoever is this far below the saddle has left it behind.
  goal: () => -1,
  x: [-2, 2],
  y: [-2, 2],
  start: [-1.8, 0.001],
  rates: { gradient: 0.05, adaptive: 0.05 },
  crowding: 1,
  hard: 'At the origin the gradient is 0, and it is no minimum. Steps in proportion to the gradient almost stop there; steps that are divided by its size do not. Whoever comes to f ≤ −1 has left the saddle.',
};
