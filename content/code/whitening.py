import numpy as np

def fit_whitening(X):
    mean = X.mean(axis=0)
    s, V = np.linalg.eigh(np.cov(X.T, bias=True))
    return mean, V / np.sqrt(s)  # turn, then divide each axis

def whiten(X, mean, matrix):
    return (X - mean) @ matrix

# Check
rng = np.random.default_rng(3)
X = rng.normal(size=(200, 3)) @ rng.normal(size=(3, 3)) + [5, 0, -2]
mean, matrix = fit_whitening(X)
Z = whiten(X, mean, matrix)
assert np.allclose(Z.mean(axis=0), 0)
assert np.allclose(np.cov(Z.T, bias=True), np.eye(3))
# New examples are moved by what was fitted, not by their own mean.
new = rng.normal(size=(5, 3))
assert np.allclose(whiten(new, mean, matrix)[2], (new[2] - mean) @ matrix)
