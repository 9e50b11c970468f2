/** The recorded result as HTML: each figure the experiment names, the tables of their numbers, and what pointers on them are told. */
import { parseHTML } from 'linkedom';
import type { Experiment } from '../experiments/spec/experiment.ts';
import type { Recording } from '../experiments/record/recording.ts';
import { fromRecording, type RecordingContext } from '../figures/data/adapter.ts';
import { drawWhole, type FigureOptions } from '../figures/parts/figureElement.ts';
import { figureTables } from '../figures/figureTables.ts';
import { figures } from '../figures/index.ts';
import type { PlotTips } from '../figures/tips/plotTips.ts';
import { compactFigure } from './compactSvg.ts';
import { detachTips } from './detachTips.ts';

export interface StaticFigures {
  figures: string;
  tables: string;
  tips: PlotTips[];
}

export function staticFigures(experiment: Experiment, recording: Recording, context: RecordingContext): StaticFigures {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const data = fromRecording(experiment, recording, context);
  const options: FigureOptions = { document };
  const drawn = experiment.figures.map((name) => drawWhole(figures[name].draw(data, options)));
  const tips = detachTips(drawn);
  return {
    figures: drawn.map((figure) => compactFigure(figure.outerHTML)).join('\n'),
    tables: figureTables(experiment.figures, data, options)
      .map((table) => table.outerHTML)
      .join('\n'),
    tips,
  };
}
