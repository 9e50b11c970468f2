import numpy as np

def filter_normalized(W, generator):
    # W: a row for each unit. D: rows of the same lengths.
    D = generator.normal(size=W.shape)
    lengths = [np.linalg.norm(M, axis=1, keepdims=True) for M in (W, D)]
    return D * lengths[0] / lengths[1]

# Check
X = np.random.default_rng(1).normal(size=(50, 3))
W, V = np.random.default_rng(2).normal(size=(4, 3)), np.random.default_rng(3).normal(size=(1, 4))
y = np.maximum(X @ W.T, 0) @ V.T

def loss(W, V):
    return np.mean((np.maximum(X @ W.T, 0) @ V.T - y) ** 2)

def slice_through(W, V, normalized):
    generator = np.random.default_rng(4)
    draw = filter_normalized if normalized else lambda M, g: g.normal(size=M.shape)
    D, E = draw(W, generator), draw(V, generator)
    return np.array([loss(W + t * D, V + t * E) for t in (-0.5, 0.25, 0.5)])

# The same function with W times 10 and V over 10. Normalized directions give the same losses, plain ones do not.
assert np.allclose(slice_through(W, V, True), slice_through(10 * W, V / 10, True))
assert not np.allclose(slice_through(W, V, False), slice_through(10 * W, V / 10, False), rtol=0.5)
