import type { LayerParameters } from '../../../../engines/engine.ts';
import { expand } from '../../../../experiments/spec/expand.ts';
import type { Arm } from '../../../../experiments/configuration/arm.ts';
import type { Experiment } from '../../../../experiments/spec/experiment.ts';
import type { RunResult } from '../../../../experiments/train/result.ts';
import { pagePool } from '../../../workers/pagePool.ts';
import type { Session } from '../../session.ts';

/**
 * Train one run in the page's workers, keeping its parameters. `remark`: whether they are those of the run on screen, or of the recording.
 * Rejects where the run does not come to an end.
 */
export async function trainModel(
  session: Session,
  experiment: Experiment,
  arm: Arm,
  seed: number,
): Promise<{ parameters: LayerParameters[]; remark?: string }> {
  const run = expand(experiment, [seed]).filter((each) => each.arm.label === arm.label);
  const engine = session.trial()?.engine ?? 'fused';
  const [result] = await pagePool().start(run, { engine, keepParameters: true }).done;
  if (!result?.parameters || result.parameters.length === 0) throw new Error(`There is no model to save: ${reason(result)}`);
  const shown = session.results()?.find((run) => run.arm === arm.label && run.seed === seed);
  const recorded =
    experiment === session.published ? session.recording.arms.find(({ label }) => label === arm.label)?.runs.find((run) => run.seed === seed) : undefined;
  const remarks = [...(shown?.digest === result.digest ? ['the run on screen'] : []), ...(recorded?.digest === result.digest ? ['the recorded run'] : [])];
  return { parameters: result.parameters, ...(remarks.length > 0 && { remark: `The same bits as ${remarks.join(' and ')}.` }) };
}

function reason(result: RunResult | undefined): string {
  if (result?.ending.state === 'failed') return result.ending.message;
  if (result?.ending.state === 'diverged') return result.ending.explanation;
  return 'the run was not carried to its end.';
}
