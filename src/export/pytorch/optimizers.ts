/** Our optimizers, which follow Keras, in PyTorch: the built-in one where it can be made to coincide, else a class of its own. */
import type { Optimizer } from '../../nn/catalog.ts';
import { real } from '../python/literal.ts';

export interface OptimizerCode {
  /** A function of the parameters and the learning rate. */
  expression: string;
  /** Definitions, each once per program. */
  code: string[];
  /** What differs from the built-in one, or how it coincides. */
  remark?: string;
}

/** `changing`: whether the learning rate changes during training. */
export function optimizer(choice: Optimizer, changing: boolean): OptimizerCode {
  const value = (key: string) => real(choice[key] ?? null);
  const make = (call: string) => `lambda params, rate: ${call}`;
  const betas = `betas=(${value('beta1')}, ${value('beta2')})`;
  switch (choice.name) {
    case 'sgd': {
      if (!choice.momentum) return { expression: make('torch.optim.SGD(params, lr=rate)'), code: [] };
      const options = `lr=rate, momentum=${value('momentum')}, nesterov=${value('nesterov')}`;
      if (!changing) return { expression: make(`torch.optim.SGD(params, ${options})`), code: [] };
      return {
        expression: make(`SGD(params, ${options})`),
        code: [RULE, SGD],
        remark: 'SGD: the learning rate is inside the velocity (Keras); torch.optim.SGD multiplies it on afterwards, which differs where the rate changes.',
      };
    }
    case 'adagrad':
      return {
        expression: make(`torch.optim.Adagrad(params, lr=rate, initial_accumulator_value=${value('initialAccumulator')} + ${value('epsilon')}, eps=0)`),
        code: [],
        remark: 'Adagrad: epsilon is inside the root (Keras); with eps=0 and epsilon added to the first accumulator, torch.optim.Adagrad is the same.',
      };
    case 'adadelta':
      return { expression: make(`torch.optim.Adadelta(params, lr=rate, rho=${value('rho')}, eps=${value('epsilon')})`), code: [] };
    case 'rmsprop':
      return {
        expression: make(
          `RMSprop(params, lr=rate, rho=${value('rho')}, momentum=${value('momentum')}, eps=${value('epsilon')}, centered=${value('centered')})`,
        ),
        code: [RULE, RMSPROP],
        remark: 'RMSprop: epsilon is inside the root and the learning rate inside the momentum (Keras); torch.optim.RMSprop has both outside.',
      };
    case 'adam':
    case 'amsgrad': {
      const amsgrad = choice.name === 'amsgrad' ? ', amsgrad=True' : '';
      return { expression: make(`Adam(params, ${value('epsilon')}, lr=rate, ${betas}${amsgrad})`), code: [EPSILON, ADAM], remark: ADAM_REMARK };
    }
    case 'adamw':
      return {
        expression: make(`AdamW(params, ${value('epsilon')}, lr=rate, ${betas}, weight_decay=${value('weightDecay')})`),
        code: [EPSILON, ADAMW],
        remark: ADAM_REMARK,
      };
    case 'adamax':
      return {
        expression: make(`Adamax(params, lr=rate, ${betas}, eps=${value('epsilon')})`),
        code: [RULE, ADAMAX],
        remark: 'Adamax: epsilon is added to the running maximum (Keras); torch.optim.Adamax adds it to |g| inside the maximum.',
      };
    case 'nadam':
      return {
        expression: make(`Nadam(params, lr=rate, ${betas}, eps=${value('epsilon')})`),
        code: [RULE, NADAM],
        remark: 'Nadam: torch.optim.NAdam with momentum_decay=1 means the same, but that of PyTorch 1.13 counts one momentum twice.',
      };
    case 'lion':
      return {
        expression: make(`Lion(params, lr=rate, ${betas}, weight_decay=${value('weightDecay')})`),
        code: [RULE, LION],
        remark: 'Lion is not in torch.optim.',
      };
    default:
      throw new Error(`The optimizer "${choice.name}" has no PyTorch form; add it to export/pytorch/optimizers.ts.`);
  }
}

const ADAM_REMARK = 'Adam: epsilon is added before the bias correction of v (Keras); PyTorch adds its eps after it, so eps follows the correction.';

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

const SGD = `class SGD(Rule):
    def update(self, p, g, state, t, lr, momentum, nesterov):
        v = state["v"] = momentum * state.get("v", 0) - lr * g
        p += momentum * v - lr * g if nesterov else v`;

const RMSPROP = `class RMSprop(Rule):
    def update(self, p, g, state, t, lr, rho, momentum, eps, centered):
        s = state["s"] = rho * state.get("s", 0) + (1 - rho) * g**2
        if centered:
            m = state["m"] = rho * state.get("m", 0) + (1 - rho) * g
            s = torch.clamp(s - m**2, min=0)
        v = state["v"] = momentum * state.get("v", 0) + lr * g / torch.sqrt(s + eps)
        p -= v`;

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

const ADAM = `class Adam(EpsilonBeforeCorrection, torch.optim.Adam):
    pass`;

const ADAMW = `class AdamW(EpsilonBeforeCorrection, torch.optim.AdamW):
    pass`;

const ADAMAX = `class Adamax(Rule):
    def update(self, p, g, state, t, lr, betas, eps):
        m = state["m"] = betas[0] * state.get("m", 0) + (1 - betas[0]) * g
        u = state["u"] = torch.maximum(betas[1] * state.get("u", torch.zeros_like(g)), g.abs())
        p -= lr / (1 - betas[0] ** t) * m / (u + eps)`;

const NADAM = `class Nadam(Rule):
    def update(self, p, g, state, t, lr, betas, eps):
        now, ahead = (betas[0] * (1 - 0.5 * 0.96**k) for k in (t, t + 1))
        product = state["product"] = state.get("product", 1) * now
        m = state["m"] = betas[0] * state.get("m", 0) + (1 - betas[0]) * g
        v = state["v"] = betas[1] * state.get("v", 0) + (1 - betas[1]) * g**2
        mean = ahead * m / (1 - product * ahead) + (1 - now) * g / (1 - product)
        p -= lr * mean / (torch.sqrt(v / (1 - betas[1] ** t)) + eps)`;

const LION = `class Lion(Rule):
    def update(self, p, g, state, t, lr, betas, weight_decay):
        p -= lr * weight_decay * p
        m = state.get("m", 0)
        p -= lr * torch.sign(betas[0] * m + (1 - betas[0]) * g)
        state["m"] = betas[1] * m + (1 - betas[1]) * g`;
