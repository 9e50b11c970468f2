import numpy as np

def network(X, W, b, v):
    return np.maximum(X @ W.T + b, 0) @ v

def within(W, b, v, limit):
    norms = np.linalg.norm(W, axis=1)
    scale = np.minimum(1, limit / norms)  # of each hidden unit
    return scale[:, None] * W, scale * b, v / scale

# Check
rng = np.random.default_rng(1)
W, b, v = rng.normal(size=(16, 5)), rng.normal(size=16), rng.normal(size=16)
X = rng.normal(size=(100, 5))
for limit in (1, 0.1, 0.001):
    small = within(W, b, v, limit)
    assert np.linalg.norm(small[0], axis=1).max() <= limit + 1e-12
    assert np.allclose(network(X, *small), network(X, W, b, v))
# The unit of the drawing: norm 5 and output weight 1, norm 1 and output weight 5.
W1, b1, v1 = within(np.array([[3.0, 4]]), np.array([2.0]), np.array([1.0]), 1)
assert np.allclose(W1, [[0.6, 0.8]]) and np.allclose(b1, 0.4) and np.allclose(v1, 5)
# L1 on activities falls with the scale, too, while the answers stay.
activities = lambda W, b, v: np.maximum(X @ W.T + b, 0).sum(axis=1).mean()
assert activities(*within(W, b, v, 0.001)) < 0.001 * activities(W, b, v)
