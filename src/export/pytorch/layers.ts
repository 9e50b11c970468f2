/** Normalization in PyTorch, and definitions that programs build on. Weights are [units][inputs]. */
import type { NormalizationSpec } from '../../experiments/configuration/configuration.ts';
import { real } from '../python/literal.ts';

/** A function from units to a layer. */
export function normalization(spec: NormalizationSpec | undefined): string {
  if (!spec) return 'None';
  const epsilon = real(Number(spec.epsilon));
  return spec.name === 'batch'
    ? `lambda units: BatchNorm(units, ${epsilon}, 1 - ${real(Number(spec.momentum))})`
    : `lambda units: nn.LayerNorm(units, eps=${epsilon})`;
}

const TRUNCATED = `DEVIATION = 0.8796256610342398  # of a standard normal truncated at two deviations


def truncated(weight, deviation, mean=0.0):
    return nn.init.trunc_normal_(weight, mean, deviation, mean - 2 * deviation, mean + 2 * deviation)`;

const FUNCTION = `class Function(nn.Module):
    """A function of a tensor as a module."""

    def __init__(self, apply):
        super().__init__()
        self.apply_to = apply

    def forward(self, z):
        return self.apply_to(z)`;

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

export const CANCELLED_BIAS = `class CancelledBias(nn.Linear):
    """Before batch normalization, which subtracts the bias again, so that its gradient is zero."""

    def forward(self, x):
        return nn.functional.linear(x, self.weight, self.bias.detach())`;

export const ACTIVITY = `class ActivityPenalty(nn.Module):
    """Passes its input through and keeps the penalty on it, divided by the rows of the batch."""

    def __init__(self, l1, l2):
        super().__init__()
        self.l1, self.l2 = l1, l2

    def forward(self, x):
        self.value = (self.l1 * x.abs().sum() + self.l2 * (x**2).sum()) / len(x)
        return x`;

/** What the Python of activations and initializers may call, by name. */
export const DEFINITIONS = { truncated: TRUNCATED, Function: FUNCTION };
