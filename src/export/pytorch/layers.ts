/** Activations, initializers, losses and normalization in PyTorch. Weights are [units][inputs]. */
import type { Choice } from '../../nn/entry.ts';
import type { NormalizationSpec } from '../../experiments/configuration/configuration.ts';
import { real } from '../python/literal.ts';

export function activation(choice: Choice): string {
  const value = (key: string) => real(Number(choice[key]));
  const known: Record<string, string> = {
    linear: 'nn.Identity()',
    step: 'Step()',
    sigmoid: 'nn.Sigmoid()',
    hardSigmoid: 'nn.Hardsigmoid()',
    tanh: 'nn.Tanh()',
    relu: 'nn.ReLU()',
    leakyRelu: `nn.LeakyReLU(${value('slope')})`,
    elu: `nn.ELU(${value('alpha')})`,
    selu: 'nn.SELU()',
    gelu: 'nn.GELU()',
    geluTanh: 'nn.GELU(approximate="tanh")',
    swish: 'nn.SiLU()',
    softplus: 'nn.Softplus()',
    softmax: 'nn.Softmax(dim=1)',
  };
  return pick(known, choice.name, 'activation');
}

/** A function that fills a weight. */
export function initializer(choice: Choice): string {
  const value = (key: string) => real(Number(choice[key]));
  const known: Record<string, string> = {
    zeros: 'nn.init.zeros_',
    ones: 'nn.init.ones_',
    constant: `lambda w: nn.init.constant_(w, ${value('value')})`,
    randomUniform: `lambda w: nn.init.uniform_(w, -${value('limit')}, ${value('limit')})`,
    randomNormal: `lambda w: nn.init.normal_(w, ${value('mean')}, ${value('stddev')})`,
    truncatedNormal: `lambda w: truncated(w, ${value('stddev')}, ${value('mean')})`,
    glorotUniform: 'nn.init.xavier_uniform_',
    glorotNormal: 'lambda w: truncated(w, math.sqrt(2 / sum(w.shape)) / DEVIATION)',
    heUniform: 'lambda w: nn.init.kaiming_uniform_(w, nonlinearity="relu")',
    heNormal: 'lambda w: truncated(w, math.sqrt(2 / w.shape[1]) / DEVIATION)',
    lecunUniform: 'lambda w: nn.init.kaiming_uniform_(w, nonlinearity="linear")',
    lecunNormal: 'lambda w: truncated(w, math.sqrt(1 / w.shape[1]) / DEVIATION)',
    orthogonal: `lambda w: nn.init.orthogonal_(w, ${value('gain')})`,
  };
  return pick(known, choice.name, 'initializer');
}

/** A function of (outputs, labels); of logits where the loss is computed from them. */
export function loss(choice: Choice): string {
  const known: Record<string, string> = {
    meanSquaredError: 'nn.MSELoss()',
    halfSquaredError: `lambda outputs, y: 0.5 * ((outputs - y) ** 2).sum()${choice.average === true ? ' / len(y)' : ''}`,
    meanAbsoluteError: 'nn.L1Loss()',
    huber: `nn.HuberLoss(delta=${real(Number(choice.delta))})`,
    binaryCrossentropy: 'nn.BCEWithLogitsLoss()',
    categoricalCrossentropy: 'nn.CrossEntropyLoss()',
    kullbackLeibler: 'lambda z, y: nn.KLDivLoss(reduction="batchmean")(torch.log_softmax(z, dim=1), y)',
    hinge: 'lambda outputs, y: torch.relu(1 - (2 * y - 1) * outputs).mean()',
  };
  return pick(known, choice.name, 'loss');
}

/** A function from units to a layer. */
export function normalization(spec: NormalizationSpec | undefined): string {
  if (!spec) return 'None';
  const epsilon = real(Number(spec.epsilon));
  return spec.name === 'batch'
    ? `lambda units: BatchNorm(units, ${epsilon}, 1 - ${real(Number(spec.momentum))})`
    : `lambda units: nn.LayerNorm(units, eps=${epsilon})`;
}

export const TRUNCATED = `DEVIATION = 0.8796256610342398  # of a standard normal truncated at two deviations


def truncated(weight, deviation, mean=0.0):
    return nn.init.trunc_normal_(weight, mean, deviation, mean - 2 * deviation, mean + 2 * deviation)`;

export const STEP = `class Step(nn.Module):
    """1 for positive input, else 0; no gradient passes."""

    def forward(self, z):
        return (z > 0).to(z.dtype) + 0 * z`;

export const NOISE = `class Noise(nn.Module):
    """Gaussian noise while training."""

    def __init__(self, deviation):
        super().__init__()
        self.deviation = deviation

    def forward(self, x):
        return x + self.deviation * torch.randn_like(x) if self.training else x`;

export const BATCH_NORM = `class BatchNorm(nn.BatchNorm1d):
    """Running statistics follow the biased variance of each batch, as in Keras; nn.BatchNorm1d takes the unbiased one."""

    def __init__(self, units, eps, momentum):
        super().__init__(units, eps=eps, momentum=momentum)

    def forward(self, x):
        if not self.training:
            return super().forward(x)
        variance, mean = torch.var_mean(x, dim=0, unbiased=False)
        self.running_mean.lerp_(mean.detach(), self.momentum)
        self.running_var.lerp_(variance.detach(), self.momentum)
        return self.weight * (x - mean) / torch.sqrt(variance + self.eps) + self.bias`;

export const ACTIVITY = `class ActivityPenalty(nn.Module):
    """Passes its input through and keeps the penalty on it, divided by the rows of the batch."""

    def __init__(self, l1, l2):
        super().__init__()
        self.l1, self.l2 = l1, l2

    def forward(self, x):
        self.value = (self.l1 * x.abs().sum() + self.l2 * (x**2).sum()) / len(x)
        return x`;

function pick(known: Record<string, string>, name: string, kind: string): string {
  const code = known[name];
  if (code === undefined) throw new Error(`The ${kind} "${name}" has no PyTorch form; add it to export/pytorch/layers.ts.`);
  return code;
}
