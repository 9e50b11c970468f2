/** What Adam and amsgrad are in PyTorch, and why neither is torch.optim.Adam as it stands. */

export const CORRECTED_EPSILON =
  'Adam: epsilon is added before the bias correction of v (Keras); PyTorch adds its eps after it, so eps follows the correction.';

/** `EpsilonBeforeCorrection` is defined in src/export/pytorch/optimizers.ts. */
export const ADAM = `class Adam(EpsilonBeforeCorrection, torch.optim.Adam):
    pass`;
