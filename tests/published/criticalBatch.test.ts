/** The chapter on batch size types what it fits to a recorded table; this computes it anew. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { median } from 'simple-statistics';
import { expect, it } from 'vitest';
import { checkRecording } from '../../src/experiments/record/checkRecording.ts';
import { recorded } from '../../src/published/recorded.ts';

const file = join(import.meta.dirname, '../../content/recordings/batch-size-critical.json');
const checked = checkRecording(readFileSync(file, 'utf8'));
if ('problem' in checked) throw new Error(checked.problem);
const { recording } = checked;

const updates = (batch: number, level: number) => Number(recorded(recording, { arm: String(batch), level }).replace(/\D/g, ''));

it.each([
  { level: 0.15, fewest: 72, scales: [20, 23] },
  { level: 0.12, fewest: 88, scales: [24, 42] },
])('updates to $level: the fewest, and the noise scales that the smallest batches ask for', ({ level, fewest, scales: [low, high] }) => {
  const most = median([256, 1024, 4000].map((batch) => updates(batch, level)));
  expect(most).toBe(fewest);
  const scales = [2, 4, 8, 16].map((batch) => batch * (updates(batch, level) / most - 1));
  expect(Math.round(Math.min(...scales))).toBe(low);
  expect(Math.round(Math.max(...scales))).toBe(high);
});
