import numpy as np

def mean_size(divide, rate, strength=0.01, updates=10_000):
    """Mean |w| over two updates, where L1 alone pulls."""
    w, s = np.linspace(-0.08, 0.08, 2000), 0.0
    for _ in range(updates):
        g = np.where(w > 0, strength, -strength)
        s = 0.9 * s + 0.1 * g**2  # of past gradients
        before = w
        w = w - rate * (g / np.sqrt(s) if divide else g)
    return (np.abs(before) + np.abs(w)).mean() / 2

# Check
# RMSprop: half the rate, whatever the strength. SGD: half of rate times strength.
for rate in (0.03, 0.1):
    for strength in (0.01, 0.1):
        assert np.isclose(mean_size(True, rate, strength), rate / 2, rtol=1e-3)
        assert np.isclose(mean_size(False, rate, strength), rate * strength / 2, rtol=1e-3)
# 41,000 weights under L1 and L2 of 0.01 each, at a rate of 0.1: 20.5, and 1.0 to 2.1, since squares of |w| and rate − |w| have a mean of rate²/4 to rate²/2.
weights = 784 * 50 + 50 * 30 + 30 * 10
assert weights == 41_000
assert np.isclose(0.01 * weights * 0.1 / 2, 20.5)
assert np.isclose(0.01 * weights * 0.1**2 / 4, 1.025) and np.isclose(0.01 * weights * 0.1**2 / 2, 2.05)
