import numpy as np

def ridge(X, y, strength):
    n, d = X.shape
    S = X.T @ X / n  # mean squares and products of the features
    return np.linalg.solve(S + strength * np.eye(d), X.T @ y / n)

def soft_threshold(w, cut):
    return np.sign(w) * np.maximum(np.abs(w) - cut, 0)

# Check
# The four points of the text, without their mean of 5: s = 2 and 1/2, best weights 1 and 1.
X = np.array([[2.0, 0], [-2, 0], [0, 1], [0, -1]])
y = X @ [1, 1]
assert np.allclose(ridge(X, y, 0), [1, 1])
assert np.allclose(ridge(X, y, 0.5), [0.8, 0.5])
assert np.allclose(soft_threshold(np.ones(2), 1.2 / (2 * np.array([2, 0.5]))), [0.7, 0])

# Along the axes the soft threshold is the minimum: no point of a fine grid is lower.
def objective(w1, w2):
    return 2 * (w1 - 1) ** 2 + 0.5 * (w2 - 1) ** 2 + 1.2 * (np.abs(w1) + np.abs(w2))
grid = np.linspace(-1.5, 1.5, 301)
assert objective(0.7, 0) <= objective(grid[:, None], grid).min() + 1e-12
# Ridge along eigenvectors: w = s / (s + strength) w*.
rng = np.random.default_rng(1)
X = rng.normal(size=(30, 4)) @ rng.normal(size=(4, 4))
y = rng.normal(size=30)
s, V = np.linalg.eigh(X.T @ X / 30)
assert np.allclose(V.T @ ridge(X, y, 0.3), s / (s + 0.3) * (V.T @ ridge(X, y, 0)))
