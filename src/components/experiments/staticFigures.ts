/** The recorded result as HTML: each figure the experiment names, and the tables of their numbers. */
import { parseHTML } from 'linkedom';
import type { Experiment } from '../../experiments/types.ts';
import type { Recording } from '../../experiments/recording.ts';
import { fromRecording, type Context } from '../../figures/adapter.ts';
import { drawWhole } from '../../figures/figureElement.ts';
import { figureTables } from '../../figures/figureTables.ts';
import { figures } from '../../figures/index.ts';

export function staticFigures(experiment: Experiment, recording: Recording, context: Context): { figures: string; tables: string } {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const data = fromRecording(experiment, recording, context);
  return {
    figures: experiment.figures.map((name) => drawWhole(figures[name].draw(data, { document })).outerHTML).join('\n'),
    tables: figureTables(experiment.figures, data, { document })
      .map((table) => table.outerHTML)
      .join('\n'),
  };
}
