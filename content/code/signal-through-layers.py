import numpy as np

def mean_squares(sigma, layers=10, n=64, seed=0):
    rng = np.random.default_rng(seed)
    a = np.maximum(0, rng.normal(size=(n, 100)))  # examples in columns
    result = []
    for layer in range(layers):
        result.append(np.mean(a**2))
        a = np.maximum(0, rng.normal(0, sigma, size=(n, n)) @ a)
    return np.array(result)

# Check
# By the formula each of the nine steps multiplies by c = n sigma^2 / 2: 0.08, 1/2, 1 and 8. Averaged over draws, as it is derived.
for sigma, c in [(0.05, 0.08), (0.125, 0.5), (np.sqrt(2 / 64), 1.0), (0.5, 8.0)]:
    assert np.isclose(64 * sigma**2 / 2, c)
    measured = np.mean([m[-1] / m[0] for m in (mean_squares(sigma, seed=s) for s in range(60))])
    assert 0.6 < measured / c**9 < 1.6, (sigma, measured / c**9)
