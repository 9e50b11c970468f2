/** The figures of a running experiment: the same ones as recorded, in the same places, drawn anew as runs grow. */
import type { FigureName } from '../../../experiments/spec/figureNeeds.ts';
import type { Experiment } from '../../../experiments/spec/experiment.ts';
import type { FigureData } from '../../../figures/data/figureData.ts';
import { askDrawing } from '../../workers/pageDrawing.ts';
import { figureSlot, shownHeight, sizesAt, tablesElement } from '../../drawing/places.ts';
import { createPainter, type Painter } from '../../drawing/painter.ts';
import { sketchAhead } from '../../drawing/sketchAhead.ts';

export interface LiveFigures extends Painter {
  /** Under the figures, as in the recorded result. */
  addTable(data: FigureData): Promise<void>;
  removeTable(): void;
}

export interface LiveFiguresOptions {
  /** Is emptied. */
  place: HTMLElement;
  experiment: Experiment;
  /** Asked for at each drawing. */
  data(figure: FigureName): FigureData;
  /** Told when a figure is there. */
  onDrawn(): void;
  /** Whether networks train. */
  isBusy(): boolean;
}

/** Call it while the old figures are still shown: the new ones take over their height. */
export function openLiveFigures({ place, experiment, data, onDrawn, isBusy }: LiveFiguresOptions): LiveFigures {
  const { ownerDocument: document } = place;
  const heights = experiment.figures.map((name) => shownHeight(place, name));
  const frame = place.closest('.experiment') ?? place;
  let sizes = sizesAt(frame.clientWidth);
  const grid = document.createElement('div');
  grid.className = 'experiment-figures';
  place.replaceChildren(grid);
  const slots = experiment.figures.map((name, index) => figureSlot(grid, name, heights[index] ?? 0));
  const draws = experiment.figures.map((name, index) => {
    const slot = slots[index]!;
    return async () => {
      const markup = await askDrawing({ what: 'figure', key: slot.key, name, data: data(name), sizes });
      return () => {
        slot.put(markup);
        onDrawn();
      };
    };
  });
  const painter = createPainter(draws, { calm: matchMedia('(prefers-reduced-motion: reduce)').matches, isBusy });
  const curves = experiment.figures.indexOf('curves');
  const sketching = sketchAhead(painter, {
    ...{ slot: slots[curves], frame, height: heights[curves] ?? 0, onDrawn },
    curves() {
      const { arms, scale } = data('curves');
      return { curves: arms.map(({ series, curve: { x, median } }) => ({ series, x, y: median })), scale };
    },
  });
  // A phone that is turned, a window that is resized. The browser tells; to ask after each drawing would cost a layout.
  const observer = new ResizeObserver(([entry]) => {
    const next = sizesAt(entry?.contentRect.width ?? 0);
    if (next[0] === sizes[0]) return;
    sizes = next;
    painter.request();
  });
  observer.observe(frame);
  let isOpen = true;
  return {
    ...sketching,
    stop() {
      isOpen = false;
      observer.disconnect();
      sketching.stop();
    },
    removeTable: () => place.querySelector('.experiment-details')?.remove(),
    async addTable(final) {
      const markup = await askDrawing({ what: 'tables', names: experiment.figures, data: final });
      if (isOpen) place.append(tablesElement(document, markup, { summary: 'Data of this run', label: 'Table of this run' }));
    },
  };
}
