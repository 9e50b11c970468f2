import numpy as np
from math import comb, erf, sqrt

def wrong_mean(size, n):
    # The mean of n differences has the wrong sign; size = δ/σ.
    return 0.5 * (1 - erf(sqrt(n) * size / sqrt(2)))

def right_majority(p, n):
    # More than half of n runs (n odd) say what each says with p.
    least = n // 2 + 1
    terms = (comb(n, k) * p**k * (1 - p)**(n - k)
             for k in range(least, n + 1))
    return sum(terms)

# Check
rng = np.random.default_rng(1)
for size, n in [(0.25, 1), (0.5, 3), (1.0, 3), (0.5, 20)]:
    means = rng.normal(size, 1, (200_000, n)).mean(axis=1)
    assert abs((means < 0).mean() - wrong_mean(size, n)) < 0.003
    votes = (rng.normal(size, 1, (200_000, n)) > 0).sum(axis=1)
    if n % 2:
        assert abs((votes > n / 2).mean() - right_majority(1 - wrong_mean(size, 1), n)) < 0.003
# The numbers of the text and of the exercises.
assert abs(right_majority(0.7, 3) - 0.784) < 1e-12
assert abs(wrong_mean(0.5, 1) - 0.309) < 0.001
assert abs(wrong_mean(0.5, 20) - 0.0127) < 0.0001
# (z/size)² seeds for an error of 1 %, z = 2.326: 22, and with four times the spread 347.
seeds = lambda size: next(n for n in range(1, 1000) if wrong_mean(size, n) <= 0.01)
assert (seeds(2), seeds(1), seeds(0.5), seeds(0.25), seeds(0.125)) == (2, 6, 22, 87, 347)
assert abs(right_majority(0.6, 3) - 0.648) < 1e-12 and 0.69 < right_majority(0.6, 7) < 0.72
assert abs(right_majority(0.9, 3) - 0.972) < 1e-12
