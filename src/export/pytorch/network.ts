/** The network in PyTorch: an nn.Sequential, and what is done to its parameters. */
import type { ProgramPlan } from '../python/framework.ts';
import { lines } from '../python/literal.ts';

export function build({ uses, parameters }: ProgramPlan): string {
  // The class of hidden layers, and where it is told.
  const [kind, told, declared] = uses.cancelledBias ? ['kind', ', kind', ', kind=nn.Linear'] : ['nn.Linear', '', ''];
  return lines(
    ...(parameters
      ? []
      : [
          `def dense(arm, inputs, units${declared}):`,
          `    layer = ${kind}(inputs, units)`,
          '    arm["initializer"](layer.weight)',
          '    nn.init.zeros_(layer.bias)',
          '    return layer',
          '',
          '',
        ]),
    'def build(arm, inputs, outputs):',
    '    layers = []',
    uses.inputNoise && '    layers.append(Noise(arm["input_noise"]))',
    uses.inputDropout && '    layers.append(nn.Dropout(arm["input_dropout"]))',
    uses.cancelledBias && '    kind = CancelledBias if arm["bias_cancelled"] else nn.Linear',
    '    for units in arm["hidden"]:',
    `        layers.append(${parameters ? `${kind}(inputs, units)` : `dense(arm, inputs, units${told})`})`,
    uses.normalization && '        if arm["normalization"] and not arm["normalize_after"]:\n            layers.append(arm["normalization"](units))',
    '        layers.append(arm["activation"])',
    uses.normalization && '        if arm["normalization"] and arm["normalize_after"]:\n            layers.append(arm["normalization"](units))',
    uses.activityPenalty && '        layers.append(ActivityPenalty(arm["activity_l1"], arm["activity_l2"]))',
    uses.noise && '        layers.append(Noise(arm["noise"]))',
    uses.dropout && '        layers.append(nn.Dropout(arm["dropout"]))',
    '        inputs = units',
    `    layers.append(${parameters ? 'nn.Linear(inputs, outputs)' : 'dense(arm, inputs, outputs)'})`,
    uses.ownRates && !parameters && '    layers[-1].weight.data.mul_(arm["output_start"])',
    uses.outputDropout && '    layers.append(nn.Dropout(arm["output_dropout"]))',
    uses.outputActivation && '    layers.append(arm["output"])',
    '    return nn.Sequential(*layers)',
  );
}

export const SET_PARAMETERS = `@torch.no_grad()
def set_parameters(model, layers):
    """Kernels are written as [inputs][units], which nn.Linear keeps transposed."""
    linears = [module for module in model if isinstance(module, nn.Linear)]
    norms = [module for module in model if isinstance(module, (nn.BatchNorm1d, nn.LayerNorm))]
    for linear, layer in zip(linears, layers):
        linear.weight.copy_(torch.from_numpy(layer["kernel"].T))
        linear.bias.copy_(torch.from_numpy(layer["bias"]))
    for norm, layer in zip(norms, layers):
        norm.weight.copy_(torch.from_numpy(layer["gamma"]))
        norm.bias.copy_(torch.from_numpy(layer["beta"]))
        if "movingMean" in layer:
            norm.running_mean.copy_(torch.from_numpy(layer["movingMean"]))
            norm.running_var.copy_(torch.from_numpy(layer["movingVariance"]))`;

export const PREDICT = `@torch.no_grad()
def predict(model, x):
    model.eval()
    outputs = model(torch.from_numpy(x)).numpy()
    model.train()
    return outputs`;

export const CONSTRAIN = `@torch.no_grad()
def constrain(model, change):
    """On the weights into every hidden layer; norms are of one unit's incoming weights."""
    for linear in [module for module in model if isinstance(module, nn.Linear)][:-1]:
        change(linear.weight, linear.weight.norm(dim=1, keepdim=True))`;

/** In the place of CONSTRAIN, where an arm constrains the output layer, too. */
export const CONSTRAIN_OUTPUT = `@torch.no_grad()
def constrain(model, change, output):
    """On the weights into every hidden layer, and into the output layer if asked for; norms are of one unit's incoming weights."""
    linears = [module for module in model if isinstance(module, nn.Linear)]
    for linear in linears if output else linears[:-1]:
        change(linear.weight, linear.weight.norm(dim=1, keepdim=True))`;

export const GROUPS = `def groups(model, arm):
    """Parameters with the learning rates of their layers."""
    linears = [module for module in model if isinstance(module, nn.Linear)]
    factors = {id(p): f for linear, own in zip(linears, arm["factors"]) for p, f in zip((linear.weight, linear.bias), own)}
    return [dict(params=[p], factor=f, lr=f * arm["learning_rate"]) for p in model.parameters() for f in [factors.get(id(p), 1.0)]]`;
