/** A program with an opcode that the kernel does not know stops it: it must not train something else. */
import { expect, it } from 'vitest';
import { fusedEngine } from '../../src/engines/fused/fused.ts';
import { layOut } from '../../src/engines/fused/layout.ts';
import { loadKernel } from '../../src/kernel/node.ts';
import * as Field from '../../src/kernel/program/field.ts';
import * as Header from '../../src/kernel/program/header.ts';
import * as Variable from '../../src/kernel/program/variable.ts';
import { makePlan, type PlanOptions } from '../engines/cases.ts';

const UNKNOWN = 99;

const kernel = await loadKernel();
const shape: PlanOptions = { seed: 1, examples: 8, inputs: 2, hidden: 'tanh', units: [3], outputs: 1, batchSize: 4 };

/** Lays a program out, changes one word of it and does one update. */
function train(change: (program: ReturnType<typeof layOut>) => number): void {
  const mark = kernel.mark();
  try {
    const program = layOut(kernel, makePlan(kernel, shape));
    kernel.i32(change(program), 1)[0] = UNKNOWN;
    kernel.exports.train(program.header, 1, 0);
  } finally {
    kernel.release(mark);
  }
}

it.each([
  ['optimizer', ({ header }) => header + Header.OPTIMIZER * 4],
  ['loss', ({ header }) => header + Header.LOSS * 4],
  ['way of clipping', ({ header }) => header + Header.CLIP * 4],
  ['op', ({ ops }) => ops.pointer + Field.KIND * 4],
  ['activation', ({ ops }) => ops.pointer + (Field.SIZE + Field.OPCODE) * 4],
] as [string, (program: ReturnType<typeof layOut>) => number][])('an unknown %s', (_, place) => {
  expect(() => train(place)).toThrow(WebAssembly.RuntimeError);
});

it('an unknown constraint', () => {
  const place = ({ header, variables }: ReturnType<typeof layOut>) => {
    kernel.i32(header + Header.CONSTRAINED * 4, 1)[0] = 1;
    return variables.table + Variable.CONSTRAINT * 4;
  };
  expect(() => train(place)).toThrow(WebAssembly.RuntimeError);
});

it('known ones train', async () => {
  const trainer = await fusedEngine(kernel).create(makePlan(kernel, shape));
  await trainer.train(1);
  expect(trainer.step).toBe(1);
  trainer.dispose();
});
