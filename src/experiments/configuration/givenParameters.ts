import type { LayerParameters } from '../../engines/engine.ts';
import type { GivenParameters } from './configuration.ts';

/** One layer's parameters as the initializer `given` takes them: the kernel as rows, [inputs][units]. */
export function givenParameters({ kernel, bias, gamma, beta, movingMean, movingVariance }: LayerParameters): GivenParameters {
  const units = bias.length;
  const rows = Array.from({ length: kernel.length / units }, (_, row) => Array.from(kernel.subarray(row * units, (row + 1) * units)));
  return {
    kernel: rows,
    bias: Array.from(bias),
    ...(gamma && { gamma: Array.from(gamma) }),
    ...(beta && { beta: Array.from(beta) }),
    ...(movingMean && { movingMean: Array.from(movingMean) }),
    ...(movingVariance && { movingVariance: Array.from(movingVariance) }),
  };
}
