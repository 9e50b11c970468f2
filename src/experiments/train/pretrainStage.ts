/** One stage of pre-training: a network of its own, trained for so many updates. */
import type { Engine, LayerParameters, RunPlan, Trainer } from '../../engines/engine.ts';
import type { Breather } from './breather.ts';
import type { Ending, PretrainedLayer } from './result.ts';

export interface Pretrained {
  /** For the whole network; those of layers that are not pre-trained are as they were. */
  parameters: LayerParameters[];
  layers: PretrainedLayer[];
  /** If a stage diverged. */
  ending?: Ending;
}

/** Losses on the examples of the stage, its parameters, and what `read` was to read of it at its end. */
interface Learned<Read> {
  before: number;
  after: number;
  parameters: LayerParameters[];
  read: Read;
}

/** `what` names the stage where it diverges. Throws Cancelled. */
export async function pretrainStage<Read>(
  plan: RunPlan,
  updates: number,
  engine: Engine,
  breather: Breather,
  what: string,
  read: (trainer: Trainer) => Promise<Read>,
): Promise<Learned<Read> | { ending: Ending }> {
  const trainer = await engine.create(plan);
  try {
    const before = await lossOf(trainer);
    while (trainer.step < updates && trainer.divergedAt === undefined) {
      await breather.train(trainer, updates - trainer.step);
      await breather.pause();
    }
    const after = await lossOf(trainer);
    if (trainer.divergedAt !== undefined || !Number.isFinite(after)) return { ending: diverged(trainer.divergedAt ?? updates, what) };
    return { before, after, parameters: await trainer.parameters(), read: await read(trainer) };
  } finally {
    trainer.dispose();
  }
}

async function lossOf(trainer: Trainer): Promise<number> {
  return (await trainer.evaluate('train'))['loss']!;
}

function diverged(step: number, what: string): Ending {
  const explanation = `Diverged while ${what} was pre-trained, at step ${step.toLocaleString('en')}: the loss was no longer a finite number. Try a smaller learning rate for pre-training.`;
  return { state: 'diverged', step, explanation };
}
