/** A thousand runs in one worker leave its memory where it was. */
import { afterAll, expect, test, vi } from 'vitest';
import { loadEngine } from '../../../src/engines/index.ts';
import { expand } from '../../../src/experiments/spec/expand.ts';
import { trainRun } from '../../../src/experiments/train/run.ts';
import { loadKernel } from '../../../src/kernel/node.ts';
import { circlesExperiment } from '../examples.ts';

/** Every kernel that is instantiated from here on. */
const memories: WebAssembly.Memory[] = [];
const instantiate = WebAssembly.instantiate.bind(WebAssembly) as (module: WebAssembly.Module, imports: WebAssembly.Imports) => Promise<WebAssembly.Instance>;
vi.spyOn(WebAssembly, 'instantiate').mockImplementation((async (module: WebAssembly.Module, imports: WebAssembly.Imports) => {
  const instance = await instantiate(module, imports);
  memories.push(instance.exports['memory'] as WebAssembly.Memory);
  return instance;
}) as unknown as typeof WebAssembly.instantiate);
afterAll(() => vi.restoreAllMocks());

test('a thousand runs, of all kinds, take no more memory than the first few', async () => {
  const kernel = await loadKernel();
  const engine = await loadEngine('fused', kernel);
  const bytes = () => memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0);
  const training = { loss: 'categoricalCrossentropy', optimizer: 'adam', batchSize: 20, epochs: 2 };
  const experiment = circlesExperiment({
    training: { ...training, schedule: 'cosine', earlyStopping: { patience: 1 }, checkpoints: { every: 1 } },
    pretraining: { epochs: 1 },
    compare: { 'network.hidden': [[4], [64, 64]], 'network.dropout': [0, 0.5] },
    probes: ['activations', 'gradients', 'updates', 'weights'],
    metrics: ['f1', 'confusionMatrix'],
  });
  const train = async (from: number, to: number) => {
    for (let seed = from; seed <= to; seed++) for (const run of expand(experiment, [seed])) await trainRun(run, engine, kernel);
  };
  await train(1, 2);
  const [before, kernels] = [bytes(), memories.length];
  expect(kernels).toBeGreaterThan(1);
  await train(3, 250);
  expect(bytes()).toBe(before);
  expect(memories.length).toBe(kernels);
}, 60_000);

test('a run that fails gives its memory back as well', async () => {
  const kernel = await loadKernel();
  const engine = await loadEngine('fused', kernel);
  const [run] = expand(circlesExperiment(), [1]);
  const fail = () => trainRun(run!, engine, kernel, { breathe: () => Promise.reject(new Error('Out of breath.')) });
  let now = 0;
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => (now += 10));
  await expect(fail()).rejects.toThrow('Out of breath.');
  const kernels = memories.length;
  for (let i = 0; i < 5; i++) await expect(fail()).rejects.toThrow('Out of breath.');
  clock.mockRestore();
  expect(memories.length).toBe(kernels);
});
