/** What a source reports must have something to be compared with. */
import { shapeOf } from '../../datasets/index.ts';
import type { Report } from '../../schema/problem.ts';
import { metricNamesOf, metrics as catalog } from '../configuration/metrics.ts';
import { splitSizes } from '../configuration/splitSizes.ts';
import type { Experiment } from './experiment.ts';

/** Arm, split and metric must be there to compare with, and the source among those that the experiment answers. */
export function checkReported({ arms, sources, metrics = [], show, reported = [] }: Experiment, report: Report): void {
  const labels = arms.map((arm) => arm.label);
  for (const [index, { arm, split, metric, source }] of reported.entries()) {
    const place = labels.indexOf(arm);
    if (place < 0) return report(['reported', index, 'arm'], arm, `one of ${labels.join(', ')}`);
    const { configuration } = arms[place]!;
    if (splitSizes(configuration)[split] === 0) return report(['reported', index, 'split'], split, `a split that arm "${arm}" has`);
    const always = metricNamesOf(shapeOf(configuration.dataset).task, split).filter((name) => !catalog.find((one) => one.name === name)?.onRequest);
    const asked = [...metrics, show.metric].filter(
      (name) => !always.includes(name) && metricNamesOf(shapeOf(configuration.dataset).task, split).includes(name),
    );
    if (![...always, ...asked].includes(metric)) {
      return report(
        ['reported', index, 'metric'],
        metric,
        `one of ${[...new Set([...always, ...asked])].join(', ')}, which arm "${arm}" reports of its ${split} split`,
      );
    }
    if (!sources.includes(source)) return report(['reported', index, 'source'], source, `one of sources: ${sources.join(', ') || 'there is none'}`);
  }
}
