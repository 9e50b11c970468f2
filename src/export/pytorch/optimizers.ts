/** Our optimizers, which follow Keras, in PyTorch: as their entries spell them, with the classes that those build on. */
import { optimizers, type Optimizer } from '../../nn/catalog.ts';
import { findEntry } from '../../nn/entry.ts';
import { definitionsOf, spell } from '../python/spell.ts';

export interface OptimizerCode {
  /** A function of the parameters and the learning rate. */
  expression: string;
  /** Definitions, each once per program. */
  code: string[];
  /** What differs from the built-in one, or how it coincides. */
  remark?: string;
}

/** `changing`: whether the learning rate changes during training, or momentum starts at 0. */
export function optimizer(choice: Optimizer, changing: boolean): OptimizerCode {
  const { pytorch } = findEntry('optimizer', optimizers, choice.name).equivalents;
  const { call, code = '', remark } = typeof pytorch === 'function' ? pytorch(choice, changing) : pytorch;
  return {
    expression: `lambda params, rate: ${spell(call, choice)}`,
    code: [...definitionsOf([code], { Rule: RULE, EpsilonBeforeCorrection: EPSILON }), code].filter(Boolean),
    ...(remark && { remark }),
  };
}

const RULE = `class Rule(torch.optim.Optimizer):
    """An optimizer whose rule is update(p, g, state, t, **options)."""

    def __init__(self, params, **options):
        super().__init__(params, options)
        self.t = 0

    @torch.no_grad()
    def step(self):
        self.t += 1
        for group in self.param_groups:
            options = {name: value for name, value in group.items() if name in self.defaults}
            for p in group["params"]:
                if p.grad is not None:
                    self.update(p, p.grad, self.state[p], self.t, **options)`;

const EPSILON = `class EpsilonBeforeCorrection:
    """For torch.optim.Adam and AdamW: with this eps, PyTorch's rule is that of Keras."""

    def __init__(self, params, epsilon, **options):
        super().__init__(params, **options)
        self.epsilon, self.t = epsilon, 0

    def step(self, closure=None):
        self.t += 1
        for group in self.param_groups:
            group["eps"] = self.epsilon / math.sqrt(1 - group["betas"][1] ** self.t)
        return super().step(closure)`;
