import numpy as np

def excess(rate, batch, size2, updates=40_000, seed=0):
    """Mean loss above ln 10, where activations have |a|² = size2."""
    rng = np.random.default_rng(seed)
    z, above = np.zeros(10), []
    for y in rng.integers(0, 10, size=(updates, batch)):
        p = np.exp(z - z.max()) / np.sum(np.exp(z - z.max()))
        above.append(np.mean(-np.log(p)) - np.log(10))
        step = np.mean(p - np.eye(10)[y], axis=0)
        z = z - rate * (1 + size2) * step
    return np.mean(above[updates // 4 :])

# Check
for rate, batch, size2 in [(0.01, 2, 37.5), (0.01, 4, 37.5), (0.01, 2, 9)]:
    assert abs(excess(rate, batch, size2) / (0.9 * rate * (1 + size2) / (4 * batch)) - 1) < 0.1
