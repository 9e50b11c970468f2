import numpy as np

def noise_scale(g):  # gradients, one row for each example
    return g.var(axis=0).sum() / np.sum(g.mean(axis=0)**2)

def gain(eta, n, g, h=1.0):  # of one update, on average
    square = np.sum(g.mean(axis=0)**2)
    batch_square = square * (1 + noise_scale(g) / n)
    return eta * square - eta**2 * h / 2 * batch_square

# Check
rng = np.random.default_rng(1)
c = rng.normal(0, [2.0, 1.0], (500, 2))  # the loss of an example is |theta - c|^2 / 2
theta = np.array([1.5, 0.5])
g = theta - c
n_0 = noise_scale(g)
loss = lambda t: np.mean(np.sum((t - c)**2, axis=1)) / 2
exact = gain(1.0, np.inf, g)
for n in (1, 4, 16, 64):
    best = 1 / (1 + n_0 / n)
    # No other rate gains more, and the gain is the same share of the exact one as the rate is.
    assert all(gain(eta, n, g) <= gain(best, n, g) for eta in np.linspace(0, 2, 201))
    assert np.isclose(gain(best, n, g), best * exact)
    # The formula against batches that are drawn: four standard errors.
    steps = np.array([loss(theta) - loss(theta - best * g[rng.integers(0, 500, n)].mean(axis=0)) for _ in range(2000)])
    assert abs(steps.mean() - best * exact) < 4 * steps.std() / 2000**0.5
# At n = n_0 the best rate and the gain are half of those of the exact gradient.
assert np.isclose(gain(0.5, n_0, g), exact / 2)
# One dimension: with the best rate in every update, 1 / loss grows by 2hn / s^2 (exercise 6).
h, s, n, L = 1.0, 2.0, 8, 3.0
for _ in range(10):
    n_0 = s**2 / (2 * h * L)
    L_next = L * (1 - 1 / (1 + n_0 / n))
    assert np.isclose(1 / L_next - 1 / L, 2 * h * n / s**2)
    L = L_next
