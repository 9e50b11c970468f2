import numpy as np

def max_norm(W, limit):  # a row of W for each unit
    norms = np.linalg.norm(W, axis=1, keepdims=True)
    return W * np.minimum(1, limit / norms)

def unit_norm(W):
    return W / np.linalg.norm(W, axis=1, keepdims=True)

def non_negative(W):
    return np.maximum(W, 0)

# Check
W = np.array([[3.0, 4], [0.3, -0.4], [-6, 8]])
assert np.allclose(max_norm(W, 2), [[1.2, 1.6], [0.3, -0.4], [-1.2, 1.6]])
assert np.allclose(unit_norm(W), [[0.6, 0.8], [0.6, -0.8], [-0.6, 0.8]])
assert np.allclose(non_negative(W), [[3, 4], [0.3, 0], [0, 8]])

# Each is the closest allowed row: of many allowed ones, none is closer.
rng = np.random.default_rng(1)
w = rng.normal(size=(1, 5)) * 2
others = rng.normal(size=(20000, 5))
for project in (lambda V: max_norm(V, 1.5), unit_norm, non_negative):
    closest = np.linalg.norm(project(w) - w)
    assert closest <= np.linalg.norm(project(others) - w, axis=1).min() + 1e-12
# Applied twice, nothing changes.
assert np.allclose(max_norm(max_norm(W, 2), 2), max_norm(W, 2))
