/** One update in PyTorch. */
import type { ProgramPlan } from '../python/framework.ts';
import { lines } from '../python/literal.ts';
import type { LoopCode } from '../python/program.ts';

export const CLIP = `@torch.no_grad()
def clip_gradients(gradients, by, limit):
    if by == "value":
        for g in gradients:
            g.clamp_(-limit, limit)
    else:
        groups = [gradients] if by == "globalNorm" else [[g] for g in gradients]
        for group in groups:
            norm = math.sqrt(sum(float((g**2).sum()) for g in group))
            for g in group:
                g.mul_(min(1, limit / norm) if norm > 0 else 1)`;

export function penalty({ uses }: ProgramPlan): string {
  return lines(
    'def penalty(model, arm):',
    '    total = 0',
    uses.penalty &&
      lines(
        '    for linear in [module for module in model if isinstance(module, nn.Linear)]:',
        '        total = total + arm["l1"] * linear.weight.abs().sum() + arm["l2"] * (linear.weight**2).sum()',
        uses.biasPenalty &&
          '        if arm["penalize_biases"]:\n            total = total + arm["l1"] * linear.bias.abs().sum() + arm["l2"] * (linear.bias**2).sum()',
      ),
    uses.activityPenalty && '    total = total + sum(module.value for module in model if isinstance(module, ActivityPenalty))',
    '    return total',
  );
}

export function loop({ uses, parameters }: ProgramPlan): LoopCode {
  const evaluated = uses.averaging ? 'averages or model' : 'model';
  return {
    start: lines(
      'torch.manual_seed(seed)',
      'model = build(arm, inputs, outputs)',
      parameters && 'set_parameters(model, run["parameters"])',
      `optimizer = arm["optimizer"](${uses.ownRates ? 'groups(model, arm)' : 'model.parameters()'}, arm["learning_rate"])`,
      uses.averaging && 'averages = None',
    ),
    update: lines(
      uses.schedule && `for group in optimizer.param_groups:\n    group["lr"] = rate${uses.ownRates ? ' * group["factor"]' : ''}`,
      uses.momentumWarmUp && 'if arm["momentum"]:\n    for group in optimizer.param_groups:\n        group["momentum"] = arm["momentum"](step)',
      'optimizer.zero_grad()',
      `loss = arm["loss"](model(torch.from_numpy(bx)), torch.from_numpy(by))${uses.penalty || uses.activityPenalty ? ' + penalty(model, arm)' : ''}`,
      'loss.backward()',
      uses.clip && 'if arm["clip"]:\n    clip_gradients([p.grad for p in model.parameters() if p.grad is not None], *arm["clip"])',
      'optimizer.step()',
      uses.averaging &&
        lines(
          'if arm["averaging"] is not None:',
          '    if averages is None:',
          '        averages = build(arm, inputs, outputs)',
          '        averages.load_state_dict(model.state_dict())',
          '    with torch.no_grad():',
          '        for average, p in zip(averages.parameters(), model.parameters()):',
          '            average.lerp_(p, 1 - arm["averaging"])',
          '        for average, buffer in zip(averages.buffers(), model.buffers()):',
          '            average.copy_(buffer)',
        ),
      uses.constraint && `if arm["constraint"]:\n    constrain(model, arm["constraint"]${uses.outputConstraint ? ', arm["constrain_output"]' : ''})`,
    ),
    predict: `predict(${evaluated}, features)`,
    get: `{name: value.clone() for name, value in ${uses.averaging ? '(averages or model)' : 'model'}.state_dict().items()}`,
    set: 'model.load_state_dict(kept)',
  };
}
