from math import erf, exp, pi, sqrt

def expected_improvement(mu, sigma, best):
    z = (best - mu) / sigma
    Phi = (1 + erf(z / sqrt(2))) / 2  # distribution function
    density = exp(-z * z / 2) / sqrt(2 * pi)  # its derivative
    return (best - mu) * Phi + sigma * density

# Check
import numpy as np
rng = np.random.default_rng(1)
for mu, sigma, best in [(0.5, 0.1, 0.45), (0.3, 0.2, 0.4), (1.0, 0.5, 0.2)]:
    drawn = np.maximum(best - rng.normal(mu, sigma, 1_000_000), 0)
    assert abs(drawn.mean() - expected_improvement(mu, sigma, best)) < 5 * drawn.std() / 1000
# Nothing uncertain and nothing better: nothing to expect.
assert expected_improvement(1.0, 1e-9, 0.5) < 1e-12
