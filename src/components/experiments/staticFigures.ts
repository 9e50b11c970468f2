/** The recorded result as HTML: each figure the experiment names, and the tables of their numbers. */
import { parseHTML } from 'linkedom';
import { medianInterval } from '../../experiments/bootstrap.ts';
import type { Experiment } from '../../experiments/types.ts';
import type { Recording } from '../../experiments/recording.ts';
import { fromRecording, type RecordingContext } from '../../figures/adapter.ts';
import { drawWhole, type FigureOptions } from '../../figures/figureElement.ts';
import { figureTables } from '../../figures/figureTables.ts';
import { figures } from '../../figures/index.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { compactSvg } from './compactSvg.ts';

export function staticFigures(experiment: Experiment, recording: Recording, context: RecordingContext, kernel: Kernel): { figures: string; tables: string } {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const data = fromRecording(experiment, recording, context);
  const options: FigureOptions = { document, interval: medianInterval(kernel) };
  return {
    figures: experiment.figures.map((name) => compact(drawWhole(figures[name].draw(data, options)).outerHTML)).join('\n'),
    tables: figureTables(experiment.figures, data, options)
      .map((table) => table.outerHTML)
      .join('\n'),
  };
}

function compact(html: string): string {
  return html.replace(/<svg [\s\S]*?<\/svg>/g, compactSvg);
}
