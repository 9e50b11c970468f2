import { aboveZero, type Landscape } from './landscape.ts';

export const rosenbrock: Landscape = {
  name: 'rosenbrock',
  title: 'Rosenbrock',
  tex: String.raw`f(x,y) = (1-x)^2 + 100\,(y - x^2)^2`,
  gradientTex: String.raw`\begin{aligned} \frac{\partial f}{\partial x} &= -2(1-x) - 400\,x\,(y - x^2) \\ \frac{\partial f}{\partial y} &= 200\,(y - x^2) \end{aligned}`,
  value: ([x, y]) => (1 - x) ** 2 + 100 * (y - x * x) ** 2,
  gradient: ([x, y]) => [-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)],
  minima: [[1, 1]],
  goal: aboveZero,
  x: [-2, 2],
  y: [-1, 3],
  start: [-1.2, 1],
  rates: { gradient: 0.0005, adaptive: 0.05 },
  crowding: 6,
  hard: 'A narrow valley that curves. Its floor is found at once; along the floor the slope is slight and its direction keeps turning.',
};
