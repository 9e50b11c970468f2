/** The twin of a run: the same training on the same data, with initial parameters and an order of batches from another seed. */
import type { LayerParameters } from '../../engines/engine.ts';
import { openStream } from '../../kernel/random.ts';
import { layerWidths } from '../configuration/output.ts';
import { initialParameters } from '../plan/initialParameters.ts';
import type { Plan } from '../plan/plan.ts';
import { Breather, type BreatherOptions } from './breather.ts';
import { Checkpoints } from './checkpoints.ts';
import { runCourse, type Course } from './course.ts';
import { HistoryBuilder } from './history.ts';
import { pretrain } from './pretrain.ts';

type Given = Pick<Course, 'run' | 'planned' | 'engine' | 'kernel'> & Pick<BreatherOptions, 'breathe' | 'signal'>;

/** Its final parameters; none where it diverged. `sameStart`: the initial parameters are the run's own. Throws Cancelled. */
export async function trainTwin({ run, planned, engine, kernel, breathe, signal }: Given, sameStart: boolean): Promise<LayerParameters[] | undefined> {
  const { configuration } = run.arm;
  const breather = new Breather({ ...(breathe && { breathe }), ...(signal && { signal }), flush: () => undefined });
  const seed = twinSeed({ planned, kernel });
  const own: Plan = { ...planned, plan: { ...planned.plan, seed } };
  if (!sameStart) {
    own.plan.parameters = initialParameters(configuration, layerWidths(configuration, planned.examples), kernel, seed);
    if (configuration.pretraining) {
      const pretrained = await pretrain(configuration, own, engine, kernel, breather);
      if (pretrained.ending) return undefined;
      own.plan.parameters = pretrained.parameters;
    }
  }
  const trainer = await engine.create(own.plan);
  try {
    const unseen = { run: { ...run, observe: { every: own.updates } }, history: new HistoryBuilder(), checkpoints: new Checkpoints(undefined), probes: [] };
    const ending = await runCourse({ ...unseen, trainer, engine, kernel, planned: own, breather });
    return ending.state === 'finished' ? await trainer.parameters() : undefined;
  } finally {
    trainer.dispose();
  }
}

/** From the run's own, so that a run has one twin. */
function twinSeed({ planned, kernel }: Pick<Given, 'planned' | 'kernel'>): number {
  const mark = kernel.mark();
  const seed = openStream(kernel, planned.plan.seed, 'probe', TWIN).integer(0x8000_0000);
  kernel.release(mark);
  return seed;
}

/** Index of the stream: part of the meaning of a seed. */
const TWIN = 2;
