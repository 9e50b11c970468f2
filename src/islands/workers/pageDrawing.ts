/** Where a page's figures are drawn: one worker, shared by its experiments and searches. */
import { escapeText } from '../../figures/parts/escapeMarkup.ts';
import { takeWorker } from '../../site/intent/startedWorkers.ts';
import { askWorker } from './askWorker.ts';
import workerUrl from './drawing.worker.ts?worker&url';
import type { DrawingRequest, Drawn } from './drawing.worker.ts';

const drawing = askWorker<DrawingRequest, Drawn>(() => takeWorker(workerUrl));

let hasDrawn = false;

/** Whether what draws is here, as far as is known: it has drawn something. */
export function isDrawingHere(): boolean {
  return hasDrawn;
}

/** Markup of what is asked for, or of why there is none. */
export async function askDrawing(request: DrawingRequest): Promise<string> {
  const drawn = await drawing.ask(request);
  hasDrawn = true;
  return 'markup' in drawn ? drawn.markup : `<p class="figure-problem">This could not be drawn: ${escapeText(drawn.problem)}</p>`;
}

export const warmDrawing = drawing.warm;
