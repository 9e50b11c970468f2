import { aboveZero, type Landscape } from './landscape.ts';

export const himmelblau: Landscape = {
  name: 'himmelblau',
  title: 'Himmelblau',
  tex: String.raw`f(x,y) = (x^2 + y - 11)^2 + (x + y^2 - 7)^2`,
  gradientTex: String.raw`\begin{aligned} \frac{\partial f}{\partial x} &= 4x\,(x^2 + y - 11) + 2\,(x + y^2 - 7) \\ \frac{\partial f}{\partial y} &= 2\,(x^2 + y - 11) + 4y\,(x + y^2 - 7) \end{aligned}`,
  value: ([x, y]) => (x * x + y - 11) ** 2 + (x + y * y - 7) ** 2,
  gradient([x, y]) {
    const [a, b] = [x * x + y - 11, x + y * y - 7];
    return [4 * x * a + 2 * b, 2 * a + 4 * y * b];
  },
  minima: [
    [3, 2],
    [-2.805118, 3.131312],
    [-3.77931, -3.283186],
    [3.584428, -1.848126],
  ],
  goal: aboveZero,
  x: [-5, 5],
  y: [-5, 5],
  start: [-0.2, -0.7],
  rates: { gradient: 0.005, adaptive: 0.1 },
  crowding: 3,
  hard: 'Four minima, equally good. Which one is reached depends on the start and on the optimizer; near a ridge, on very little.',
};
