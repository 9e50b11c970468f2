import numpy as np

def gauss_newton_block(w, v, X):
    z = X @ w  # the last column of X is 1, for the bias
    g = v * (1 - np.tanh(z) ** 2)  # slope of the answer along z
    return 2 * (g[:, None] * X).T @ (g[:, None] * X) / len(X)

def condition_number(S):
    s = np.linalg.eigvalsh(S)
    return s[-1] / s[0]

# Check
rng = np.random.default_rng(5)
X = np.column_stack([rng.normal(size=(2000, 2)) * [1, 0.1] + [3, 0.3],
                     np.ones(2000)])
S = X.T @ X / 2000
w, v = np.array([0.02, 0.02, 0.01]), 0.7
# The block is the second derivative where the answers are right.
y = v * np.tanh(X @ w)
loss = lambda u: np.mean((v * np.tanh(X @ u) - y) ** 2)
h, eye = 1e-4, np.eye(3)
numeric = np.array([[(loss(w + h * (a + b)) - loss(w + h * (a - b))
                      - loss(w - h * (a - b)) + loss(w - h * (a + b)))
                     / (4 * h * h) for b in eye] for a in eye])
assert np.allclose(gauss_newton_block(w, v, X), numeric, atol=1e-5)
# Small sums: in proportion to S, with nearly its condition number.
ratio = condition_number(gauss_newton_block(w, v, X)) / condition_number(S)
assert abs(ratio - 1) < 0.05
