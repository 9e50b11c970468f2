import numpy as np

def follow(running, batch, keeps=0.99):
    mean, variance = running
    mean = keeps * mean + (1 - keeps) * batch.mean(axis=0)
    variance = keeps * variance + (1 - keeps) * batch.var(axis=0)
    return mean, variance

# Check
from itertools import product

# The start, mean 0 and variance 1, has a weight of 0.99^t: 0.605 after 50 updates, 0.018 after 400.
running = (0.0, 1.0)
for t in range(1, 401):
    running = follow(running, np.array([3.0, 7.0]))  # mean 5, variance 4
    if t == 50:
        assert abs(running[0] - 5 * (1 - 0.99**50)) < 1e-9 and abs(0.99**50 - 0.605) < 1e-3
assert abs(running[1] - (4 - 3 * 0.99**400)) < 1e-9 and abs(0.99**400 - 0.018) < 1e-3
# The mean of the variance over all batches of n is (n - 1)/n of the variance of the data.
data = np.array([0.0, 1, 5, 10])
for n in (2, 3, 4):
    variances = [np.var(batch) for batch in product(data, repeat=n)]
    assert abs(np.mean(variances) - (n - 1) / n * data.var()) < 1e-9
# A batch of two leaves the sign of a difference: (z - mean)/deviation is -1 and 1.
pair = np.array([2.0, 2.5])
assert np.allclose((pair - pair.mean()) / pair.std(), [-1, 1])
