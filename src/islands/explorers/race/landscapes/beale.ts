import { aboveZero, type Landscape } from './landscape.ts';

/** Constants of the three residuals cᵢ − x + x yⁱ. */
const C = [1.5, 2.25, 2.625];

export const beale: Landscape = {
  name: 'beale',
  title: 'Beale',
  tex: String.raw`\begin{aligned} f(x,y) = {}& (1.5 - x + xy)^2 + (2.25 - x + xy^2)^2 \\ &+ (2.625 - x + xy^3)^2 \end{aligned}`,
  gradientTex: String.raw`\begin{aligned} \frac{\partial f}{\partial x} &= 2 \sum_{i=1}^{3} r_i\,(y^i - 1), \quad r_i = c_i - x + x y^i \\ \frac{\partial f}{\partial y} &= 2 \sum_{i=1}^{3} r_i\, i\, x\, y^{i-1} \end{aligned}`,
  value: ([x, y]) => C.reduce((sum, c, index) => sum + (c - x + x * y ** (index + 1)) ** 2, 0),
  gradient([x, y]) {
    let [gx, gy] = [0, 0];
    C.forEach((c, index) => {
      const i = index + 1;
      const residual = c - x + x * y ** i;
      gx += 2 * residual * (y ** i - 1);
      gy += 2 * residual * i * x * y ** (i - 1);
    });
    return [gx, gy];
  },
  minima: [[3, 0.5]],
  goal: aboveZero,
  x: [-1, 4.5],
  y: [-2, 2],
  start: [1, 1.5],
  rates: { gradient: 0.002, adaptive: 0.1 },
  crowding: 5,
  hard: 'A long flat floor, where the gradient is small, between walls where it is thousands of times larger. A rate that is safe at the walls is slow on the floor.',
};
