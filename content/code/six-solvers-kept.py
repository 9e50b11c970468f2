import numpy as np

def accuracy_on_the_way(logits, labels, p=0.21, seed=0):
    """How often the largest is right, with a share p set to zero."""
    rng = np.random.default_rng(seed)
    masks = (rng.random(logits.shape) >= p) / (1 - p)
    return np.mean((logits * masks).argmax(axis=1) == labels)

# Check
rng = np.random.default_rng(1)
labels = rng.integers(10, size=50_000)
# Always right, all logits positive: whenever the right one is left out, another is larger.
sure = np.where(np.eye(10)[labels] > 0, 5.0, 1.0)
assert abs(accuracy_on_the_way(sure, labels) - 0.79) < 0.01
# With negative ones for the rest, a zero is still the largest unless another zero comes first.
assert accuracy_on_the_way(sure - 3, labels) > 0.8
# Reported: 0.7864 of 0.9298, and 0.5564 of 0.7743.
assert 0.7864 / 0.9298 > 0.79 > 0.5564 / 0.7743
