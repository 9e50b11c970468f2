import type { FigureName } from '../../../experiments/spec/figureNeeds.ts';
import { fromRecording } from '../../../figures/data/adapter.ts';
import { withAxis } from '../../../figures/data/xAxis.ts';
import { type XAxis } from '../../../figures/data/xNames.ts';
import type { DrawingRequest } from '../../workers/drawing.worker.ts';
import { askDrawing } from '../../workers/pageDrawing.ts';
import type { IslandData } from '../state/islandData.ts';

/** Draw the recorded curves of an experiment anew, over another axis or on another scale, in the place of those that are there. */
export async function drawRecordedCurves(section: Element | null, data: IslandData, axis: XAxis, scale: 'linear' | 'log'): Promise<void> {
  const find = () => section?.querySelector('.experiment-recorded .figure-curves');
  if (!find()) return;
  const request = recordedFigure(data, 'curves');
  const markup = await askDrawing({ ...request, data: withAxis(request.data, axis, scale) });
  const shown = find();
  if (shown) shown.outerHTML = markup;
}

export function recordedFigure({ experiment, recording, context }: IslandData, name: FigureName): Extract<DrawingRequest, { what: 'figure' }> {
  return { what: 'figure', key: `recorded-${experiment.id}`, name, data: fromRecording(experiment, recording, context), sizes: ['wide', 'narrow'] };
}
