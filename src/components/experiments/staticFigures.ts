/** The recorded result as HTML: each figure the experiment names, and the table of its numbers. */
import { parseHTML } from 'linkedom';
import type { Experiment } from '../../experiments/types.ts';
import type { Recording } from '../../experiments/recording.ts';
import { fromRecording, type Context } from '../../figures/adapter.ts';
import { dataTable } from '../../figures/dataTable.ts';
import { drawWhole } from '../../figures/figureElement.ts';
import { figures } from '../../figures/index.ts';
import { compactSvg } from './compactSvg.ts';

export function staticFigures(experiment: Experiment, recording: Recording, context: Context): { figures: string; table: string } {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const data = fromRecording(experiment, recording, context);
  return {
    figures: experiment.figures.map((name) => compact(drawWhole(figures[name](data, { document })).outerHTML)).join('\n'),
    table: dataTable(data, { document }).outerHTML,
  };
}

function compact(html: string): string {
  return html.replace(/<svg [\s\S]*?<\/svg>/g, compactSvg);
}
