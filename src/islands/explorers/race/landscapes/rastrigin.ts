import { aboveZero, type Landscape } from './landscape.ts';

const A = 10;
const TURN = 2 * Math.PI;

export const rastrigin: Landscape = {
  name: 'rastrigin',
  title: 'Rastrigin',
  tex: String.raw`f(x,y) = 20 + x^2 - 10\cos(2\pi x) + y^2 - 10\cos(2\pi y)`,
  gradientTex: String.raw`\begin{aligned} \frac{\partial f}{\partial x} &= 2x + 20\pi \sin(2\pi x) \\ \frac{\partial f}{\partial y} &= 2y + 20\pi \sin(2\pi y) \end{aligned}`,
  value: ([x, y], { cos }) => 2 * A + x * x - A * cos(TURN * x) + y * y - A * cos(TURN * y),
  gradient: ([x, y], { sin }) => [2 * x + A * TURN * sin(TURN * x), 2 * y + A * TURN * sin(TURN * y)],
  minima: [[0, 0]],
  goal: aboveZero,
  x: [-3, 3],
  y: [-3, 3],
  start: [2.35, 1.7],
  rates: { gradient: 0.002, adaptive: 0.1 },
  crowding: 1,
  hard: 'A bowl full of dents: a local minimum near every pair of whole numbers, and the best at the origin. Who goes downhill ends in a dent close by; momentum or a large rate may carry across some.',
};
