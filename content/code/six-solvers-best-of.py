import numpy as np
from math import comb

def expected_best(values, k=4):
    """Mean of the best of k that are drawn from these."""
    x = np.sort(values)
    n = len(x)
    # The others are among the i that lie below x[i].
    weights = [comb(i, k - 1) / comb(n, k) for i in range(n)]
    return np.dot(weights, x)

# Check
assert np.isclose(expected_best([1, 2, 3, 4]), 4)
assert np.isclose(expected_best([1, 2, 3, 4, 5]), (1 * 4 + 4 * 5) / 5)
assert np.isclose(expected_best([3, 1, 2], k=1), 2)
# For values that scatter normally the best of four lies one deviation above the mean: 1.03.
many = np.random.default_rng(0).normal(size=200_000)
assert abs(np.mean(many.reshape(-1, 4).max(axis=1)) - 1.03) < 0.01
assert abs(expected_best(many[:2000]) - many[:2000].mean() - 1.03) < 0.05
