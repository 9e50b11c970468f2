/** An experiment as a low-level TensorFlow program: tf.Variable, GradientTape, and every rule written out. */
import type { Choice } from '../../nn/entry.ts';
import type { Framework } from '../python/framework.ts';
import { armCell, openingCells } from '../python/opening.ts';
import { literal, real } from '../python/literal.ts';
import { loopCode } from '../python/program.ts';
import { commonSettings } from '../python/settings.ts';
import { definitionsOf, spellEntry } from '../python/spell.ts';
import { fromLogits } from '../uses.ts';
import { DEFINITIONS } from './definitions.ts';
import { CONSTRAIN, CONSTRAIN_OUTPUT, networkClass, SET_PARAMETERS } from './network.ts';
import { optimizerCode, optimizerSettings } from './optimizers.ts';
import { CLIP, loop, penalty } from './step.ts';

export const tensorflow: Framework = {
  title: 'TensorFlow',
  reasons: () => [],
  definitions(plan) {
    const { arms, uses, parameters, every } = plan;
    const configurations = arms.map(({ configuration }) => configuration);
    const spelled = configurations.map(({ network, training }) => ({
      ...(!parameters && { initializer: spellEntry('initializer', network.initializer as Choice, 'tensorflow') }),
      loss: spellEntry('loss', training.loss, 'tensorflow'),
    }));
    const own = [
      ...definitionsOf(
        spelled.flatMap((values) => Object.values(values)),
        DEFINITIONS,
      ),
      ...new Set(configurations.map(({ training }) => optimizerCode(training.optimizer))),
    ];
    return [
      ...openingCells(
        plan,
        'low-level TensorFlow',
        'import tensorflow as tf',
        ['optimizers are written out; epsilon is where Keras has it.'],
        'from functools import partial',
      ),
      { code: own.join('\n\n\n') },
      armCell(plan, (index) => {
        const { label, configuration } = arms[index]!;
        const { network, training } = configuration;
        const { normalization, constraint } = network;
        return {
          ...commonSettings(configuration, plan.data.get(label)!, uses, every),
          activation: spellEntry('activation', network.activation, 'tensorflow'),
          ...(uses.outputActivation && {
            output: fromLogits(training.loss.name) ? 'tf.identity' : spellEntry('activation', network.outputActivation, 'tensorflow'),
          }),
          ...(uses.normalization && {
            normalization: normalization
              ? `(${literal(normalization.name)}, ${real(Number(normalization.momentum ?? 0))}, ${real(Number(normalization.epsilon))})`
              : 'None',
            normalize_after: literal(normalization?.position === 'after'),
          }),
          ...(uses.constraint && {
            constraint: constraint ? spellEntry('constraint', constraint, 'tensorflow') : 'None',
            ...(uses.outputConstraint && { constrain_output: literal(constraint?.['output'] === true) }),
          }),
          ...spelled[index],
          ...optimizerSettings(training),
        };
      }),
      { code: networkClass(plan) },
      ...(parameters ? [{ code: SET_PARAMETERS }] : []),
      ...(uses.penalty || uses.activityPenalty ? [{ code: penalty(plan) }] : []),
      ...(uses.clip ? [{ code: CLIP }] : []),
      ...(uses.constraint ? [{ code: uses.outputConstraint ? CONSTRAIN_OUTPUT : CONSTRAIN }] : []),
      { code: loopCode(uses, plan.data.get(arms[0]!.label)!.task, loop(plan)) },
    ];
  },
};
