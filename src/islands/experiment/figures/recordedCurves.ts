import { fromRecording } from '../../../figures/data/adapter.ts';
import { drawWhole } from '../../../figures/parts/figureElement.ts';
import { figures } from '../../../figures/index.ts';
import { withAxis } from '../../../figures/data/xAxis.ts';
import { type XAxis } from '../../../figures/data/xNames.ts';
import type { IslandData } from '../state/islandData.ts';

/** Draw the recorded curves of an experiment anew, over another axis or on another scale, in the place of those that are there. */
export function drawRecordedCurves(section: Element | null, { experiment, recording, context }: IslandData, axis: XAxis, scale: 'linear' | 'log'): void {
  const shown = section?.querySelector('.experiment-recorded .figure-curves');
  if (!shown) return;
  const data = withAxis(fromRecording(experiment, recording, context), axis, scale);
  shown.replaceWith(drawWhole(figures.curves.draw(data, { document: shown.ownerDocument })));
}
