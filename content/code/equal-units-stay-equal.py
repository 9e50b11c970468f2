import numpy as np

rng = np.random.default_rng(1)
X, y = rng.normal(size=(40, 2)), rng.normal(size=40)
W, v = np.full((3, 2), 0.1), np.full(3, 0.1)  # three units, all alike
for update in range(100):
    A = np.tanh(X @ W.T)  # one example per row
    error = (A @ v - y) / len(y)
    delta = np.outer(error, v) * (1 - A**2)  # blame of each hidden unit
    W, v = W - 0.5 * delta.T @ X, v - 0.5 * A.T @ error

# Check
assert not np.allclose(W, 0.1)  # they have learned something
assert np.allclose(W, W[0], rtol=0, atol=1e-12)  # and all the same thing
# The gradient is that of half the mean squared error: finite differences.
def loss(W, v):
    return ((np.tanh(X @ W.T) @ v - y) ** 2).mean() / 2
A = np.tanh(X @ W.T)
error = (A @ v - y) / len(y)
gradient = (np.outer(error, v) * (1 - A**2)).T @ X
h = 1e-6
for j in range(3):
    for k in range(2):
        step = np.zeros((3, 2))
        step[j, k] = h
        assert abs((loss(W + step, v) - loss(W - step, v)) / (2 * h) - gradient[j, k]) < 1e-8
