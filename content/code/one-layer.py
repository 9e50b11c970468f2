import numpy as np

def relu(z):
    return np.maximum(0, z)

def layer(A, W, b, phi):
    return phi(A @ W.T + b)  # an example per row

# Two examples of two features; three units, a row of weights each.
X = np.array([[1.0, 2.0], [3.0, -1.0]])
W = np.array([[1.0, -1.0], [0.5, 0.5], [0.0, 2.0]])
b = np.array([0.0, 1.0, -1.0])
A = layer(X, W, b, relu)

# Check
# By hand, example 1: 1 - 2 = -1, 0.5 + 1 + 1 = 2.5, 4 - 1 = 3; example 2: 3 + 1 = 4, 1.5 - 0.5 + 1 = 2, -2 - 1 = -3.
assert np.array_equal(A, [[0.0, 2.5, 3.0], [4.0, 2.0, 0.0]])
# The sums written out unit by unit, as in the text.
for n, x in enumerate(X):
    for j, w in enumerate(W):
        z = sum(w[k] * x[k] for k in range(2)) + b[j]
        assert A[n, j] == max(0, z)
