/** The bootstrap interval of paired differences in live figures: the same as in the recorded ones. */
import type { FigureName } from '../../../experiments/spec/figureNeeds.ts';
import type { FigureOptions } from '../../../figures/parts/figureElement.ts';

/** Comes with the kernel, which is fetched if one of the figures needs it; before that there is none. */
export function openInterval(figures: readonly FigureName[]): FigureOptions['interval'] {
  if (!figures.includes('differences')) return undefined;
  let interval: FigureOptions['interval'];
  Promise.all([import('../../../kernel/browser.ts'), import('../../../experiments/verdicts/bootstrap.ts')])
    .then(async ([{ loadKernel }, { medianInterval }]) => (interval = medianInterval(await loadKernel())))
    // Without it the median stands alone.
    .catch(() => undefined);
  return (values) => interval?.(values);
}
