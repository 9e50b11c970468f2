import numpy as np

def factors(s, rate, updates):
    stopped = 1 - (1 - 2 * rate * s) ** updates
    strength = np.log(2) / (2 * rate * updates)
    penalized = s / (s + strength)
    return stopped, penalized

# Check
# Gradient descent itself, from zero, turned to the eigenvectors of S.
rng = np.random.default_rng(1)
X = rng.normal(size=(30, 4)) @ rng.normal(size=(4, 4)) / 2
y = rng.normal(size=30)
S, c = X.T @ X / 30, X.T @ y / 30
s, V = np.linalg.eigh(S)
best = np.linalg.solve(S, c)
w, rate = np.zeros(4), 0.4 / s.max()
for _ in range(50):
    w = w - rate * 2 * (S @ w - c)
stopped, penalized = factors(s, rate, 50)
assert np.allclose(V.T @ w, stopped * (V.T @ best))
# The two weights of the text, and the direction that is halved by both.
assert np.allclose(factors(np.array([2, 0.5]), 0.05, 8)[0], [0.8322, 0.3366], atol=5e-5)
stopped, penalized = factors(np.array([np.log(2) / (2 * 0.001 * 500)]), 0.001, 500)
assert np.allclose(penalized, 0.5) and np.allclose(stopped, 0.5, atol=1e-3)
# Nowhere are they further apart than a seventh, for small steps.
s = 10.0 ** np.linspace(-4, 4, 10_001)
stopped, penalized = factors(s, 1e-6, 100_000)
assert 0.13 < np.max(np.abs(stopped - penalized)) < 1 / 7
