/** An experiment as a PyTorch program. */
import type { Configuration } from '../../experiments/configuration/configuration.ts';
import type { Choice } from '../../nn/entry.ts';
import type { Framework, ProgramPlan } from '../python/framework.ts';
import { literal } from '../python/literal.ts';
import { risingMomentum } from '../python/momentum.ts';
import { armCell, openingCells } from '../python/opening.ts';
import { loopCode } from '../python/program.ts';
import { commonSettings } from '../python/settings.ts';
import { definitionsOf, spellEntry } from '../python/spell.ts';
import { fromLogits } from '../uses.ts';
import { ACTIVITY, BATCH_NORM, CANCELLED_BIAS, DEFINITIONS, NOISE, normalization } from './layers.ts';
import { build, CONSTRAIN, CONSTRAIN_OUTPUT, GROUPS, PREDICT, SET_PARAMETERS } from './network.ts';
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
    const settingsOf = configurations.map((configuration) => settings(configuration, plan));
    const own = [
      ...new Set([
        ...definitionsOf(
          settingsOf.flatMap((values) => Object.values(values)),
          DEFINITIONS,
        ),
        ...(uses.noise || uses.inputNoise ? [NOISE] : []),
        ...(uses.batchNormalization ? [BATCH_NORM] : []),
        ...(uses.cancelledBias ? [CANCELLED_BIAS] : []),
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
        return { ...commonSettings(configuration, plan.data.get(label)!, uses, every), ...settingsOf[index] };
      }),
      { code: build(plan) },
      ...(parameters ? [{ code: SET_PARAMETERS }] : []),
      ...(uses.penalty || uses.activityPenalty ? [{ code: penalty(plan) }] : []),
      ...(uses.clip ? [{ code: CLIP }] : []),
      ...(uses.constraint ? [{ code: uses.outputConstraint ? CONSTRAIN_OUTPUT : CONSTRAIN }] : []),
      ...(uses.ownRates ? [{ code: GROUPS }] : []),
      { code: PREDICT },
      { code: loopCode(uses, task, loop(plan)) },
    ];
  },
};

function optimizerOf({ training }: Configuration) {
  const { schedule, warmUp, momentumWarmUp } = training;
  const changing = warmUp !== undefined || (schedule !== undefined && schedule.name !== 'constant');
  // With momentum 0 PyTorch keeps no velocity.
  return optimizer(training.optimizer, changing || momentumWarmUp?.from === 0);
}

function settings(configuration: Configuration, { uses, parameters }: ProgramPlan): Record<string, string> {
  const { network, training } = configuration;
  const { constraint } = network;
  const momentum = risingMomentum(training, 'step');
  return {
    activation: spellEntry('activation', network.activation, 'pytorch'),
    ...(uses.outputActivation && { output: fromLogits(training.loss.name) ? 'nn.Identity()' : spellEntry('activation', network.outputActivation, 'pytorch') }),
    ...(!parameters && { initializer: spellEntry('initializer', network.initializer as Choice, 'pytorch') }),
    ...(uses.normalization && {
      normalization: normalization(network.normalization),
      normalize_after: network.normalization?.position === 'after' ? 'True' : 'False',
    }),
    ...(uses.constraint && {
      constraint: constraint ? spellEntry('constraint', constraint, 'pytorch') : 'None',
      ...(uses.outputConstraint && { constrain_output: literal(constraint?.['output'] === true) }),
    }),
    loss: spellEntry('loss', training.loss, 'pytorch'),
    optimizer: optimizerOf(configuration).expression,
    ...(uses.momentumWarmUp && { momentum: momentum ? `lambda step: ${momentum}` : 'None' }),
  };
}
