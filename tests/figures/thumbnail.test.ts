import { expect, it } from 'vitest';
import { fromRuns } from '../../src/figures/data/adapter.ts';
import { THUMBNAIL, thumbnail } from '../../src/figures/thumbnail.ts';
import { liveRun, oneAxis } from './data.ts';

const experiment = oneAxis({ show: { metric: 'loss', split: 'train', scale: 'linear', x: 'step' } });
const draw = (...curves: [string, number[]][]) =>
  thumbnail(
    fromRuns(
      experiment,
      experiment.arms,
      curves.map(([arm, losses]) => liveRun(arm, 1, losses)),
      new Map(),
    ),
  );

it('draws one curve per arm, the highest loss at the top and the lowest at the bottom of the frame', () => {
  const { width, height, margin } = THUMBNAIL;
  const paths = Array.from(draw(['10', [4, 2]], ['20', [4, 0]]).matchAll(/<path d="([^"]+)"/g), ([, path]) => path);
  // 4 is at the top, 0 at the bottom, 2 half way.
  expect(paths).toEqual([
    `M${margin.toFixed(1)} ${margin.toFixed(1)}L${(width - margin).toFixed(1)} ${(height / 2).toFixed(1)}`,
    `M${margin.toFixed(1)} ${margin.toFixed(1)}L${(width - margin).toFixed(1)} ${(height - margin).toFixed(1)}`,
  ]);
});

it('leaves out what is not finite, and arms without a point', () => {
  const svg = draw(['10', [1, NaN, 3]]);
  expect(svg).not.toContain('NaN');
  expect(svg.match(/<path/g)).toHaveLength(1);
});
