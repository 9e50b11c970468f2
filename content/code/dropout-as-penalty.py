import itertools
import numpy as np

def mean_loss_over_masks(w, x, y, rate):
    total = 0.0
    for mask in itertools.product([0, 1], repeat=len(x)):
        kept = sum(mask)
        chance = (1 - rate) ** kept * rate ** (len(x) - kept)
        answer = w @ (x * mask) / (1 - rate)
        total += chance * (answer - y) ** 2
    return total

# Check
# All 16 masks of four features: the loss without masks plus p/(1 − p) Σ w²x².
rng = np.random.default_rng(2)
w, x, y = rng.normal(size=4), rng.normal(size=4), 0.7
for rate in (0.1, 0.25, 0.5):
    expected = (w @ x - y) ** 2 + rate / (1 - rate) * np.sum(w**2 * x**2)
    assert abs(mean_loss_over_masks(w, x, y, rate) - expected) < 1e-12
# The drawing: eight inputs of 1, sum of weights 2, rate one half.
for w, variance in ((np.array([2.0] + [0] * 7), 4), (np.full(8, 0.25), 0.5)):
    assert abs(mean_loss_over_masks(w, np.ones(8), 2.0, 0.5) - variance) < 1e-12
