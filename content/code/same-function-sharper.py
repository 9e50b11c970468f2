import numpy as np

def rescaled(W, b, v, factor):
    return W * factor, b * factor, v / factor

def network(x, W, b, v, c):
    return np.maximum(np.outer(x, W) + b, 0) @ v + c

# Check
x = np.array([1.0, -1, 2, -2])
W, b, v, c = np.array([1.0, -1]), np.zeros(2), np.ones(2), 0.0
assert np.allclose(network(x, W, b, v, c), np.abs(x))
sharper = rescaled(W, b, v, 4.0)
assert np.allclose(network(x, *sharper, c), np.abs(x))

def curvature(W, b, v):
    # At a loss of 0 the Hessian of the mean squared error is 2/n Σ g gᵀ, g: gradient of the answer to an example.
    on = (np.outer(x, W) + b > 0) * 1.0
    G = np.column_stack([on * v * x[:, None], on * v, on * (np.outer(x, W) + b), np.ones(len(x))])
    return np.linalg.eigvalsh(2 / len(x) * G.T @ G)[-1]

assert abs(curvature(W, b, v) - (8 + np.sqrt(58)) / 2) < 1e-12
assert abs(curvature(W, b, v) - 7.81) < 0.005 and abs(curvature(*sharper) - 42.0) < 0.05
# One unit and one output weight: eigenvalue 2(w² + 1/w²) at the minimum of (wv − 1)².
for w in (1.0, 2.0, 4.0):
    H = 2 * np.outer([1 / w, w], [1 / w, w])
    assert abs(np.linalg.eigvalsh(H)[-1] - 2 * (w**2 + w**-2)) < 1e-9
