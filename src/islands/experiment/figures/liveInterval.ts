/** The bootstrap interval of paired differences in live figures: the same as in the recorded ones. */
import { medianInterval } from '../../../experiments/verdicts/bootstrap.ts';
import type { FigureName } from '../../../experiments/spec/figureNeeds.ts';
import type { FigureOptions } from '../../../figures/parts/figureElement.ts';
import { loadKernel } from '../../../kernel/browser.ts';

/** Comes with the kernel; before that there is none. */
export function openInterval(figures: readonly FigureName[]): FigureOptions['interval'] {
  if (!figures.includes('differences')) return undefined;
  let interval: FigureOptions['interval'];
  loadKernel()
    .then((kernel) => (interval = medianInterval(kernel)))
    // Without it the median stands alone.
    .catch(() => undefined);
  return (values) => interval?.(values);
}
