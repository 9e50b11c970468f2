/** An experiment as a PyTorch program. */
import type { Configuration } from '../../experiments/configuration/configuration.ts';
import type { Framework, ProgramPlan } from '../python/framework.ts';
import { armCell, openingCells } from '../python/opening.ts';
import { loopCode } from '../python/program.ts';
import { commonSettings } from '../python/settings.ts';
import { fromLogits } from '../uses.ts';
import { ACTIVITY, activation, BATCH_NORM, initializer, loss, NOISE, normalization, STEP, TRUNCATED } from './layers.ts';
import { build, CONSTRAIN, PREDICT, SET_PARAMETERS } from './network.ts';
import { optimizer } from './optimizers.ts';
import { CLIP, loop, penalty } from './step.ts';

export const pytorch: Framework = {
  title: 'PyTorch',
  reasons: () => [],
  definitions(plan) {
    const { arms, uses, parameters, every } = plan;
    const configurations = arms.map(({ configuration }) => configuration);
    const optimizers = configurations.map(optimizerOf);
    const task = plan.data.get(arms[0]!.label)!.task;
    const truncated =
      !parameters && configurations.some(({ network }) => network.initializer.name.endsWith('Normal') && network.initializer.name !== 'randomNormal');
    const steps = configurations.some(({ network }) => network.activation.name === 'step');
    const own = [
      ...new Set([
        ...(truncated ? [TRUNCATED] : []),
        ...(steps ? [STEP] : []),
        ...(uses.noise || uses.inputNoise ? [NOISE] : []),
        ...(uses.batchNormalization ? [BATCH_NORM] : []),
        ...(uses.activityPenalty ? [ACTIVITY] : []),
        ...optimizers.flatMap(({ code }) => code),
      ]),
    ];
    return [
      ...openingCells(
        plan,
        'PyTorch',
        'import torch\nfrom torch import nn',
        optimizers.flatMap(({ remark }) => remark ?? []),
      ),
      ...(own.length > 0 ? [{ code: own.join('\n\n\n') }] : []),
      armCell(plan, (index) => {
        const { label, configuration } = arms[index]!;
        return { ...commonSettings(configuration, plan.data.get(label)!, uses, every), ...settings(configuration, plan) };
      }),
      { code: build(plan) },
      ...(parameters ? [{ code: SET_PARAMETERS }] : []),
      ...(uses.penalty || uses.activityPenalty ? [{ code: penalty(plan) }] : []),
      ...(uses.clip ? [{ code: CLIP }] : []),
      ...(uses.constraint ? [{ code: CONSTRAIN }] : []),
      { code: PREDICT },
      { code: loopCode(uses, task, loop(plan)) },
    ];
  },
};

function optimizerOf({ training }: Configuration) {
  const { schedule, warmUp } = training;
  return optimizer(training.optimizer, warmUp !== undefined || (schedule !== undefined && schedule.name !== 'constant'));
}

function settings(configuration: Configuration, { uses, parameters }: ProgramPlan): Record<string, string> {
  const { network, training } = configuration;
  const { constraint } = network;
  return {
    activation: activation(network.activation),
    ...(uses.outputActivation && { output: fromLogits(training.loss.name) ? 'nn.Identity()' : activation(network.outputActivation) }),
    ...(!parameters && { initializer: initializer(network.initializer as { name: string }) }),
    ...(uses.normalization && {
      normalization: normalization(network.normalization),
      normalize_after: network.normalization?.position === 'after' ? 'True' : 'False',
    }),
    ...(uses.constraint && {
      constraint: constraint
        ? `dict(${Object.entries(constraint)
            .map(([key, value]) => `${key}=${JSON.stringify(value)}`)
            .join(', ')})`
        : 'None',
    }),
    loss: loss(training.loss),
    optimizer: optimizerOf(configuration).expression,
  };
}
