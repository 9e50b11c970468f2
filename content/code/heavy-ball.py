import numpy as np

def factor(rate, mu, curvature):
    # (distance, step) before an update -> after it
    M = np.array([[1 - rate * curvature, mu],
                  [-rate * curvature, mu]])
    return np.abs(np.linalg.eigvals(M)).max()

def best(least, most):
    a, b = np.sqrt(least), np.sqrt(most)
    return (2 / (a + b)) ** 2, ((b - a) / (b + a)) ** 2

# Check
# Without momentum: |1 - rate * curvature|.
assert abs(factor(0.3, 0, 2) - 0.4) < 1e-12
# Where it swings, the square root of mu, whatever the curvature.
for curvature in (0.5, 1, 2):
    assert abs(factor(0.5, 0.81, curvature) - 0.9) < 1e-12
# Critical: (1 - sqrt(rate * curvature))^2; slower on either side.
assert factor(0.01, 0.80, 1) > factor(0.01, 0.81, 1) < factor(0.01, 0.82, 1)
# It diverges from 2 (1 + mu) / curvature on.
assert factor(2.99, 0.5, 1) < 1 < factor(3.01, 0.5, 1)
# In the ravine with curvatures 1 and 100 the best is 9/11 for both, and nothing on a grid around it is better.
rate, mu = best(1, 100)
worst = lambda rate, mu: max(factor(rate, mu, 1), factor(rate, mu, 100))
assert abs(worst(rate, mu) - 9 / 11) < 1e-6
assert all(worst(rate * r, mu * m) > 9 / 11 for r in (0.95, 1.05) for m in (0.95, 1.05))
