import { beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../../src/engines/engine.ts';
import { fusedEngine } from '../../../../src/engines/fused/fused.ts';
import { chooseActivation, readActivation, shownActivations, writeActivation } from '../../../../src/islands/explorers/activations/activationChoice.ts';
import { activationCurve } from '../../../../src/islands/explorers/activations/activationCurve.ts';
import { GRID } from '../../../../src/islands/explorers/activations/grid.ts';
import { describeSaturation, saturation, unitState } from '../../../../src/islands/explorers/activations/saturation.ts';
import { loadKernel } from '../../../../src/kernel/node.ts';
import { activationRows } from '../../../engines/table/activations.ts';

let engine: Engine;
beforeAll(async () => {
  engine = fusedEngine(await loadKernel());
});

describe.each(shownActivations.map(({ name }) => name))('the curve of %s', (name) => {
  const activation = { ...chooseActivation(name), ...(name === 'leakyRelu' && { slope: 0.1 }), ...(name === 'elu' && { alpha: 1.5 }) };
  const f = (z: number) => activationRows[name]!.formula([z], activation)[0]!;

  it('has the values and slopes of the formula', async () => {
    const { values, slopes } = await activationCurve(engine, activation);
    expect([values.length, slopes.length]).toEqual([241, 241]);
    GRID.forEach((z, index) => {
      expect(values[index]).toBeCloseTo(f(z), 5);
      // Kinks and jumps lie at 0 and ±3, where the catalog says which side counts.
      if ([0, 3, -3].includes(z)) return;
      expect(slopes[index]).toBeCloseTo((f(z + 1e-5) - f(z - 1e-5)) / 2e-5, 4);
    });
  });
});

describe('saturation', () => {
  const curveOf = async (name: string) => activationCurve(engine, chooseActivation(name));

  it('is where the derivative is below 0.05', async () => {
    // σ(1 − σ) = 0.05 at σ = (1 + √0.8)/2 = 0.947214, z = ln(0.947214/0.052786) = 2.887: the next points are 2.9 and −2.9
    expect(saturation(await curveOf('sigmoid'))).toEqual({ below: -2.9, above: 2.9 });
    // 1 − tanh² = 0.05 at tanh z = √0.95 = 0.974679, z = ½ ln(1.974679/0.025321) = 2.178
    expect(saturation(await curveOf('tanh'))).toEqual({ below: -2.2, above: 2.2 });
    // the slope at 0 counts as 0
    expect(saturation(await curveOf('relu'))).toEqual({ below: 0 });
    expect(saturation(await curveOf('leakyRelu'))).toEqual({});
    expect(describeSaturation(await curveOf('step'))).toBe('φ′ = 0 everywhere');
    expect(describeSaturation(await curveOf('relu'))).toBe('φ′ = 0 for z ≤ 0');
    expect(describeSaturation(await curveOf('tanh'))).toBe('|φ′| < 0.05 for z ≤ −2.2 and z ≥ 2.2');
  });

  it('does not count the flat spot at the minimum of swish', async () => {
    // At −1.278 the slope is 0; it is again smaller than 0.05 in size from about z = −5.2 to the left, hence below −4.
    expect(saturation(await curveOf('swish')).below).toBeLessThan(-4);
    expect(unitState(await curveOf('swish'), GRID.indexOf(-1.25))).toBe('open');
  });

  it('tells a unit that is off from one that is saturated', async () => {
    expect(unitState(await curveOf('relu'), GRID.indexOf(-1))).toBe('off');
    expect(unitState(await curveOf('relu'), GRID.indexOf(1))).toBe('open');
    expect(unitState(await curveOf('sigmoid'), GRID.indexOf(4))).toBe('saturated');
  });
});

describe('an activation in an address', () => {
  it.each(['relu', 'leakyRelu', 'leakyRelu,0.1', 'elu,1.5'])('reads back: %s', (text) => expect(writeActivation(readActivation(text)!)).toBe(text));
  it.each(['', 'softmax', 'nothing', 'relu,1', 'leakyRelu,2', 'leakyRelu,', 'leakyRelu,x', 'elu,-1', '__proto__'])('is refused: “%s”', (text) =>
    expect(readActivation(text)).toBeUndefined(),
  );
});
