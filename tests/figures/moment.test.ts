/** The timeline: what figures say of a moment that is not the end. */
import { parseHTML } from 'linkedom';
import { expect, it } from 'vitest';
import { fromRuns } from '../../src/figures/data/adapter.ts';
import { drawWhole } from '../../src/figures/parts/figureElement.ts';
import { finals } from '../../src/figures/kinds/finals.ts';
import { atStep } from '../../src/figures/data/readings.ts';
import { runAtStep } from '../../src/islands/experiment/trial/runAtStep.ts';
import { liveRun, oneAxis } from './data.ts';

const { document } = parseHTML('<!doctype html><html><body></body></html>');
const experiment = oneAxis();
const runs = [liveRun('10', 1, [0.9, 0.5, 0.25]), liveRun('20', 1, [0.9, 0.7, 0.6])];
const finalsAt = (step?: number) => {
  const then = step === undefined ? runs : runs.map((run) => runAtStep(run, step));
  const data = fromRuns(experiment, experiment.arms, then, new Map());
  return drawWhole(finals(step === undefined ? data : atStep(data, step), { document }));
};

it('finals show the values that there were then, and say so', () => {
  expect(finalsAt().querySelector('figcaption')?.textContent).toContain('Final training loss');
  expect(finalsAt().querySelector('desc')?.textContent).toContain('10: 0.250');
  const early = finalsAt(10);
  expect(early.querySelector('figcaption')?.textContent).toContain('Training loss after 10 updates');
  expect(early.querySelector('desc')?.textContent).toContain('10: 0.500; 20: 0.700');
});
